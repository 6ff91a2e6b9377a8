import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "../../../test/support/prepared-database.ts";
import { createCorrections } from "./corrections.ts";
import { createDirectory } from "./directory.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { createSharedShopData, createShopData } from "./shop-data.ts";

const correction = (id: string, intent: string) => ({
  id,
  intent,
  text: "东西想弄回去",
  by: { id: "mei", name: "小美" },
  conversationId: "talk",
  messageId: id,
  at: 7,
});

async function addShop({ sql }: OpenDatabase, id: string): Promise<void> {
  const settings = Value.Default(ShopSettings, {}) as ShopSettings;
  const shop = { id, name: id, publicKey: id, identitySecret: id, secretKeyHash: id, settings };
  await createDirectory(sql, () => 7).createShop(shop);
}

let db: OpenDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await addShop(db, "a");
});
afterAll(() => db.close());

test("NL63 a correction changes the shop's examples and nothing else of what is in memory", async () => {
  const shopData = createShopData(db.sql, () => 7);
  const corrections = createCorrections(db.sql, shopData);
  const before = await shopData.snapshot("a");
  expect(before?.examples.near("东西想弄回去")).toEqual([]);
  await corrections.save("a", correction("one", "returnGoods"));
  const after = await shopData.snapshot("a");
  expect(after?.examples.near("东西想弄回去")[0]).toMatchObject({ intent: "returnGoods" });
  expect(after?.catalogue).toBe(before?.catalogue);
  expect(after?.passages).toBe(before?.passages);
  expect(await corrections.remove("a", "one")).toBe(true);
  expect((await shopData.snapshot("a"))?.examples.size).toBe(0);
});

const shared = process.env.TEST_DATABASE_URL;

test.runIf(shared)("NL74 on a shared database every process uses a correction", { timeout: 20_000 }, async () => {
  const [here, there] = await Promise.all([1, 2].map(() => openDatabase({ url: shared! })));
  const [mine, theirs] = await Promise.all([here!, there!].map(({ sql }) => createSharedShopData(sql, () => 7)));
  const id = `corrected-${Date.now()}`;
  await addShop(here!, id);
  expect((await theirs!.snapshot(id))?.examples.size).toBe(0);
  await createCorrections(here!.sql, mine!).save(id, correction("one", "returnGoods"));
  await expect.poll(async () => (await theirs!.snapshot(id))?.examples.size).toBe(1);
  await Promise.all([here!.close(), there!.close()]);
});
