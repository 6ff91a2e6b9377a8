import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootHttp, type HttpWorld } from "../support/boot-http.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterAll(() => world.close());

const isBuilt = (name: string, file: string) =>
  existsSync(join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "dist", file));

test.runIf(isBuilt("@yiwen/widget", "yiwen.js"))(
  "HT44 the loader may be loaded by every page, and is asked for again soon",
  async () => {
    const { statusCode, headers } = await world.app.inject("/yiwen.js");
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=300",
    });
  },
);

test.runIf(isBuilt("@yiwen/console", "index.html"))(
  "HT45 every page of the console is the console; its missing files are missing",
  async () => {
    const page = await world.app.inject("/console/conversations/abc");
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.headers["cache-control"]).toBe("no-cache");
    expect((await world.app.inject("/console/assets/none.js")).statusCode).toBe(404);
    expect((await world.app.inject("/console")).headers.location).toBe("/console/");
  },
);

test.runIf(isBuilt("@yiwen/widget", "yiwen.js"))(
  "HT50 who takes compressed files gets them, and a cache in between keeps both apart",
  async () => {
    const [plain, small] = await Promise.all([
      world.app.inject("/yiwen.js"),
      world.app.inject({ url: "/yiwen.js", headers: { "accept-encoding": "gzip, br" } }),
    ]);
    expect(small.headers).toMatchObject({
      "content-encoding": "br",
      vary: expect.stringMatching(/accept-encoding/i),
      "content-type": plain.headers["content-type"],
    });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(brotliDecompressSync(small.rawPayload).equals(plain.rawPayload)).toBe(true);
  },
);

test("HT44 a file that is not there is never kept by a browser, and nothing above the folders is served", async () => {
  const missing = await world.app.inject("/chat/none-123.js");
  expect([missing.statusCode, missing.headers["cache-control"]]).toEqual([404, "no-store"]);
  for (const url of [
    "/chat/..%2f..%2fpackage.json",
    "/chat/%2e%2e/%2e%2e/package.json",
    "/console/..%2f..%2fpackage.json",
  ]) {
    const reply = await world.app.inject(url);
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.body).not.toContain("dependencies");
  }
});
