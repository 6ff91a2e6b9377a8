import type { OrderCard } from "@yiwen/shared";
import { useLanguage } from "../i18n/context.ts";
import { formatDay, formatMoney, formatTime } from "../i18n/format.ts";
import { Icon } from "../parts/icon.tsx";
import { Picture } from "../parts/picture.tsx";

/** Items shown before the rest is counted. */
const shown = 2;

/** An order as it stands now; `null` is one that can't be found, `undefined` one still being read. */
export function Order({ card, label }: { card: OrderCard | null | undefined; label?: string }) {
  const { locale, strings } = useLanguage();
  const { order, product } = strings;
  if (!card) {
    return (
      <div class="card card-empty" aria-busy={card === undefined}>
        <Icon name="bag" />
        {card === null ? order.gone : product.loading}
      </div>
    );
  }
  const rest = card.items.length - shown;
  return (
    <div class="card order">
      <div class="order-head">
        <span>
          {label && <span class="card-label">{label}</span>}
          <span class="order-id">{order.title(card.id)}</span>
        </span>
        <span class={`order-status is-${card.status}`}>{order.status[card.status]}</span>
      </div>
      {card.items.slice(0, shown).map((item) => (
        <div class="order-item" key={item.title}>
          <Picture src={item.image} />
          <span class="card-title">{item.title}</span>
          <span class="order-price">
            {formatMoney(item.price, locale)}
            <span class="quiet">{order.quantity(item.quantity)}</span>
          </span>
        </div>
      ))}
      <div class="order-foot">
        <span class="quiet">{rest > 0 && order.more(rest)}</span>
        <span>
          {order.total} <b>{formatMoney(card.total, locale)}</b>
        </span>
      </div>
      <Parcel card={card} />
    </div>
  );
}

function Parcel({ card: { carrier, trackingNumber, latest } }: { card: OrderCard }) {
  const { locale, strings } = useLanguage();
  if (!trackingNumber && !latest) return null;
  return (
    <div class="order-parcel">
      {latest && (
        <span>
          {latest.text}
          <span class="quiet">
            {formatDay(latest.at, Date.now(), strings, locale)} {formatTime(latest.at, locale)}
          </span>
        </span>
      )}
      {trackingNumber && (
        <span class="quiet">
          {carrier} {strings.order.tracking} {trackingNumber}
        </span>
      )}
    </div>
  );
}
