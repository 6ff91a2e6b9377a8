import type { Cards } from "@yiwen/shared";
import { Order } from "../cards/order.tsx";
import { Product } from "../cards/product.tsx";
import { useLanguage } from "../i18n/context.ts";
import { formatDay } from "../i18n/format.ts";
import type { ThreadItem } from "../thread/items.ts";
import { Coupon } from "./coupon.tsx";
import { Group } from "./group.tsx";
import { Notice } from "./notice.tsx";

type Props = { items: ThreadItem[]; cards: Cards; stated?: string; isOnline: boolean };

/** Everything said and done, oldest first. */
export function ThreadList({ items, ...shared }: Props) {
  return (
    <>
      {items.map((item) => (
        <Item key={item.key} item={item} {...shared} />
      ))}
    </>
  );
}

function Item({ item, cards, stated, isOnline }: Omit<Props, "items"> & { item: ThreadItem }) {
  const { locale, strings } = useLanguage();
  switch (item.kind) {
    case "day":
      return <p class="day">{formatDay(item.at, Date.now(), strings, locale)}</p>;
    case "group":
      return <Group group={item} cards={cards} stated={stated} isOnline={isOnline} />;
    case "notice":
      return <Notice event={item.event} />;
    case "coupon":
      return <Coupon code={item.code} label={item.label} />;
    case "consult":
      return (
        <div class="consult">
          {item.productId && <Product card={cards.products[item.productId]} label={strings.consult.product} />}
          {item.orderId && <Order card={cards.orders[item.orderId]} label={strings.consult.order} />}
        </div>
      );
  }
}
