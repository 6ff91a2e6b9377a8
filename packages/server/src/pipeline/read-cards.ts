import type { Cards, WireEvent } from "@yiwen/shared";
import type { Deps } from "../deps.ts";

type Question = { shop: string; shopper: string; productIds: Iterable<string>; orderIds: Iterable<string> };

/** The cards asked for as they stand now: goods on sale, and orders of that shopper only; `null` for the rest. */
export async function readCards(deps: Deps, { shop, shopper, productIds, orderIds }: Question): Promise<Cards> {
  const snapshot = await deps.shopData.snapshot(shop);
  const products = Object.fromEntries([...productIds].map((id) => [id, snapshot?.catalogue.get(id) ?? null]));
  const ids = [...orderIds];
  if (ids.length === 0) return { products, orders: {} };
  const externalId = (await deps.directory.shopper(shop, shopper))?.externalId;
  const found = await Promise.all(ids.map((orderId) => readOrder(deps, shop, externalId, orderId)));
  return { products, orders: Object.fromEntries(ids.map((id, n) => [id, found[n] ?? null])) };
}

/** One order, if it is this shopper's. A card that can't be read is shown as gone; the thread is shown all the same. */
async function readOrder(deps: Deps, shop: string, externalId: string | undefined, orderId: string) {
  if (!externalId) return null;
  try {
    const [order] = await deps.orders.find({ shop, externalId, orderId, limit: 1 });
    return order ?? null;
  } catch (error) {
    deps.log.warn({ err: error, shop }, "reading an order's card failed");
    return null;
  }
}

/** The ids of all cards that these events show. */
export function cardIds(events: WireEvent[]): { productIds: Set<string>; orderIds: Set<string> } {
  const productIds = new Set<string>();
  const orderIds = new Set<string>();
  for (const event of events) {
    const shown =
      event.type === "conversation.consulted" ? event.data : event.type === "message.sent" ? event.data.content : {};
    if ("productId" in shown && shown.productId) productIds.add(shown.productId);
    if ("orderId" in shown && shown.orderId) orderIds.add(shown.orderId);
  }
  return { productIds, orderIds };
}
