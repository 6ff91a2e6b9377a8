import { type Behaviour, limits } from "@yiwen/shared";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Behaviours } from "../../ports/behaviours.ts";
import type { Database } from "./connect.ts";
import { createOrm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { behaviours } from "./schema-shoppers.ts";

/** Shoppers' behaviour on PostgreSQL. */
export function createBehaviours(database: Database): Behaviours {
  const orm = createOrm(database);
  const of = (shop: string, shopper: string) => and(eq(behaviours.shop, shop), eq(behaviours.shopper, shopper));
  return withPlainErrors<Behaviours>({
    async save(shop, shopper, events) {
      if (events.length === 0) return;
      await orm
        .insert(behaviours)
        .values(events.map((event) => ({ shop, shopper, ...event })))
        .onConflictDoNothing();
      const firstTooMany = orm
        .select({ at: behaviours.at, id: behaviours.id })
        .from(behaviours)
        .where(of(shop, shopper))
        .orderBy(desc(behaviours.at), desc(behaviours.id))
        .offset(limits.behavioursKept)
        .limit(1);
      await orm
        .delete(behaviours)
        .where(and(of(shop, shopper), sql`(${behaviours.at}, ${behaviours.id}) <= (${firstTooMany})`));
    },
    async latest(shop, shopper, limit) {
      const rows = await orm
        .select({ id: behaviours.id, type: behaviours.type, at: behaviours.at, data: behaviours.data })
        .from(behaviours)
        .where(of(shop, shopper))
        .orderBy(desc(behaviours.at), desc(behaviours.id))
        .limit(limit);
      return rows as Behaviour[];
    },
  });
}
