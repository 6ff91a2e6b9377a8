import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOfShopperToken } from "../../src/auth/actor.ts";
import { bootHttp, type HttpWorld } from "../support/boot-http.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterAll(() => world.close());

const open = (body: object = {}, headers: Record<string, string> = {}) =>
  world.app.inject({
    method: "POST",
    url: "/v1/sessions",
    payload: { shop: world.shops.a.shop.publicKey, channel: "web", ...body },
    headers,
  });

const identity = (claims: Record<string, unknown>, secret = world.shops.a.shop.identitySecret) =>
  new SignJWT({ exp: world.time.now / 1000 + 3600, ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(secret));

const allow = async (...allowedOrigins: string[]) => {
  const shop = await world.deps.directory.shop(world.shops.a.shop.id);
  await world.deps.directory.saveSettings(world.shops.a.shop.id, { ...shop!.settings, allowedOrigins });
};

test("HT20 a shopper's session holds a token that names them, for 24 hours, and what everyone may know of the shop", async () => {
  const reply = await open();
  expect(reply.statusCode).toBe(200);
  const { data } = reply.json();
  expect(data).toMatchObject({
    expiresAt: world.time.now + 86_400_000,
    shop: { name: "甲店", accent: "#0b66e4", radius: 12, locale: "zh-CN" },
  });
  const actor = await actorOfShopperToken(world.deps, data.token);
  expect(actor).toEqual({
    ok: true,
    data: {
      kind: "shopper",
      shop: world.shops.a.shop.id,
      id: data.shopperId,
      verified: false,
      former: [],
      channel: "web",
      expiresAt: data.expiresAt,
    },
  });
});

test("HT20 resume keeps a browser the same shopper; without it, or with one that was tampered with, it is a new one", async () => {
  const first = (await open()).json().data;
  const again = (await open({ resume: first.resume })).json().data;
  expect(again).toMatchObject({ shopperId: first.shopperId, resume: first.resume });
  expect((await open()).json().data.shopperId).not.toBe(first.shopperId);
  const strange = (await open({ resume: "rs_1" })).json().data;
  expect(strange.shopperId).not.toBe(first.shopperId);
  expect(strange.resume).not.toBe("rs_1");
});

test("HT20 another shop's resume is nobody there", async () => {
  const first = (await open()).json().data;
  const other = (await open({ shop: world.shops.b.shop.publicKey, resume: first.resume })).json().data;
  expect(other.shopperId).not.toBe(first.shopperId);
});

test("HT21 an identity of the shop makes a verified shopper, the same on every device", async () => {
  const token = await identity({ sub: "u-1", name: "林小满" });
  const phone = (await open({ identity: token })).json().data;
  const anonymous = (await open()).json().data;
  const laptop = (await open({ identity: token, resume: anonymous.resume })).json().data;
  expect(laptop.shopperId).toBe(phone.shopperId);
  expect(laptop.shopperId).not.toBe(anonymous.shopperId);
  const actor = await actorOfShopperToken(world.deps, phone.token);
  expect(actor).toMatchObject({ ok: true, data: { verified: true, externalId: "u-1", name: "林小满" } });
});

test("HT21 what kept the browser the same is worth nothing after it: the next person at it is somebody else", async () => {
  const anonymous = (await open()).json().data;
  const token = await identity({ sub: "u-2" });
  const known = (await open({ identity: token, resume: anonymous.resume })).json().data;
  for (const resume of [anonymous.resume, known.resume]) {
    const next = (await open({ resume })).json().data;
    expect([anonymous.shopperId, known.shopperId]).not.toContain(next.shopperId);
  }
});

test("HT21 an identity signed by another shop is refused", async () => {
  const reply = await open({ identity: await identity({ sub: "u-1" }, world.shops.b.shop.identitySecret) });
  expect(reply.statusCode).toBe(401);
  expect(reply.json().error.code).toBe("identity_invalid");
});

test("HT22 only the shop's origins get a session, and every page may read why", async () => {
  await allow("https://shop.example");
  const good = await open({}, { origin: "https://shop.example" });
  const bad = await open({}, { origin: "https://evil.example" });
  await allow("*");
  expect(good.statusCode).toBe(200);
  expect(good.headers["access-control-allow-origin"]).toBe("https://shop.example");
  expect(good.headers["access-control-allow-credentials"]).toBeUndefined();
  expect(bad.statusCode).toBe(403);
  expect(bad.json().error.code).toBe("origin_not_allowed");
  expect(bad.headers["access-control-allow-origin"]).toBe("https://evil.example");
});

test("HT22 a browser's preflight is answered for shoppers' routes and for no others", async () => {
  const headers = { origin: "https://shop.example", "access-control-request-method": "POST" };
  const ask = (url: string) => world.app.inject({ method: "OPTIONS", url, headers });
  expect((await ask("/v1/sessions")).headers["access-control-allow-origin"]).toBe("https://shop.example");
  for (const url of ["/v1/agents/sessions", "/v1/settings", "/v1/catalog/import"]) {
    expect((await ask(url)).headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test.each([
  [{ shop: "pk_nobody" }, 404, "shop_not_found", undefined],
  [{ channel: "fax" }, 400, "invalid_input", "/channel"],
  [{ shop: undefined }, 400, "invalid_input", "/shop"],
  [{ extra: 1 }, 400, "invalid_input", "/extra"],
  [{ resume: 5 }, 400, "invalid_input", "/resume"],
])("HT23 a wrong request names what is wrong: %o", async (body, status, code, path) => {
  const reply = await open(body);
  expect(reply.statusCode).toBe(status);
  expect(reply.json()).toMatchObject({ ok: false, error: { code, retryable: false } });
  expect(reply.json().error.path).toBe(path);
});

test("HT23 a body that is no JSON, or of another type, is invalid_input; a route that is not there is not_found", async () => {
  const send = (type: string, payload: string) =>
    world.app.inject({ method: "POST", url: "/v1/sessions", headers: { "content-type": type }, payload });
  expect((await send("application/json", "{")).json().error.code).toBe("invalid_input");
  expect((await send("text/plain", "hello")).json().error.code).toBe("invalid_input");
  expect((await send("application/json", `"${"x".repeat(1_100_000)}"`)).json().error.code).toBe("too_large");
  const missing = await world.app.inject("/v1/nothing");
  expect([missing.statusCode, missing.json().error.code]).toEqual([404, "not_found"]);
});
