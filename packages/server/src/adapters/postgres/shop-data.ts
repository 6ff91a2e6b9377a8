import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql as raw } from "drizzle-orm";
import type { ShopChange, ShopData, ShopListener } from "../../ports/shop-data.ts";
import type { Database } from "./connect.ts";
import { createOrm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { orders, passages, products } from "./schema.ts";
import { createShopSnapshots, type ShopSnapshots } from "./shop-snapshots.ts";

/** Rows in one statement: well below the protocol's 65,535 parameters. */
const batch = 1000;

const excluded = (column: string) => raw.raw(`excluded."${column}"`);

/** Where the processes on one database tell each other which shop changed. */
const channel = "yiwen_shop_changed";
/** The longest text that a notification can carry, in bytes, with room for what is around it. */
const longestNotice = 7000;

/** What shops imported, on PostgreSQL, with a snapshot of each shop kept in memory. `now` answers epoch milliseconds. */
export function createShopData(sql: Database, now: () => number): ShopData {
  const snapshots = createShopSnapshots(createOrm(sql));
  const { tell, onChange } = createListeners();
  const changed: ShopData["changed"] = (shop, change = "all") => {
    snapshots.changed(shop, change);
    tell(shop, change);
  };
  return overSnapshots(sql, { now, snapshots, changed, onChange });
}

/** The same on a database that other processes write to: each hears of the others' changes. */
export async function createSharedShopData(sql: Database, now: () => number): Promise<ShopData> {
  const snapshots = createShopSnapshots(createOrm(sql));
  // Who says so: a process has no need to hear itself.
  const me = randomUUID();
  const { tell, onChange } = createListeners();
  const hear = (notice: string) => {
    const { from, shop, change } = JSON.parse(notice) as { from: string; shop: string; change: ShopChange };
    if (from === me) return;
    snapshots.changed(shop, change);
    tell(shop, change);
  };
  // Called at every new connection: what was said while there was none was missed.
  const connected = () => {
    snapshots.clear();
    tell(undefined, "all");
  };
  await sql.listen(channel, hear, connected);
  const changed: ShopData["changed"] = (shop, change = "all") => {
    snapshots.changed(shop, change);
    tell(shop, change);
    const notice = JSON.stringify({ from: me, shop, change });
    const told =
      Buffer.byteLength(notice) <= longestNotice ? notice : JSON.stringify({ from: me, shop, change: "all" });
    // When it can't be said, the connection is gone; the others' are too, and they read anew when they are back.
    sql.notify(channel, told).catch(() => {});
  };
  return overSnapshots(sql, { now, snapshots, changed, onChange });
}

function createListeners(): { tell: ShopListener } & Pick<ShopData, "onChange"> {
  const listeners = new Set<ShopListener>();
  return {
    tell: (shop, change) => {
      for (const listener of listeners) listener(shop, change);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

type Parts = { now: () => number; snapshots: ShopSnapshots } & Pick<ShopData, "changed" | "onChange">;

function overSnapshots(sql: Database, { now, snapshots, changed, onChange }: Parts): ShopData {
  const orm = createOrm(sql);

  return withPlainErrors<ShopData>({
    changed,
    onChange,
    snapshot: snapshots.of,
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
      changed(shop, "goods");
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
      changed(shop, { documents });
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
