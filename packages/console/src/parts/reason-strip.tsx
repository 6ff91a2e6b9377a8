import { formatMoney } from "../format/money.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { ReasonChips } from "./reason-chips.tsx";

/** The reason and the product, in sight before the first word is read. */
export function ReasonStrip({ open }: { open: OpenConversation }) {
  const { cards, settings } = useDesk();
  const { reasons, consult, floor } = open.row.conversation;
  const product = consult?.productId ? cards.value.products[consult.productId] : undefined;
  const shows = reasons && reasons.length > 0 && (floor === "queued" || floor === "human");
  if (!shows && !product) return null;
  return (
    <div class="reason-strip">
      {shows && <ReasonChips reasons={reasons} />}
      {product && (
        <span class="reason-strip__product">
          <Icon name="bag" size={14} />
          <span class="reason-strip__title">{product.title}</span>
          <span class="price">{formatMoney(product.price, settings.locale.value)}</span>
        </span>
      )}
    </div>
  );
}
