import { and, eq, gt, sql } from "drizzle-orm";
import { mostGrants, type Subscriptions } from "../../ports/subscriptions.ts";
import type { Database } from "./connect.ts";
import { createOrm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { subscriptions } from "./schema-shoppers.ts";

/** Shoppers' permissions for subscription messages, on PostgreSQL. */
export function createSubscriptions(database: Database): Subscriptions {
  const orm = createOrm(database);
  const { remaining } = subscriptions;
  const of = (shop: string, shopper: string, template: string) =>
    and(eq(subscriptions.shop, shop), eq(subscriptions.shopper, shopper), eq(subscriptions.template, template));
  return withPlainErrors<Subscriptions>({
    async grant(shop, shopper, template) {
      const [row] = await orm
        .insert(subscriptions)
        .values({ shop, shopper, template, remaining: 1 })
        .onConflictDoUpdate({
          target: [subscriptions.shop, subscriptions.shopper, subscriptions.template],
          set: { remaining: sql`least(${remaining} + 1, ${mostGrants}::int)` },
        })
        .returning({ remaining });
      return row?.remaining ?? 0;
    },
    async take(shop, shopper, template) {
      const taken = await orm
        .update(subscriptions)
        .set({ remaining: sql`${remaining} - 1` })
        .where(and(of(shop, shopper, template), gt(remaining, 0)))
        .returning({ remaining });
      return taken.length > 0;
    },
    async forget(shop, shopper, template) {
      await orm.delete(subscriptions).where(of(shop, shopper, template));
    },
  });
}
