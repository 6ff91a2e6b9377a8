import { Text, View } from "@tarojs/components";
import type { OrderCard } from "@yiwen/miniprogram";
import { formatDay, formatMoney, formatTime, pageOf } from "@yiwen/miniprogram/view";
import { useChatPage } from "../chat-context.ts";
import { Picture } from "../parts/picture.tsx";
import { useLanguage } from "../use-language.ts";
import { openHostPage } from "./open-host-page.ts";

/** Items shown before the rest is counted. */
const shown = 2;

/** An order as it stands now; `null` is one that can't be found, `undefined` one still being read. */
export function Order({ card, label }: { card: OrderCard | null | undefined; label?: string }) {
  const { order, product } = useLanguage().texts;
  const { pages } = useChatPage();
  if (!card) return <View className="yw-card yw-card-empty">{card === null ? order.gone : product.loading}</View>;
  const rest = card.items.length - shown;
  const page = pageOf(pages.order, card.id);
  return (
    <View className="yw-card yw-order" hoverClass={page ? "yw-pressed" : "none"} onClick={() => openHostPage(page)}>
      <View className="yw-order-line">
        <View>
          {label && <View className="yw-card-label">{label}</View>}
          <View className="yw-strong">{order.title(card.id)}</View>
        </View>
        <View className={`yw-order-status yw-is-${card.status}`}>{order.status[card.status]}</View>
      </View>
      {card.items.slice(0, shown).map((item) => (
        <View key={item.title} className="yw-order-line">
          <Picture src={item.image} />
          <View className="yw-card-title">{item.title}</View>
          <View className="yw-order-price">
            <View>{formatMoney(item.price)}</View>
            <View className="yw-quiet">{order.quantity(item.quantity)}</View>
          </View>
        </View>
      ))}
      <View className="yw-order-line">
        <Text className="yw-quiet">{rest > 0 ? order.more(rest) : ""}</Text>
        <View>
          {order.total} <Text className="yw-strong">{formatMoney(card.total)}</Text>
        </View>
      </View>
      <Parcel card={card} />
    </View>
  );
}

function Parcel({ card: { carrier, trackingNumber, latest } }: { card: OrderCard }) {
  const { locale, texts } = useLanguage();
  if (!trackingNumber && !latest) return null;
  return (
    <View className="yw-parcel">
      {latest && (
        <View>
          {latest.text}
          <Text className="yw-quiet">
            {" "}
            {formatDay(latest.at, Date.now(), texts, locale)} {formatTime(latest.at, locale)}
          </Text>
        </View>
      )}
      {trackingNumber && (
        <View className="yw-quiet">
          {carrier} {texts.order.tracking} {trackingNumber}
        </View>
      )}
    </View>
  );
}
