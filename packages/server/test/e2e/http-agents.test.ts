import { afterAll, beforeAll, expect, test } from "vitest";
import { bootHttp, type HttpWorld, password, signIn } from "../support/boot-http.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterAll(() => world.close());

const login = (body: object, app = world.app) =>
  app.inject({ method: "POST", url: "/v1/agents/sessions", payload: body });
const me = (headers: { authorization?: string; cookie?: string }) =>
  world.app.inject({ url: "/v1/agents/me", headers });

test("HT25 signing in answers the session and sets a cookie that no script and no other site can use", async () => {
  const reply = await login({ email: "Agent@A.example", password });
  expect(reply.statusCode).toBe(200);
  const { data } = reply.json();
  expect(data).toMatchObject({
    expiresAt: world.time.now + 12 * 3_600_000,
    agent: { name: "Agent a", email: "agent@a.example", role: "agent" },
    shop: { id: world.shops.a.shop.id, name: "甲店" },
  });
  const [cookie] = reply.cookies;
  expect(cookie).toMatchObject({
    name: "yiwen_agent",
    value: data.token,
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
  });
  expect(cookie?.secure).toBeUndefined();
});

test("HT25 behind https the cookie is for https only", async () => {
  const app = await world.another({ https: true });
  const reply = await login({ email: "agent@a.example", password }, app);
  expect(reply.cookies[0]?.secure).toBe(true);
  expect(reply.headers["strict-transport-security"]).toContain("max-age");
});

test("HT26 a wrong password and an unknown email are the same answer", async () => {
  const wrong = await login({ email: "agent@a.example", password: "nope" });
  const unknown = await login({ email: "nobody@a.example", password });
  expect([wrong.statusCode, wrong.json().error.code]).toEqual([401, "login_failed"]);
  expect(unknown.json()).toEqual(wrong.json());
  expect(wrong.cookies).toEqual([]);
});

test("HT27 the cookie and the header both say who asks", async () => {
  const { data } = (await login({ email: "agent@a.example", password })).json();
  for (const headers of [{ authorization: `Bearer ${data.token}` }, { cookie: `yiwen_agent=${data.token}` }]) {
    expect((await me(headers)).json().data).toEqual(data);
  }
  expect((await me({})).json().error.code).toBe("unauthorized");
  expect((await me({ authorization: "Bearer at_unknown" })).json().error.code).toBe("unauthorized");
});

test("HT28 after signing out the token is worth nothing", async () => {
  const headers = await signIn(world.app, "agent@a.example");
  const out = await world.app.inject({ method: "DELETE", url: "/v1/agents/sessions", headers });
  expect(out.statusCode).toBe(200);
  expect(out.cookies[0]).toMatchObject({ name: "yiwen_agent", value: "" });
  expect((await me(headers)).statusCode).toBe(401);
});

test("HT28 a session ends after twelve hours", async () => {
  const headers = await signIn(world.app, "agent@a.example");
  world.time.now += 12 * 3_600_000;
  expect((await me(headers)).statusCode).toBe(401);
  world.time.now -= 12 * 3_600_000;
});

test("HT29 guessing is limited per address and per email", async () => {
  const app = await world.another({ limits: { loginsPerMinute: 2 } });
  const guess = (email: string, remoteAddress: string) =>
    app.inject({ method: "POST", url: "/v1/agents/sessions", payload: { email, password: "x" }, remoteAddress });
  await guess("agent@a.example", "10.0.0.1");
  await guess("boss@a.example", "10.0.0.1");
  const sameAddress = await guess("agent@b.example", "10.0.0.1");
  expect([sameAddress.statusCode, sameAddress.json().error.code]).toEqual([429, "rate_limited"]);
  expect(sameAddress.json().error.retryAfterMs).toBeGreaterThan(0);
  expect(Number(sameAddress.headers["retry-after"])).toBeGreaterThan(0);
  await guess("agent@a.example", "10.0.0.2");
  const sameEmail = await guess("AGENT@a.example", "10.0.0.3");
  expect(sameEmail.json().error.code).toBe("rate_limited");
});

test("HT30 agents see their own shop's agents, by name and role", async () => {
  const headers = await signIn(world.app, "agent@b.example");
  const { agents } = (await world.app.inject({ url: "/v1/agents", headers })).json().data;
  expect(agents.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
    ["Agent b", "agent"],
    ["Boss b", "supervisor"],
  ]);
});

test("HT31 settings are the supervisor's: read, completed with defaults, kept and used at once", async () => {
  const headers = await signIn(world.app, "boss@a.example");
  await world.deps.shopData.snapshot(world.shops.a.shop.id);
  const put = await world.app.inject({ method: "PUT", url: "/v1/settings", headers, payload: { accent: "#123456" } });
  expect(put.json().data.settings).toMatchObject({ accent: "#123456", locale: "zh-CN", handoff: { repeats: 3 } });
  const get = await world.app.inject({ url: "/v1/settings", headers });
  expect(get.json()).toEqual(put.json());
  expect((await world.deps.shopData.snapshot(world.shops.a.shop.id))?.settings.accent).toBe("#123456");
  expect((await world.deps.shopData.snapshot(world.shops.b.shop.id))?.settings.accent).toBe("#0b66e4");
});

test.each([
  [{ accent: "blue" }, "/accent"],
  [{ hours: { timeZone: "Asia/Nowhere" } }, "/hours/timeZone"],
  [{ hours: { open: [{ day: 1, from: 600, to: 540 }] } }, "/hours/open/0"],
  [{ confidence: { act: 0.3, offer: 0.5 } }, "/confidence/offer"],
  [{ weapp: { replyData: { thing1: "{reply}", "thing2.DATA": "{shop}" } } }, "/weapp/replyData/thing2.DATA"],
  [[], ""],
])("HT31 settings that make no sense are refused where they are wrong: %o", async (payload, path) => {
  const headers = await signIn(world.app, "boss@b.example");
  const reply = await world.app.inject({ method: "PUT", url: "/v1/settings", headers, payload });
  expect(reply.statusCode).toBe(400);
  expect(reply.json().error).toMatchObject({ code: "invalid_input", path });
});

test("NL73 thresholds that are set are used from the next message on", async () => {
  const headers = await signIn(world.app, "boss@a.example");
  const { id } = world.shops.a.shop;
  const thresholds = async () => (await world.deps.shopData.snapshot(id))?.settings.confidence;
  expect(await thresholds()).toEqual({ act: 0.7, offer: 0.4 });
  const confidence = { act: 0.85, offer: 0.5 };
  const put = await world.app.inject({ method: "PUT", url: "/v1/settings", headers, payload: { confidence } });
  expect(put.json().data.settings.confidence).toEqual(confidence);
  expect(await thresholds()).toEqual(confidence);
  const payload = { confidence: { act: 0.5, offer: 0.6 } };
  const refused = await world.app.inject({ method: "PUT", url: "/v1/settings", headers, payload });
  expect(refused.json().error).toMatchObject({ code: "invalid_input", path: "/confidence/offer" });
  expect(await thresholds()).toEqual(confidence);
});

test("HT31 an agent who is no supervisor may not read or change them", async () => {
  const headers = await signIn(world.app, "agent@a.example");
  for (const method of ["GET", "PUT"] as const) {
    const reply = await world.app.inject({
      method,
      url: "/v1/settings",
      headers,
      ...(method === "PUT" && { payload: {} }),
    });
    expect([reply.statusCode, reply.json().error.code]).toEqual([403, "forbidden"]);
  }
});

test("HT32 a page of another site can't use the cookie to change anything", async () => {
  const { authorization } = await signIn(world.app, "boss@a.example");
  const cookie = `yiwen_agent=${authorization.slice("Bearer ".length)}`;
  const put = (site: string) =>
    world.app.inject({
      method: "PUT",
      url: "/v1/settings",
      headers: { cookie, "sec-fetch-site": site },
      payload: {},
    });
  expect((await put("cross-site")).json().error.code).toBe("forbidden");
  expect((await put("same-site")).json().error.code).toBe("forbidden");
  expect((await put("same-origin")).statusCode).toBe(200);
});
