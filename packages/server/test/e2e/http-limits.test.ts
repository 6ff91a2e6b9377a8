import { request } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootHttp, type HttpWorld } from "../support/boot-http.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterAll(() => world.close());

test("HT24 an address that asks too often is told when to come back", async () => {
  const app = await world.another({ limits: { requestsPerMinute: 2 } });
  const ask = () =>
    app.inject({ method: "POST", url: "/v1/sessions", payload: {}, headers: { origin: "https://a.example" } });
  await ask();
  await ask();
  const reply = await ask();
  expect(reply.statusCode).toBe(429);
  expect(reply.json().error).toMatchObject({ code: "rate_limited", retryable: true });
  expect(reply.json().error.retryAfterMs).toBeGreaterThan(0);
  expect(reply.headers["access-control-allow-origin"]).toBe("https://a.example");
  expect((await app.inject("/healthz")).statusCode).toBe(200);
});

test.each(["/v1/agents/me", "/%761/agents/me", "http://127.0.0.1/v1/agents/me"])(
  "HT24 an address is counted however it writes the route, and with wrong credentials: %s",
  async (url) => {
    const app = await world.another({ limits: { requestsPerMinute: 2 } });
    const ask = () => whole(app, url);
    expect([await ask(), await ask()]).toEqual([401, 401]);
    expect(await ask()).toBe(429);
  },
);

test.each(["/v1/agents/me", "/%761/agents/me", "http://127.0.0.1/v1/agents/me"])(
  "PT8 a full node takes no request, however it writes the route: %s",
  async (url) => {
    const app = await world.another({ admission: { isOverloaded: () => true, retryAfterMs: () => 1000 } });
    expect(await whole(app, url)).toBe(503);
    expect((await app.inject("/healthz")).statusCode).toBe(200);
  },
);

/** Asks with the request's target written as it is, as `inject` and `fetch` would not; answers the status. */
async function whole(app: FastifyInstance, target: string): Promise<number> {
  if (!app.server.listening) await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path: target, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}
