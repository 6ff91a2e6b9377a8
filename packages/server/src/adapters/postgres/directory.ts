import { type and, eq } from "drizzle-orm";
import type { Directory, Shop } from "../../ports/directory.ts";
import type { Database } from "./connect.ts";
import { createAgentQueries } from "./directory-agents.ts";
import { createShopperQueries } from "./directory-shoppers.ts";
import { createWechatQueries } from "./directory-wechat.ts";
import { createOrm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { createRecogniser } from "./recognise.ts";
import { shops } from "./schema.ts";
import { storedSettings } from "./stored-settings.ts";

/** The directory on PostgreSQL. `now` answers epoch milliseconds. */
export function createDirectory(sql: Database, now: () => number): Directory {
  const orm = createOrm(sql);
  const find = async (where: ReturnType<typeof and>): Promise<Shop | undefined> => {
    const [row] = await orm.select().from(shops).where(where);
    return row && toShop(row);
  };
  return withPlainErrors<Directory>({
    ...createAgentQueries(orm, now),
    ...createShopperQueries(orm),
    recognise: createRecogniser(sql, now),
    ...createWechatQueries(orm),

    async createShop({ id, name, publicKey, identitySecret, secretKeyHash, settings }) {
      const createdAt = now();
      await orm.insert(shops).values({ id, name, publicKey, identitySecret, secretKeyHash, settings, createdAt });
    },
    shopByPublicKey: (publicKey) => find(eq(shops.publicKey, publicKey)),
    shopBySecretKeyHash: (hash) => find(eq(shops.secretKeyHash, hash)),
    shop: (id) => find(eq(shops.id, id)),
    async saveSettings(shop, settings) {
      await orm.update(shops).set({ settings }).where(eq(shops.id, shop));
    },
  });
}

function toShop(row: typeof shops.$inferSelect): Shop {
  const { id, name, publicKey, identitySecret, settings } = row;
  return { id, name, publicKey, identitySecret, settings: storedSettings(settings) };
}
