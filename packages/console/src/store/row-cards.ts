import { effect } from "@preact/signals";
import { limits } from "@yiwen/shared";
import type { Desk } from "./desk.ts";

/** Reads the products that inbox rows are about, each once, so that a row shows a title instead of an id. */
export function startRowCards(desk: Desk): () => void {
  const asked = new Set<string>();
  return effect(() => {
    const { inbox, connection } = desk.state.value;
    if (connection !== "online") return asked.clear();
    const { products } = desk.cards.peek();
    const wanted = inbox.rows
      .map((row) => row.conversation.consult?.productId ?? "")
      .filter((id) => id && products[id] === undefined && !asked.has(id));
    const productIds = [...new Set(wanted)].slice(0, limits.cardBatch);
    if (productIds.length === 0) return;
    for (const id of productIds) asked.add(id);
    void desk.client.readCards({ productIds, orderIds: [] });
  });
}
