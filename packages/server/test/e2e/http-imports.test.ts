import { afterAll, beforeAll, expect, test } from "vitest";
import { bootHttp, type HttpWorld, signIn } from "../support/boot-http.ts";
import { docxOf, pdfOf } from "../support/office-files.ts";

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

test("IM17 a time without a zone is read on the clock of the shop that sends it", async () => {
  const { id, settings } = world.shops.b.shop;
  await world.deps.directory.saveSettings(id, {
    ...settings,
    hours: { ...settings.hours, timeZone: "America/New_York" },
  });
  const order = {
    id: "o-ny",
    externalId: "u-ny",
    status: "paid",
    placedAt: "2026-07-02 09:30",
    total: "9.90",
    items: [{ title: "Mug", quantity: 1, price: "9.90" }],
  };
  await send("/v1/orders/import", [order], secret("b"));
  const [found] = await world.deps.orders.find({ shop: id, externalId: "u-ny", limit: 1 });
  expect(found?.placedAt).toBe(Date.parse("2026-07-02T13:30Z"));
  await world.deps.directory.saveSettings(id, settings);
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

test("KN7 files of all formats come in one request; what can't be read of them is named, and the rest is found", async () => {
  const form = new FormData();
  const file = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
    form.append("file", new Blob([content]), name);
  file("warranty.docx", new Uint8Array(docxOf([{ text: "保修", level: 1 }, { text: "整机保修三年。" }])));
  file("hours.pdf", new Uint8Array(pdfOf(["营业时间\n每天九点到十八点。", ""])));
  file("page.html", "<h1>积分</h1><p>一元积一分。");
  file("faq.csv", "问题,答案,相似问题\n能刻字吗,可以免费刻字,可以定制名字吗|能写名字不\n坏行,,");
  file("notes.txt", "礼品包装\n\n可以包装吗？\n可以，五元一份。");
  file("photo.png", "PNG");
  file("broken.pdf", "%PDF-1.4 nothing");
  const body = new Response(form);
  const reply = await world.app.inject({
    method: "POST",
    url: "/v1/knowledge/files",
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { ...secret("a"), "content-type": body.headers.get("content-type")! },
  });
  expect(reply.json().data).toMatchObject({ rows: 7, imported: 5 });
  const rejected = reply.json().data.rejected as { file: string; line: number; field: string; reason: string }[];
  expect(rejected.map(({ file, field, line }) => `${file} ${field} ${line}`)).toEqual([
    "hours.pdf page 2",
    "faq.csv line 3",
    "photo.png  0",
    "broken.pdf  0",
  ]);
  const { passages } = (await snapshot("a"))!;
  const first = (text: string) => passages.recall(text, { limit: 1, language: "zh" })[0]?.item;
  expect(first("保修几年")).toMatchObject({ document: "warranty.docx" });
  expect(first("能不能写名字")).toMatchObject({ text: "可以免费刻字", source: "faq" });
  expect((await snapshot("b"))?.passages.size).toBe(0);
});

test("KN7 without files, or with what is no form, the request is refused", async () => {
  expect((await send("/v1/knowledge/files", { documents: [] })).json().error.code).toMatch(/invalid_input|unsupported/);
  expect((await send("/v1/knowledge/files?source=answer", "x")).statusCode).toBeGreaterThanOrEqual(400);
});

test("KN13 the shop sees the documents of its knowledge and forgets one of them", async () => {
  await send("/v1/knowledge/import", { documents: [{ document: "旧.md", markdown: "# 旧\n\n旧的说法。" }] });
  const ask = (method: "GET" | "DELETE", url: string) => world.app.inject({ method, url, headers: secret("a") });
  const names = async () => {
    const { documents } = (await ask("GET", "/v1/knowledge/documents")).json().data;
    return (documents as { document: string }[]).map(({ document }) => document);
  };
  expect(await names()).toContain("旧.md");
  expect((await ask("DELETE", `/v1/knowledge/documents?document=${encodeURIComponent("旧.md")}`)).statusCode).toBe(200);
  expect(await names()).not.toContain("旧.md");
  expect((await ask("DELETE", "/v1/knowledge/documents?document=none")).json().error.code).toBe("not_found");
});

test("CO52 supervisors see the documents of their own shop and how far back each goes; other agents are refused", async () => {
  const form = new FormData();
  form.append(
    "file",
    new Blob(["问题,答案,更新时间\n可以退吗,可以,2024-02-03\n可以换吗,能换,2025-06-07"]),
    "dated.csv",
  );
  const body = new Response(form);
  const headers = { ...secret("a"), "content-type": body.headers.get("content-type")! };
  const payload = Buffer.from(await body.arrayBuffer());
  await world.app.inject({ method: "POST", url: "/v1/knowledge/files", payload, headers });
  const ask = async (method: "GET" | "DELETE", email: string) => {
    const url = `/v1/knowledge/documents${method === "DELETE" ? "?document=dated.csv" : ""}`;
    return world.app.inject({ method, url, headers: await signIn(world.app, email) });
  };
  for (const method of ["GET", "DELETE"] as const) {
    expect((await ask(method, "agent@a.example")).json().error.code).toBe("forbidden");
  }
  const listed = (await ask("GET", "boss@a.example")).json().data.documents as { document: string }[];
  expect(listed.find(({ document }) => document === "dated.csv")).toEqual({
    document: "dated.csv",
    source: "faq",
    title: "可以退吗",
    passages: 2,
    updatedAt: Date.parse("2025-06-07T00:00:00+08:00"),
    oldestAt: Date.parse("2024-02-03T00:00:00+08:00"),
  });
  expect((await ask("GET", "boss@b.example")).json().data.documents).toEqual([]);
  expect((await ask("DELETE", "boss@b.example")).json().error.code).toBe("not_found");
  expect((await ask("DELETE", "boss@a.example")).statusCode).toBe(200);
});
