import { formatMoney } from "../format/money.ts";
import { formatDate, formatMoment } from "../format/time.ts";
import { useDesk } from "../parts/desk-context.ts";

/** An order as it stands now. */
export function OrderCardView({ orderId }: { orderId: string }) {
  const { cards, settings, now } = useDesk();
  const t = settings.t.value;
  const locale = settings.locale.value;
  const order = cards.value.orders[orderId];
  if (!order) {
    return (
      <div class="card card--empty">
        <p>{order === null ? t.side.goneOrder : t.side.loading}</p>
        <code>{orderId}</code>
      </div>
    );
  }
  return (
    <details class="card card--order">
      <summary>
        <span class="card__line">
          <code>{order.id}</code>
          <span class={`tag order--${order.status}`}>{t.orderStatus[order.status]}</span>
        </span>
        <span class="card__line">
          <span class="card__muted">{formatDate(order.placedAt, now.peek(), locale)}</span>
          <span class="price">{formatMoney(order.total, locale)}</span>
        </span>
      </summary>
      <ul class="order__items">
        {order.items.map((item) => (
          <li key={`${item.productId}.${item.title}`}>
            <span>{item.title}</span>
            <span class="number">{t.side.quantity(item.quantity)}</span>
            <span class="number">{formatMoney(item.price, locale)}</span>
          </li>
        ))}
      </ul>
      {order.trackingNumber && (
        <p class="card__muted">
          {t.side.tracking}: {order.carrier} <code>{order.trackingNumber}</code>
        </p>
      )}
      {order.latest && (
        <p class="card__muted">
          {formatMoment(order.latest.at, locale)} · {order.latest.text}
        </p>
      )}
    </details>
  );
}
