import type { InboxRow } from "@yiwen/shared";
import { shopperName } from "../format/names.ts";
import type { Desk } from "./desk.ts";

/** The inbox rows as listed: those that fit the search, by shopper, product or latest words. */
export function visibleRows(desk: Desk): InboxRow[] {
  const { rows } = desk.state.value.inbox;
  const wanted = desk.search.value.trim().toLowerCase();
  if (!wanted) return rows;
  const { products } = desk.cards.value;
  return rows.filter(({ shopper, conversation }) => {
    const title = products[conversation.consult?.productId ?? ""]?.title ?? "";
    const name = shopperName(shopper, desk.settings.t.value);
    return [name, title, conversation.last?.preview ?? ""].some((text) => text.toLowerCase().includes(wanted));
  });
}
