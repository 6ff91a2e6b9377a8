import type { OrderCard } from "@yiwen/shared";
import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "../../../test/support/prepared-database.ts";
import type { Passage, Product } from "../../dialogue/facts.ts";
import type { Orders } from "../../ports/orders.ts";
import type { ShopData } from "../../ports/shop-data.ts";
import { createDirectory } from "./directory.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { createOrders } from "./orders.ts";
import { createSharedShopData, createShopData } from "./shop-data.ts";

let db: OpenDatabase;
let shopData: ShopData;
let orders: Orders;

const price = (amount: number) => ({ amount, currency: "CNY" });
const product = (id: string, amount = 9900): Product => ({
  id,
  title: `羊毛大衣 ${id}`,
  category: "外套",
  price: price(amount),
  stock: 3,
  skus: [],
  attributes: {},
});
const passage = (document: string, id: string, text: string): Passage => ({
  id,
  document,
  title: document,
  quote: text,
  text,
  language: "zh",
});
const order = (id: string, placedAt: number): OrderCard => ({
  id,
  status: "paid",
  placedAt,
  total: price(100),
  items: [],
});

beforeAll(async () => {
  db = await openTestDatabase();
  shopData = createShopData(db.sql, () => 7);
  orders = createOrders(db.sql);
  const directory = createDirectory(db.sql, () => 7);
  const settings = Value.Default(ShopSettings, {}) as ShopSettings;
  for (const id of ["a", "b"]) {
    await directory.createShop({ id, name: id, publicKey: id, identitySecret: id, secretKeyHash: id, settings });
  }
});
afterAll(() => db.close());

test("HT9 the snapshot holds the goods on sale of that shop, as they stand after the last import", async () => {
  await shopData.saveProducts("a", [
    { product: product("p1"), listed: true },
    { product: product("p2"), listed: false },
  ]);
  const before = await shopData.snapshot("a");
  expect(before?.catalogue.get("p1")).toEqual(product("p1"));
  expect(before?.catalogue.get("p2")).toBeUndefined();
  await shopData.saveProducts("a", [
    { product: product("p1", 8800), listed: true },
    { product: product("p2"), listed: true },
  ]);
  const after = await shopData.snapshot("a");
  expect(after?.catalogue.get("p1")?.price.amount).toBe(8800);
  expect(after?.catalogue.size).toBe(2);
  expect((await shopData.snapshot("b"))?.catalogue.size).toBe(0);
});

test("HT9 the snapshot is read once until something changes", async () => {
  const first = await shopData.snapshot("a");
  expect(await shopData.snapshot("a")).toBe(first);
  shopData.changed("a", "settings");
  expect(await shopData.snapshot("a")).not.toBe(first);
});

test("HT9 a shop that is not there is not remembered as missing", async () => {
  expect(await shopData.snapshot("c")).toBeUndefined();
  await db.sql`insert into shops select 'c', 'c', 'c', 'c', 'c', settings, 1 from shops where id = 'a'`;
  expect((await shopData.snapshot("c"))?.name).toBe("c");
});

test("HT10 importing a document again replaces its passages and leaves the other documents", async () => {
  await shopData.savePassages(
    "a",
    ["returns.md", "shipping.md"],
    [passage("returns.md", "r1", "七天无理由退货"), passage("shipping.md", "s1", "满99元包邮")],
  );
  await shopData.savePassages("a", ["returns.md"], [passage("returns.md", "r2", "十五天无理由退货")]);
  const snapshot = await shopData.snapshot("a");
  expect(snapshot?.passages.size).toBe(2);
  const found = snapshot?.passages.search("无理由退货", { limit: 5, language: "zh" }).map(({ item }) => item.id);
  expect(found).toEqual(["r2"]);
});

test("KN5 importing one document leaves the goods and the other documents in memory as they are", async () => {
  const { catalogue, passages } = (await shopData.snapshot("a"))!;
  await shopData.savePassages("a", ["invoice.md"], [passage("invoice.md", "i1", "支持开电子发票")]);
  const after = (await shopData.snapshot("a"))!;
  expect(after.catalogue).toBe(catalogue);
  expect(after.passages).not.toBe(passages);
  expect(after.passages.search("电子发票", { limit: 5, language: "zh" }).map(({ item }) => item.id)).toEqual(["i1"]);
  await shopData.saveProducts("a", [{ product: product("p9"), listed: true }]);
  expect((await shopData.snapshot("a"))?.passages).toBe(after.passages);
});

test("KN5 imports that cross leave what is stored last", async () => {
  await shopData.snapshot("a");
  const save = (text: string) => shopData.savePassages("a", ["hours.md"], [passage("hours.md", "h1", text)]);
  await Promise.all([save("早九点到晚六点"), save("早十点到晚八点"), save("全天二十四小时")]);
  const [stored] = await db.sql`select passage from passages where id = 'h1'`;
  const [found] = (await shopData.snapshot("a"))!.passages.all("zh").filter(({ id }) => id === "h1");
  expect(found?.text).toBe((stored as unknown as { passage: Passage }).passage.text);
});

test("HT11 a shopper's orders come newest first, and nobody else's", async () => {
  const mine = { externalId: "x1" };
  await shopData.saveOrders("a", [
    { ...mine, order: order("o1", 1) },
    { ...mine, order: order("o2", 2) },
    { externalId: "x2", order: order("o3", 3) },
  ]);
  const find = (question: object) => orders.find({ shop: "a", externalId: "x1", limit: 10, ...question });
  expect((await find({})).map(({ id }) => id)).toEqual(["o2", "o1"]);
  expect((await find({ limit: 1 })).map(({ id }) => id)).toEqual(["o2"]);
  expect(await find({ orderId: "o1" })).toEqual([order("o1", 1)]);
  expect(await find({ orderId: "o3" })).toEqual([]);
  expect(await find({ shop: "b" })).toEqual([]);
});

test("HT11 an order imported again is the order as it stands now", async () => {
  await shopData.saveOrders("a", [{ externalId: "x1", order: { ...order("o1", 1), status: "shipped" } }]);
  const [found] = await orders.find({ shop: "a", externalId: "x1", orderId: "o1", limit: 1 });
  expect(found?.status).toBe("shipped");
});

const shared = process.env.TEST_DATABASE_URL;

test.runIf(shared)("HT9 on a shared database every process hears of a change", { timeout: 20_000 }, async () => {
  const [here, there] = await Promise.all([1, 2].map(() => openDatabase({ url: shared! })));
  const [mine, theirs] = await Promise.all([here!, there!].map(({ sql }) => createSharedShopData(sql, () => 7)));
  const id = `shared-${Date.now()}`;
  const settings = Value.Default(ShopSettings, {}) as ShopSettings;
  const directory = createDirectory(here!.sql, () => 7);
  await directory.createShop({ id, name: id, publicKey: id, identitySecret: id, secretKeyHash: id, settings });
  expect((await theirs!.snapshot(id))?.catalogue.size).toBe(0);
  await mine!.saveProducts(id, [{ product: product("p1"), listed: true }]);
  await expect.poll(async () => (await theirs!.snapshot(id))?.catalogue.size).toBe(1);
  await Promise.all([here!.close(), there!.close()]);
});
