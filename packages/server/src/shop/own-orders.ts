import type { OrderCard } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import type { Directory } from "../ports/directory.ts";
import type { Orders } from "../ports/orders.ts";

const latest = 20;

/** The shopper's own latest orders, or one of them; a shopper the shop has not vouched for has none. */
export async function ownOrders(
  { orders, directory }: { orders: Orders; directory: Directory },
  { shop, shopper }: Conversation,
  orderId?: string,
): Promise<OrderCard[]> {
  const externalId = shopper.verified ? (await directory.shopper(shop, shopper.id))?.externalId : undefined;
  if (!externalId) return [];
  return orders.find({ shop, externalId, limit: latest, ...(orderId && { orderId }) });
}
