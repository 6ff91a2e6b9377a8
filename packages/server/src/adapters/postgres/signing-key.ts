import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "./connect.ts";
import { createOrm } from "./orm.ts";
import { serverSettings } from "./schema.ts";

/** The key that signs shoppers' tokens: made at the first start and kept, so that tokens outlive a restart. */
export async function readSigningKey(sql: Database): Promise<Uint8Array> {
  const orm = createOrm(sql);
  await orm
    .insert(serverSettings)
    .values({ key: "signing_key", value: randomBytes(32).toString("base64url") })
    .onConflictDoNothing();
  const [row] = await orm.select().from(serverSettings).where(eq(serverSettings.key, "signing_key"));
  return Buffer.from(row?.value ?? "", "base64url");
}
