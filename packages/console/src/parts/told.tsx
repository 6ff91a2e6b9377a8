import { OrderCardView } from "../cards/order.tsx";
import { ProductCardView } from "../cards/product.tsx";
import { formatClock } from "../format/time.ts";
import type { Texts } from "../i18n/index.ts";
import type { ThreadItem } from "../thread/items.ts";
import { useDesk } from "./desk-context.ts";

type ToldEvent = Extract<ThreadItem, { kind: "told" }>["event"];

/** Something that happened, as one quiet line; a consult with its card. */
export function Told({ event }: { event: ToldEvent }) {
  const { settings } = useDesk();
  const tone = toneOf(event);
  return (
    <div class={`told${tone ? ` told--${tone}` : ""}`}>
      <p>
        <span>{toldText(event, settings.t.value)}</span>
        <time class="number">{formatClock(event.at, settings.locale.value)}</time>
      </p>
      {event.type === "conversation.consulted" && event.data.productId && (
        <ProductCardView productId={event.data.productId} />
      )}
      {event.type === "conversation.consulted" && event.data.orderId && <OrderCardView orderId={event.data.orderId} />}
      {event.type === "conversation.rated" && event.data.comment && <blockquote>{event.data.comment}</blockquote>}
    </div>
  );
}

function toldText(event: ToldEvent, t: Texts): string {
  switch (event.type) {
    case "conversation.opened":
      return t.told.opened;
    case "conversation.consulted":
      return event.data.productId ? t.told.consultedProduct : t.told.consultedOrder;
    case "coupon.granted":
      return t.told.coupon(event.data.label, event.data.code);
    case "handoff.requested":
      return event.data.staffed ? t.told.queued : t.told.queuedUnstaffed;
    case "handoff.cancelled":
      return t.told.cancelled;
    case "handoff.timedOut":
      return t.told.timedOut;
    case "agent.joined":
      return t.told.joined(event.data.name);
    case "agent.left":
      return t.told.left[event.data.why](event.data.name);
    case "conversation.closed":
      return t.told.closed(t.resolutions[event.data.resolution]);
    case "conversation.rated":
      return t.told.rated(event.data.score);
    case "shopper.identified":
      return t.told.identified(event.data.name);
    case "shopper.notified":
      return t.told.notified;
    case "shopper.unreachable":
      return `${t.told.unreachable}${t.unreachable[event.data.reason]}`;
    case "shopper.returned":
      return t.told.returned;
    case "effect.failed":
      return t.told.effectFailed(`${event.data.kind} · ${event.data.error}`);
  }
}

const warnings: ReadonlySet<ToldEvent["type"]> = new Set([
  "handoff.requested",
  "handoff.timedOut",
  "shopper.unreachable",
]);

function toneOf(event: ToldEvent): "danger" | "warning" | undefined {
  if (event.type === "effect.failed") return "danger";
  return warnings.has(event.type) ? "warning" : undefined;
}
