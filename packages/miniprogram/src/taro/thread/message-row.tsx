import { Text, View } from "@tarojs/components";
import type { Cards } from "@yiwen/miniprogram";
import type { Row } from "@yiwen/miniprogram/view";
import { Order } from "../cards/order.tsx";
import { Product } from "../cards/product.tsx";
import { Failed } from "./failed.tsx";
import { LinkedText } from "./linked-text.tsx";
import { PictureMessage } from "./picture-message.tsx";
import { type Opening, Sources } from "./sources.tsx";

type MessageOf = Extract<Row, { kind: "message" }>;
type Props = { row: MessageOf; day?: string; head?: string; face?: string; cards: Cards; opening: Opening };

/** A message that is more than plain text: a card, a picture, links, sources, or one that was not sent. */
export function MessageRow({ row, day, head, face, cards, opening }: Props) {
  return (
    <View className={`yw-row yw-from-${row.from}`}>
      {day && <View className="yw-day">{day}</View>}
      {head && (
        <View className="yw-head">
          <View className="yw-avatar">{face}</View>
          <Text>{head}</Text>
        </View>
      )}
      <Body row={row} cards={cards} opening={opening} />
      {row.failure && <Failed id={row.key} failure={row.failure} />}
    </View>
  );
}

function Body({ row: { content, sources, held }, cards, opening }: Pick<Props, "row" | "cards" | "opening">) {
  switch (content.kind) {
    case "text":
    case "choices":
      return (
        <View className="yw-bubble">
          <LinkedText text={content.text} />
          {sources.length > 0 && <Sources sources={sources} opening={opening} />}
        </View>
      );
    case "image":
      return <PictureMessage content={content} held={held} />;
    case "product":
      return <Product card={cards.products[content.productId]} />;
    case "order":
      return <Order card={cards.orders[content.orderId]} />;
  }
}
