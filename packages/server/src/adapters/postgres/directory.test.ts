import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "../../../test/support/prepared-database.ts";
import type { Directory } from "../../ports/directory.ts";
import { createDirectory } from "./directory.ts";
import type { OpenDatabase } from "./open-database.ts";
import { readSigningKey } from "./signing-key.ts";

let db: OpenDatabase;
let directory: Directory;
let now = 1_000;

const settings = Value.Default(ShopSettings, {}) as ShopSettings;
const shop = (id: string) => ({
  id,
  name: `Shop ${id}`,
  publicKey: `pk_${id}`,
  identitySecret: `identity-${id}`,
  secretKeyHash: `hash-${id}`,
  settings,
});

beforeAll(async () => {
  db = await openTestDatabase();
  directory = createDirectory(db.sql, () => now);
  await directory.createShop(shop("a"));
  await directory.createShop(shop("b"));
});
afterAll(() => db.close());

test("HT4 a shop is found by its id, its public key and the hash of its secret key", async () => {
  const expected = { id: "a", name: "Shop a", publicKey: "pk_a", identitySecret: "identity-a", settings };
  expect(await directory.shop("a")).toEqual(expected);
  expect(await directory.shopByPublicKey("pk_a")).toEqual(expected);
  expect(await directory.shopBySecretKeyHash("hash-a")).toEqual(expected);
  expect(await directory.shopByPublicKey("pk_c")).toBeUndefined();
});

test("HT4 settings saved are settings read, and those of other shops stay", async () => {
  await directory.saveSettings("b", { ...settings, accent: "#112233" });
  expect((await directory.shop("b"))?.settings.accent).toBe("#112233");
  expect((await directory.shop("a"))?.settings.accent).toBe(settings.accent);
});

test("HT4 settings that an older version stored are completed with the defaults", async () => {
  await db.sql`update shops set settings = ${db.sql.json({ accent: "#445566", gone: 1 })} where id = 'b'`;
  expect((await directory.shop("b"))?.settings).toEqual({ ...settings, accent: "#445566" });
});

test("HT4 a stored setting that this version doesn't take is at its default by itself; all others are kept", async () => {
  const stored = {
    allowedOrigins: ["https://shop.example"],
    accent: "blue",
    hours: { timeZone: "Europe/Berlin", open: [{ day: 1, from: -1, to: 540 }] },
    handoff: "never",
    weapp: { replyTemplateId: "t-1", replyData: { "thing1.DATA": "{reply}" } },
  };
  await db.sql`update shops set settings = ${db.sql.json(stored)} where id = 'b'`;
  expect((await directory.shop("b"))?.settings).toEqual({
    ...settings,
    allowedOrigins: ["https://shop.example"],
    hours: { timeZone: "Europe/Berlin", open: [] },
    weapp: { ...settings.weapp, replyTemplateId: "t-1" },
  });
  await db.sql`update shops set settings = 'null'::jsonb where id = 'b'`;
  expect((await directory.shop("b"))?.settings).toEqual(settings);
});

test("HT5 an email belongs to one agent, however it is written", async () => {
  const agent = { shop: "a", id: "a1", email: "Lin@Shop.example", name: "Lin", role: "agent" as const };
  expect(await directory.createAgent({ ...agent, passwordHash: "x" })).toBe("created");
  expect(await directory.createAgent({ ...agent, shop: "b", id: "b1", passwordHash: "y" })).toBe("email_taken");
  expect(await directory.agentByEmail("LIN@shop.example")).toEqual({
    ...agent,
    email: "lin@shop.example",
    passwordHash: "x",
  });
});

test("HT5 an agent is found in their own shop only", async () => {
  expect((await directory.agent("a", "a1"))?.name).toBe("Lin");
  expect(await directory.agent("b", "a1")).toBeUndefined();
  expect((await directory.agents("a")).map(({ id }) => id)).toEqual(["a1"]);
  expect(await directory.agents("b")).toEqual([]);
});

test("HT6 an agent's session ends when it runs out and when it is ended", async () => {
  now = 1_000;
  await directory.createAgentSession({ tokenHash: "t1", shop: "a", agent: "a1", expiresAt: 2_000 });
  expect((await directory.agentSession("t1", 1_999))?.agent.id).toBe("a1");
  expect(await directory.agentSession("t1", 2_000)).toBeUndefined();
  await directory.endAgentSession("t1");
  expect(await directory.agentSession("t1", 1_000)).toBeUndefined();
});

test("HT6 signing in sweeps out sessions that have run out", async () => {
  now = 1_000;
  await directory.createAgentSession({ tokenHash: "old", shop: "a", agent: "a1", expiresAt: 2_000 });
  now = 3_000;
  await directory.createAgentSession({ tokenHash: "new", shop: "a", agent: "a1", expiresAt: 4_000 });
  expect(await directory.agentSession("old", 1_500)).toBeUndefined();
  expect(await directory.agentSession("new", 3_000)).toBeDefined();
});

test("HT7 two tabs that arrive at once are one shopper", async () => {
  const arrive = (id: string) => directory.shopperByResume("a", "resume", { shop: "a", id, createdAt: 5 });
  const [first, second] = await Promise.all([arrive("s1"), arrive("s2")]);
  expect(second).toEqual(first);
  expect(await arrive("s3")).toEqual(first);
  expect((await directory.shopperByResume("b", "resume", { shop: "b", id: "s4", createdAt: 5 })).id).toBe("s4");
});

test("HT7 whom the shop vouches for stays the same shopper, and the name follows the shop's", async () => {
  const arrive = async (id: string, name?: string) => {
    const claims = { externalId: "ext-1", ...(name && { name }) };
    return (await directory.recognise("a", claims, { shop: "a", id, createdAt: 5 })).shopper;
  };
  expect(await arrive("v1", "林")).toEqual({ shop: "a", id: "v1", externalId: "ext-1", name: "林", createdAt: 5 });
  expect((await arrive("v2", "林小姐")).name).toBe("林小姐");
  expect(await arrive("v3")).toMatchObject({ id: "v1", name: "林小姐" });
  expect(await directory.shopper("b", "v1")).toBeUndefined();
});

test("HT38 a query that fails says why, and shows nothing of what was asked or stored", async () => {
  const error: Error = await directory.createShop({ ...shop("a"), identitySecret: "hunter2" }).then(
    () => expect.unreachable(),
    (reason) => reason,
  );
  expect(error).toMatchObject({ code: "23505" });
  expect(JSON.stringify([error, error.message, error.stack])).not.toContain("hunter2");
});

test("HT8 the signing key is made once and is the same for every node", async () => {
  const [one, two] = await Promise.all([readSigningKey(db.sql), readSigningKey(db.sql)]);
  expect(one.length).toBe(32);
  expect(two).toEqual(one);
});
