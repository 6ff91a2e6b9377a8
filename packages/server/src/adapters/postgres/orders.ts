import type { OrderCard } from "@yiwen/shared";
import { and, desc, eq } from "drizzle-orm";
import type { Orders } from "../../ports/orders.ts";
import type { Database } from "./connect.ts";
import { createOrm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { orders } from "./schema.ts";

/** The orders that the shop imported. */
export function createOrders(sql: Database): Orders {
  const orm = createOrm(sql);
  return withPlainErrors<Orders>({
    async find({ shop, externalId, orderId, limit }) {
      const mine = and(eq(orders.shop, shop), eq(orders.externalId, externalId));
      const rows = await orm
        .select({ card: orders.card })
        .from(orders)
        .where(orderId === undefined ? mine : and(mine, eq(orders.id, orderId)))
        .orderBy(desc(orders.placedAt), desc(orders.id))
        .limit(limit);
      return rows.map(({ card }) => card as OrderCard);
    },
  });
}
