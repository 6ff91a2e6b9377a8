import { and, eq } from "drizzle-orm";
import type { Directory, ShopperRecord } from "../../ports/directory.ts";
import type { Orm } from "./orm.ts";
import { shoppers } from "./schema.ts";

type ShopperQueries = Pick<Directory, "shopperByResume" | "shopperByExternalId" | "shopper">;

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
    async shopperByExternalId(shop, externalId, fresh) {
      const mine = and(eq(shoppers.shop, shop), eq(shoppers.externalId, externalId));
      const known = await find(mine);
      if (known && (fresh.name === undefined || fresh.name === known.name)) return known;
      const name = fresh.name ?? null;
      await orm
        .insert(shoppers)
        .values({ shop, id: fresh.id, externalId, name, createdAt: fresh.createdAt })
        .onConflictDoUpdate({
          target: [shoppers.shop, shoppers.externalId],
          set: { ...(name !== null && { name }), externalId },
        });
      return required(await find(mine));
    },
    shopper: (shop, id) => find(and(eq(shoppers.shop, shop), eq(shoppers.id, id))),
  };
}

function toShopper({ shop, id, externalId, name, createdAt }: typeof shoppers.$inferSelect): ShopperRecord {
  return { shop, id, createdAt, ...(externalId && { externalId }), ...(name && { name }) };
}

function required(record: ShopperRecord | undefined): ShopperRecord {
  if (!record) throw new Error("a shopper disappeared while it was made");
  return record;
}
