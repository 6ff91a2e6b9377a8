import type { ShopSettings } from "@yiwen/shared";
import { ShopSettings as Schema } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { createKey, hashKey } from "../auth/keys.ts";
import type { Deps } from "../deps.ts";
import type { Shop } from "../ports/directory.ts";

/** A new shop. The secret key is shown now and never again. */
export type NewShop = { shop: Shop; secretKey: string };

/** Founds a shop with new keys; settings that are not given are the defaults. */
export async function createShop(
  { directory, ids }: Pick<Deps, "directory" | "ids">,
  given: { name: string; publicKey?: string; settings?: ShopSettings },
): Promise<NewShop> {
  const secretKey = createKey("secret");
  const shop: Shop = {
    id: ids(),
    name: given.name,
    publicKey: given.publicKey ?? createKey("public"),
    identitySecret: createKey("identity"),
    settings: given.settings ?? (Value.Default(Schema, {}) as ShopSettings),
  };
  await directory.createShop({ ...shop, secretKeyHash: hashKey(secretKey) });
  return { shop, secretKey };
}
