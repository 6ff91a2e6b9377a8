import type { ShopSettings } from "@yiwen/shared";
import { ShopSettings as Schema } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { createKey, hashKey } from "../auth/keys.ts";
import type { Deps } from "../deps.ts";

/** A new shop's keys. The secret ones are shown now and never again. */
export type NewShop = { id: string; publicKey: string; secretKey: string; identitySecret: string };

/** Founds a shop with the default settings. */
export async function createShop(
  { directory, ids }: Pick<Deps, "directory" | "ids">,
  { name, publicKey = createKey("public") }: { name: string; publicKey?: string },
): Promise<NewShop> {
  const id = ids();
  const secretKey = createKey("secret");
  const identitySecret = createKey("identity");
  const settings = Value.Default(Schema, {}) as ShopSettings;
  await directory.createShop({ id, name, publicKey, identitySecret, settings, secretKeyHash: hashKey(secretKey) });
  return { id, publicKey, secretKey, identitySecret };
}
