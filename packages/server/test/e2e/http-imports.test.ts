import { afterAll, beforeAll, expect, test } from "vitest";
import { bootHttp, type HttpWorld, signIn } from "../support/boot-http.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterAll(() => world.close());

const secret = (shop: "a" | "b") => ({ authorization: `Bearer ${world.shops[shop].secretKey}` });
const send = (url: string, payload: string | object, headers: Record<string, string> = secret("a")) =>
  world.app.inject({ method: "POST", url, payload, headers });
const snapshot = (shop: "a" | "b") => world.deps.shopData.snapshot(world.shops[shop].shop.id);

const good = { id: "p1", title: "羊毛大衣", category: "外套", price: "399.00", stock: 5, status: "listed" };

test("HT33 a JSON catalogue is taken row by row, and what is wrong is reported with line, field and reason", async () => {
  const file = `[\n${JSON.stringify(good)},\n${JSON.stringify({ ...good, id: "p2", price: "cheap" })}\n]`;
  const reply = await send("/v1/catalog/import", file, { ...secret("a"), "content-type": "application/json" });
  expect(reply.statusCode).toBe(200);
  expect(reply.json().data).toMatchObject({ rows: 2, imported: 1, rejected: [{ line: 3, field: "price" }] });
  expect((await snapshot("a"))?.catalogue.get("p1")).toMatchObject({ title: "羊毛大衣", price: { amount: 39_900 } });
  expect((await snapshot("b"))?.catalogue.size).toBe(0);
});

test("HT33 importing again changes what is there instead of doubling it", async () => {
  await send("/v1/catalog/import", [{ ...good, price: "299.00" }]);
  const { catalogue } = (await snapshot("a"))!;
  expect(catalogue.size).toBe(1);
  expect(catalogue.get("p1")?.price.amount).toBe(29_900);
});

test("HT33 a CSV catalogue with Chinese headers is taken", async () => {
  const file = "编号,标题,类目,价格,库存\np3,帆布鞋,鞋,129.00,8\n";
  const reply = await send("/v1/catalog/import", file, { ...secret("a"), "content-type": "text/csv; charset=utf-8" });
  expect(reply.json().data).toMatchObject({ rows: 1, imported: 1, rejected: [] });
  expect((await snapshot("a"))?.catalogue.get("p3")?.stock).toBe(8);
});

test("HT34 orders are taken for the shopper they name", async () => {
  const order = {
    id: "o1",
    externalId: "u-1",
    status: "shipped",
    placedAt: "2026-11-01T10:00:00+08:00",
    total: "399.00",
    items: [{ productId: "p1", title: "羊毛大衣", quantity: 1, price: "399.00" }],
  };
  const reply = await send("/v1/orders/import", [order]);
  expect(reply.json().data).toMatchObject({ imported: 1, rejected: [] });
  const find = (shop: "a" | "b") =>
    world.deps.orders.find({ shop: world.shops[shop].shop.id, externalId: "u-1", limit: 5 });
  expect(await find("a")).toMatchObject([{ id: "o1", status: "shipped", total: { amount: 39_900 } }]);
  expect(await find("b")).toEqual([]);
});

test("HT35 documents become passages that can be found; the same name replaces its document", async () => {
  const put = (markdown: string) => send("/v1/knowledge/import", { documents: [{ document: "退货.md", markdown }] });
  const first = await put("# 退货\n\n签收后七天内可以无理由退货。");
  expect(first.json().data.imported).toBe(1);
  await put("# 退货\n\n签收后十五天内可以无理由退货。");
  const { passages } = (await snapshot("a"))!;
  expect(passages.size).toBe(1);
  expect(passages.search("无理由退货", { limit: 1, language: "zh" })[0]?.item.text).toContain("十五天");
});

test("HT36 imports are for the secret key and for supervisors", async () => {
  const code = async (headers: Record<string, string>) => {
    const reply = await send("/v1/catalog/import", [good], headers);
    return reply.json().error?.code ?? "ok";
  };
  expect(await code({})).toBe("unauthorized");
  expect(await code({ authorization: "Bearer sk_unknown" })).toBe("unauthorized");
  expect(await code({ authorization: `Bearer ${world.shops.a.shop.publicKey}` })).toBe("unauthorized");
  expect(await code(await signIn(world.app, "agent@a.example"))).toBe("forbidden");
  expect(await code(await signIn(world.app, "boss@a.example"))).toBe("ok");
});

test("HT36 a stranger is refused before a large body is read", async () => {
  const reply = await send("/v1/catalog/import", "x".repeat(21 * 1024 * 1024), { "content-type": "text/csv" });
  expect(reply.json().error.code).toBe("unauthorized");
});

test("HT37 a file over 20 MB is too_large; one of another type, or an empty one, is invalid_input", async () => {
  const code = async (payload: string, type: string) =>
    (await send("/v1/catalog/import", payload, { ...secret("a"), "content-type": type })).json().error.code;
  expect(await code("x".repeat(20 * 1024 * 1024 + 1), "text/csv")).toBe("too_large");
  expect(await code("<xml/>", "application/xml")).toBe("invalid_input");
  expect(await code("", "text/csv")).toBe("invalid_input");
});
