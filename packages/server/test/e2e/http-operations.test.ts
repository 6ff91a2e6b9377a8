import { Counter, Registry } from "prom-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootHttp, type HttpWorld } from "../support/boot-http.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterAll(() => world.close());

test("HT38 the process says that it lives, that it can serve, and its figures", async () => {
  const metrics = new Registry();
  new Counter({ name: "yiwen_test_total", help: "x", registers: [metrics] }).inc(3);
  const app = await world.another({ metrics });
  expect((await app.inject("/healthz")).json()).toEqual({ ok: true, data: {} });
  expect((await app.inject("/readyz")).statusCode).toBe(200);
  expect((await app.inject("/metrics")).body).toContain("yiwen_test_total 3");
});

test("HT38 a store that does not answer makes the server unready, not dead", async () => {
  const { ping } = world.deps.store;
  world.deps.store.ping = () => Promise.reject(new Error("gone"));
  const app = await world.another({});
  const ready = await app.inject("/readyz");
  world.deps.store.ping = ping;
  expect([ready.statusCode, ready.json().error.code]).toEqual([503, "unavailable"]);
  expect((await app.inject("/healthz")).statusCode).toBe(200);
});

test("ND17 a node that is being stopped says that it is not ready, and answers what is asked all the same", async () => {
  const app = await world.another({ isClosing: () => true });
  const ready = await app.inject("/readyz");
  expect([ready.statusCode, ready.json().error.code]).toEqual([503, "unavailable"]);
  expect((await app.inject("/healthz")).statusCode).toBe(200);
});

test("HT38 a database that went away is unavailable, and nothing of it is told", async () => {
  const { shopByPublicKey } = world.deps.directory;
  world.deps.directory.shopByPublicKey = () =>
    Promise.reject(Object.assign(new Error("connect ECONNREFUSED 10.1.2.3:5432"), { code: "ECONNREFUSED" }));
  const app = await world.another({});
  const reply = await app.inject({ method: "POST", url: "/v1/sessions", payload: { shop: "x", channel: "web" } });
  world.deps.directory.shopByPublicKey = shopByPublicKey;
  expect(reply.statusCode).toBe(503);
  expect(reply.json().error).toMatchObject({ code: "unavailable", retryable: true, retryAfterMs: 1000 });
  expect(reply.body).not.toContain("10.1.2.3");
});

test("HT39 every route of the API is described, with the shape of its refusals", async () => {
  const { paths } = (await world.app.inject("/docs/json")).json();
  expect(Object.keys(paths).sort()).toEqual([
    "/healthz",
    "/metrics",
    "/readyz",
    "/v1/agents",
    "/v1/agents/me",
    "/v1/agents/sessions",
    "/v1/behaviours",
    "/v1/catalog/import",
    "/v1/corrections",
    "/v1/corrections/intents",
    "/v1/corrections/{id}",
    "/v1/knowledge/answers",
    "/v1/knowledge/documents",
    "/v1/knowledge/files",
    "/v1/knowledge/import",
    "/v1/orders/import",
    "/v1/sessions",
    "/v1/settings",
    "/v1/settings/embedding",
    "/v1/settings/model",
    "/v1/settings/wechat",
    "/v1/subscriptions",
    "/v1/uploads",
    "/v1/uploads/{shop}/{id}",
    "/v1/wechat/{shop}",
  ]);
  const { responses } = paths["/v1/agents/me"].get;
  expect(responses["4XX"].content["application/json"].schema.properties.error).toBeDefined();
});

test("HT40 pages come with a policy that allows nothing inline and no framing", async () => {
  const policy = String((await world.app.inject("/healthz")).headers["content-security-policy"]);
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("unsafe-eval");
});
