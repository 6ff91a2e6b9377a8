import { OrderCardView } from "../cards/order.tsx";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { Section } from "./section.tsx";

/** The shopper's latest orders. */
export function SideOrders({ open }: { open: OpenConversation }) {
  const t = useDesk().settings.t.value;
  const orderIds = open.thread?.shopper.orderIds ?? [];
  return (
    <Section title={t.side.orders} aside={orderIds.length > 0 ? orderIds.length : undefined}>
      {orderIds.length === 0 && <p class="quiet">{t.side.noOrders}</p>}
      {orderIds.map((orderId) => (
        <OrderCardView key={orderId} orderId={orderId} />
      ))}
    </Section>
  );
}
