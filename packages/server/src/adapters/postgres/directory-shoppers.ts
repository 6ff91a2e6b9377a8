import { and, eq } from "drizzle-orm";
import type { Directory, ShopperRecord } from "../../ports/directory.ts";
import type { Orm } from "./orm.ts";
import { shoppers } from "./schema.ts";

type ShopperQueries = Pick<Directory, "shopperByResume" | "shopper" | "formerIds">;

/** Shoppers, anonymous and vouched for. */
export function createShopperQueries(orm: Orm): ShopperQueries {
  const find = async (where: ReturnType<typeof and>): Promise<ShopperRecord | undefined> => {
    const [row] = await orm.select().from(shoppers).where(where);
    return row && toShopper(row);
  };
  return {
    async shopperByResume(shop, resumeHash, fresh) {
      const mine = and(eq(shoppers.shop, shop), eq(shoppers.resumeHash, resumeHash));
      const known = await find(mine);
      if (known) return known;
      // Two tabs that arrive at once make one shopper: the second insert does nothing, both read the same row.
      await orm
        .insert(shoppers)
        .values({ shop, id: fresh.id, resumeHash, createdAt: fresh.createdAt })
        .onConflictDoNothing();
      return required(await find(mine));
    },
    shopper: (shop, id) => find(and(eq(shoppers.shop, shop), eq(shoppers.id, id))),
    async formerIds(shop, shopper) {
      const rows = await orm
        .select({ id: shoppers.id })
        .from(shoppers)
        .where(and(eq(shoppers.shop, shop), eq(shoppers.mergedInto, shopper)));
      return rows.map(({ id }) => id);
    },
  };
}

function toShopper(row: typeof shoppers.$inferSelect): ShopperRecord {
  const { shop, id, externalId, name, mergedInto, createdAt } = row;
  return {
    shop,
    id,
    createdAt,
    ...(externalId && { externalId }),
    ...(name && { name }),
    ...(mergedInto && { mergedInto }),
  };
}

function required(record: ShopperRecord | undefined): ShopperRecord {
  if (!record) throw new Error("a shopper disappeared while it was made");
  return record;
}
