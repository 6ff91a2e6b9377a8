import { afterEach, expect, test, vi } from "vitest";
import { createSession } from "./session.ts";
import type { BrowserStorage } from "./storage.ts";

afterEach(() => vi.unstubAllGlobals());

function storage(): BrowserStorage {
  const kept = new Map<string, string>();
  return {
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}

const jwt = (sub: string, salt = "") => `h.${btoa(JSON.stringify({ sub, salt }))}.s`;
const shop = { name: "shop", accent: "#000000", radius: 8, locale: "zh-CN" as const };

function browser(disk: BrowserStorage, identity?: string) {
  return createSession(disk, {
    base: "https://chat.example",
    shop: "pk",
    locale: () => "en",
    onShop: () => {},
    identity: () => identity,
  });
}

function network(isOnline: boolean, shopperId = "p1") {
  vi.stubGlobal("navigator", { onLine: isOnline });
  const answer = vi.fn(async () =>
    Response.json({ ok: true, data: { token: `t-${shopperId}`, expiresAt: 1, shopperId, resume: "rs_1", shop } }),
  );
  vi.stubGlobal("fetch", isOnline ? answer : vi.fn().mockRejectedValue(new TypeError("offline")));
  return answer;
}

test("WG35 an offline page goes on as the same shopper, and asks for a session once there is a network", async () => {
  const disk = storage();
  network(true);
  await browser(disk)();
  network(false);
  expect(await browser(disk)()).toEqual({ token: "t-p1", scope: "p1" });
  await expect(browser(disk)("t-p1")).rejects.toThrow();
  const asked = network(true);
  await browser(disk)();
  expect(asked).toHaveBeenCalledOnce();
});

test("WG36 what one person left in a browser is never another's", async () => {
  const disk = storage();
  network(true, "lin");
  await browser(disk, jwt("lin"))();
  network(false);
  expect((await browser(disk, jwt("lin", "a newer token"))()).scope).toBe("lin");
  await expect(browser(disk, jwt("chen"))()).rejects.toThrow();
  await expect(browser(disk)()).rejects.toThrow();
});
