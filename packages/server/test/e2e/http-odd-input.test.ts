import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { bootHttp, type HttpWorld, signIn } from "../support/boot-http.ts";
import { identityOf } from "../support/shop.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => world.close());

const session = (payload: object | string) =>
  world.app.inject({
    method: "POST",
    url: "/v1/sessions",
    headers: { "content-type": "application/json" },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });

test.each(["/v1/uploads/a%00/b", "/v1/uploads/a/b%00?check=1", "/v1/uploads/a/b?check=%00", "/console/%00"])(
  "HT48 an address with a null character is invalid_input: %s",
  async (url) => {
    const reply = await world.app.inject(url);
    expect([reply.statusCode, reply.json().error.code]).toEqual([400, "invalid_input"]);
  },
);

test("HT48 null characters and halves of emoji in a body are no trouble: they are dropped and replaced as in commands", async () => {
  const unknown = await session('{"shop":"a\\u0000","channel":"web"}');
  expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, "shop_not_found"]);
  const { publicKey } = world.shops.a.shop;
  const known = await session(`{"shop":"\\u0000${publicKey}","channel":"web","resume":"\\ud83d"}`);
  expect(known.statusCode).toBe(200);
});

test("HT48 a shopper whose id is no text that can be kept is identity_invalid", async () => {
  const { shop } = world.shops.a;
  for (const sub of ["a\0", "a\ud83d"]) {
    const identity = await identityOf(shop, sub, world.time.now);
    const reply = await session({ shop: shop.publicKey, channel: "web", identity });
    expect([reply.statusCode, reply.json().error.code]).toEqual([401, "identity_invalid"]);
  }
});

test.each([
  ["application/json", JSON.stringify([{ id: "n\0ul", title: "杯\0子", category: "水杯", price: 10, stock: 1 }])],
  ["text/csv", "id,title,category,price,stock\nn\0ul,杯\0子,水杯,10,1\n"],
])("HT48 a catalogue with null characters is taken without them: %s", async (type, payload) => {
  const headers = { ...(await signIn(world.app, "boss@a.example")), "content-type": type };
  const reply = await world.app.inject({ method: "POST", url: "/v1/catalog/import", headers, payload });
  expect(reply.json()).toMatchObject({ ok: true, data: { imported: 1, rejected: [] } });
  const snapshot = await world.deps.shopData.snapshot(world.shops.a.shop.id);
  expect(snapshot?.catalogue.get("nul")?.title).toBe("杯子");
});

test("HT48 a backslash before what looks like a null character stays what it is", async () => {
  const headers = { ...(await signIn(world.app, "boss@a.example")), "content-type": "application/json" };
  const title = "路径 C:\\u0000";
  const payload = JSON.stringify([{ id: "path", title, category: "水杯", price: 10, stock: 1 }]);
  await world.app.inject({ method: "POST", url: "/v1/catalog/import", headers, payload });
  const snapshot = await world.deps.shopData.snapshot(world.shops.a.shop.id);
  expect(snapshot?.catalogue.get("path")?.title).toBe(title);
});

test.each(["25006", "53100", "53300", "08006", "57P03", "ECONNREFUSED", "CONNECT_TIMEOUT"])(
  "HT49 a database that is away, takes no writes or has no room is unavailable: %s",
  async (code) => {
    const gone = Object.assign(new Error("the database says no"), { code });
    vi.spyOn(world.deps.directory, "shopByPublicKey").mockRejectedValue(gone);
    const reply = await session({ shop: "x", channel: "web" });
    expect([reply.statusCode, reply.json().error.code]).toEqual([503, "unavailable"]);
    expect(reply.headers["retry-after"]).toBe("1");
  },
);
