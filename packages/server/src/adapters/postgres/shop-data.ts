import { and, eq, inArray, sql as raw } from "drizzle-orm";
import type { Passage, Product } from "../../dialogue/facts.ts";
import { createCatalogue } from "../../knowledge/catalogue.ts";
import { createPassages } from "../../knowledge/passages.ts";
import type { ShopData, ShopSnapshot } from "../../ports/shop-data.ts";
import type { Database } from "./connect.ts";
import { storedSettings } from "./directory.ts";
import { createOrm, type Orm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { orders, passages, products, shops } from "./schema.ts";

/** Rows in one statement: well below the protocol's 65,535 parameters. */
const batch = 1000;

const excluded = (column: string) => raw.raw(`excluded."${column}"`);

/** Where the processes on one database tell each other which shop changed. */
const channel = "yiwen_shop_changed";

type Cache = Map<string, Promise<ShopSnapshot | undefined>>;

/** What shops imported, on PostgreSQL, with a snapshot of each shop kept in memory. `now` answers epoch milliseconds. */
export function createShopData(sql: Database, now: () => number): ShopData {
  const cache: Cache = new Map();
  return overCache(sql, { now, cache, changed: (shop) => void cache.delete(shop) });
}

/** The same on a database that other processes write to: each hears of the others' changes. */
export async function createSharedShopData(sql: Database, now: () => number): Promise<ShopData> {
  const cache: Cache = new Map();
  // Called at every new connection: what was said while there was none was missed.
  const connected = () => cache.clear();
  await sql.listen(channel, (shop) => void cache.delete(shop), connected);
  const changed = (shop: string) => {
    cache.delete(shop);
    // When it can't be said, the connection is gone; the others' are too, and they read anew when they are back.
    sql.notify(channel, shop).catch(() => {});
  };
  return overCache(sql, { now, cache, changed });
}

type Parts = { now: () => number; cache: Cache; changed: (shop: string) => void };

function overCache(sql: Database, { now, cache, changed }: Parts): ShopData {
  const orm = createOrm(sql);

  return withPlainErrors<ShopData>({
    changed,
    snapshot(shop) {
      const known = cache.get(shop);
      if (known) return known;
      const loading = loadSnapshot(orm, shop);
      cache.set(shop, loading);
      // Neither a failure nor a shop that is not there yet is remembered.
      const forget = () => {
        if (cache.get(shop) === loading) cache.delete(shop);
      };
      loading.then((snapshot) => snapshot ?? forget(), forget);
      return loading;
    },
    async saveProducts(shop, rows) {
      const updatedAt = now();
      const values = rows.map(({ product, listed }) => ({ shop, id: product.id, listed, card: product, updatedAt }));
      await inBatches(values, (some) =>
        orm
          .insert(products)
          .values(some)
          .onConflictDoUpdate({
            target: [products.shop, products.id],
            set: { listed: excluded("listed"), card: excluded("card"), updatedAt },
          }),
      );
      changed(shop);
    },
    async savePassages(shop, documents, all) {
      const values = all.map((passage) => ({ shop, id: passage.id, document: passage.document, passage }));
      await orm.transaction(async (tx) => {
        if (documents.length > 0) {
          await tx.delete(passages).where(and(eq(passages.shop, shop), inArray(passages.document, documents)));
        }
        // Two imports of one document at once: the later one stands.
        await inBatches(values, (some) =>
          tx
            .insert(passages)
            .values(some)
            .onConflictDoUpdate({
              target: [passages.shop, passages.id],
              set: { document: excluded("document"), passage: excluded("passage") },
            }),
        );
      });
      changed(shop);
    },
    async saveOrders(shop, rows) {
      const values = rows.map(({ externalId, order }) => ({
        shop,
        id: order.id,
        externalId,
        placedAt: order.placedAt,
        card: order,
      }));
      await inBatches(values, (some) =>
        orm
          .insert(orders)
          .values(some)
          .onConflictDoUpdate({
            target: [orders.shop, orders.id],
            set: { externalId: excluded("external_id"), placedAt: excluded("placed_at"), card: excluded("card") },
          }),
      );
    },
  });
}

async function inBatches<T>(rows: T[], save: (some: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) await save(rows.slice(at, at + batch));
}

async function loadSnapshot(orm: Orm, id: string): Promise<ShopSnapshot | undefined> {
  const [shop] = await orm.select().from(shops).where(eq(shops.id, id));
  if (!shop) return undefined;
  const goods = await orm
    .select({ card: products.card })
    .from(products)
    .where(and(eq(products.shop, id), eq(products.listed, true)))
    .orderBy(products.id);
  const texts = await orm
    .select({ passage: passages.passage })
    .from(passages)
    .where(eq(passages.shop, id))
    .orderBy(passages.id);
  return {
    id,
    name: shop.name,
    settings: storedSettings(shop.settings),
    catalogue: createCatalogue(goods.map(({ card }) => card as Product)),
    passages: createPassages(texts.map(({ passage }) => passage as Passage)),
  };
}
