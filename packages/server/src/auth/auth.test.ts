import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { agentTokenFrom } from "./actor.ts";
import { verifyIdentity } from "./identity.ts";
import { createKey, hashKey } from "./keys.ts";
import { isOriginAllowed } from "./origins.ts";
import { hashPassword, verifyPassword } from "./passwords.ts";
import { signShopperToken, verifyShopperToken } from "./shopper-token.ts";

const hour = 3_600_000;
const signingKey = new TextEncoder().encode("k".repeat(32));
const start = 1_800_000_000_000;
const at = (now: number) => ({ now: () => now, after: () => () => {} });
const world = (now: number, key = signingKey) => ({ clock: at(now), signingKey: key });

test("HT14 a shopper's token names shop and shopper for 24 hours", async () => {
  const { token, expiresAt } = await signShopperToken(world(start), { shop: "a", id: "s1", channel: "web" });
  expect(expiresAt).toBe(start + 24 * hour);
  const read = await verifyShopperToken(world(expiresAt - 1), token);
  expect(read).toEqual({ ok: true, data: { shop: "a", id: "s1", channel: "web", expiresAt } });
});

test("HT14 an expired token says so, every other wrong token is unauthorized", async () => {
  const { token, expiresAt } = await signShopperToken(world(start), { shop: "a", id: "s1", channel: "web" });
  const code = async (now: number, text: string, key = signingKey) => {
    const read = await verifyShopperToken(world(now, key), text);
    return read.ok ? "ok" : read.error.code;
  };
  expect(await code(expiresAt + 1000, token)).toBe("token_expired");
  expect(await code(start, token, new TextEncoder().encode("x".repeat(32)))).toBe("unauthorized");
  expect(await code(start, `${token.slice(0, -2)}xx`)).toBe("unauthorized");
  expect(await code(start, "")).toBe("unauthorized");
  const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1]}.`;
  expect(await code(start, unsigned)).toBe("unauthorized");
});

const secret = "identity-secret-of-a-shop-32-bytes";
const identity = (claims: Record<string, unknown>, key = secret) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(key));
const inHours = (hours: number) => start / 1000 + hours * 3600;

test("HT15 an identity that the shop signed names its shopper", async () => {
  const read = async (claims: Record<string, unknown>) => verifyIdentity(at(start), await identity(claims), secret);
  expect(await read({ sub: "u1", name: " 林 ", exp: inHours(1) })).toEqual({
    ok: true,
    data: { externalId: "u1", name: "林" },
  });
  expect(await read({ sub: "u1", exp: inHours(24) })).toEqual({ ok: true, data: { externalId: "u1" } });
});

test.each([
  ["no exp", { sub: "u1" }, secret],
  ["no sub", { exp: inHours(1) }, secret],
  ["an exp too far ahead", { sub: "u1", exp: inHours(25) }, secret],
  ["an exp in the past", { sub: "u1", exp: inHours(-1) }, secret],
  ["a subject too long", { sub: "u".repeat(129), exp: inHours(1) }, secret],
  ["another shop's secret", { sub: "u1", exp: inHours(1) }, "another-shop"],
])("HT15 an identity with %s is refused", async (_, claims, key) => {
  const read = await verifyIdentity(at(start), await identity(claims, key), secret);
  expect(read.ok ? "ok" : read.error.code).toBe("identity_invalid");
});

test("HT16 a password verifies against its own hash only, and no two hashes are alike", async () => {
  const [one, two] = await Promise.all([hashPassword("回到 1984"), hashPassword("回到 1984")]);
  expect(one).not.toBe(two);
  expect(one).toMatch(/^scrypt\$32768\$8\$1\$/);
  expect(await verifyPassword("回到 1984", one)).toBe(true);
  expect(await verifyPassword("回到 1985", one)).toBe(false);
});

test("HT16 without a hash the same work is done and the answer is no", async () => {
  expect(await verifyPassword("", undefined)).toBe(false);
});

test("HT16 a hash made with other parameters still verifies", async () => {
  const cheap = "scrypt$1024$8$1$c2FsdHNhbHRzYWx0c2FsdA$";
  const { scryptSync } = await import("node:crypto");
  const hash = scryptSync("pw", "saltsaltsaltsalt", 32, { N: 1024, r: 8, p: 1 }).toString("base64url");
  expect(await verifyPassword("pw", cheap + hash)).toBe(true);
});

test("HT17 keys say what they are, and only their hash needs keeping", () => {
  expect(createKey("public")).toMatch(/^pk_[\w-]{32}$/);
  expect(createKey("secret")).toMatch(/^sk_[\w-]{32}$/);
  expect(createKey("secret")).not.toBe(createKey("secret"));
  expect(hashKey("sk_x")).toMatch(/^[0-9a-f]{64}$/);
});

test("HT18 an agent's token is read from the header, else from the cookie", () => {
  expect(agentTokenFrom({ authorization: "Bearer at_1", cookie: "yiwen_agent=at_2" })).toBe("at_1");
  expect(agentTokenFrom({ cookie: "a=b; yiwen_agent=at_2; c=d" })).toBe("at_2");
  expect(agentTokenFrom({ authorization: "Basic x" })).toBeUndefined();
  expect(agentTokenFrom({ cookie: "xyiwen_agent=at_2" })).toBeUndefined();
});

test("HT19 only listed origins may open sessions; a request from no page has none to check", () => {
  const shop = (...allowedOrigins: string[]) => ({ settings: { allowedOrigins } as never });
  expect(isOriginAllowed(shop("https://shop.example"), "https://shop.example", "web")).toBe(true);
  expect(isOriginAllowed(shop("https://shop.example"), "https://shop.example.evil.test", "web")).toBe(false);
  expect(isOriginAllowed(shop("https://shop.example"), "null", "web")).toBe(false);
  expect(isOriginAllowed(shop("*"), "https://any.example", "web")).toBe(true);
  expect(isOriginAllowed(shop(), undefined, "web")).toBe(true);
});
