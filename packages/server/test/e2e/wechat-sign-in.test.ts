import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { speak } from "../../src/cli/speaker.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, settings } from "../support/boot.ts";
import { openShop } from "../support/shop.ts";
import { addWeapp, bootWithWechat, identityOf, openSession, session, weappOf } from "../support/weapp.ts";
import { codeFor, type ScriptedWechat } from "../support/wechat-server.ts";

const codePath = "/sns/jscode2session";
const logged: string[] = [];

let booted: Booted;
let api: ScriptedWechat;
let close: () => Promise<void>;
let shop: Shop;
beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  ({ booted, api, close } = await bootWithWechat(() => ({ log: pino({ level: "trace" }, stream) })));
  shop = await openShop(booted, settings({ weapp: { replyTemplateId: "tpl_1", checkContent: true } }));
  await addWeapp(booted, api, shop);
});
afterAll(() => close());

const signIn = (body: object) => session(booted, shop, body);
const refusal = async (body: object, where = shop) => {
  const result = await openSession(booted, where, body);
  return result.ok ? undefined : result.error;
};
let people = 0;
const someone = () => `o-${++people}`;
const shopperOf = async (body: object) => (await signIn(body)).shopperId;

test("WX6 a code signs the same person in as the same shopper, another person as another", async () => {
  const [mine, yours] = [someone(), someone()];
  const first = await signIn({ code: codeFor(mine) });
  expect(await shopperOf({ code: codeFor(mine) })).toBe(first.shopperId);
  expect(await shopperOf({ code: codeFor(yours) })).not.toBe(first.shopperId);
});

test("WX6 in another shop the same openid is nobody known", async () => {
  const other = await openShop(booted);
  await addWeapp(booted, api, other);
  const openid = someone();
  const here = await shopperOf({ code: codeFor(openid) });
  expect((await session(booted, other, { code: codeFor(openid) })).shopperId).not.toBe(here);
});

test("WX6 what a mini-program must know of the shop comes with the session, and only there", async () => {
  const { shop: told } = await signIn({ code: codeFor(someone()) });
  expect(told.weapp).toEqual({ replyTemplateId: "tpl_1", contactFallback: false });
  expect((await signIn({ channel: "web" })).shop).not.toHaveProperty("weapp");
});

test.each([
  [40029, "wechat_code_invalid", false, undefined],
  [40163, "wechat_code_invalid", false, undefined],
  [45011, "wechat_busy", true, 60_000],
  [-1, "wechat_busy", true, 1000],
  [40226, "forbidden", false, undefined],
  [40125, "wechat_not_configured", false, undefined],
])("WX7 WeChat's %d is %s to who signs in", async (errcode, code, retryable, retryAfterMs) => {
  api.fail(codePath, errcode);
  const openid = someone();
  const error = await refusal({ code: codeFor(openid) });
  expect(error).toMatchObject({ code, retryable });
  expect(error?.retryAfterMs).toBe(retryAfterMs);
  expect(await shopperOf({ code: codeFor(openid) })).toBeTruthy();
});

test("WX7 a shop without a mini-program says so, and a session in WeChat needs a code or an identity", async () => {
  const bare = await openShop(booted);
  expect(await refusal({ code: codeFor(someone()) }, bare)).toMatchObject({ code: "wechat_not_configured" });
  expect(await refusal({})).toMatchObject({ code: "invalid_input", path: "/code" });
  expect(await refusal({ resume: `rs_${"x".repeat(32)}` })).toMatchObject({ code: "invalid_input", path: "/code" });
  expect(await refusal({ code: 5 })).toMatchObject({ code: "invalid_input", path: "/code" });
});

test("WX8 a unionid makes one shopper of the openids of several mini-programs", async () => {
  const union = `u-${someone()}`;
  const [phone, tablet] = [someone(), someone()];
  const first = await shopperOf({ code: codeFor(phone, union) });
  const moved = { appId: "wx-another", appSecret: "another" };
  await addWeapp(booted, api, shop, moved);
  expect(await shopperOf({ code: codeFor(tablet, union) })).toBe(first);
  expect(await shopperOf({ code: codeFor(tablet) })).toBe(first);
  // The same characters name somebody else in another mini-program.
  expect(await shopperOf({ code: codeFor(phone) })).not.toBe(first);
  expect(await booted.deps.directory.openids(shop.id, first, moved.appId)).toEqual([tablet]);
  await addWeapp(booted, api, shop, weappOf(shop));
});

test("WX8 two who were known apart are one from the sign-in on that tells it; the first known stays", async () => {
  const union = `u-${someone()}`;
  const [early, late] = [someone(), someone()];
  const first = await shopperOf({ code: codeFor(early) });
  booted.clock.advance(1000);
  const second = await shopperOf({ code: codeFor(late, union) });
  expect(second).not.toBe(first);
  expect(await shopperOf({ code: codeFor(early, union) })).toBe(first);
  expect(await shopperOf({ code: codeFor(late) })).toBe(first);
});

test("WX9 with the shop's identity the openid is the verified shopper's, on the web and in WeChat", async () => {
  const openid = someone();
  const identity = await identityOf(booted, shop, "wx9");
  const web = await shopperOf({ channel: "web", identity });
  const anonymous = await shopperOf({ code: codeFor(openid) });
  expect(anonymous).not.toBe(web);
  expect(await shopperOf({ code: codeFor(openid), identity })).toBe(web);
  expect(await shopperOf({ code: codeFor(openid) })).toBe(web);
  expect(await shopperOf({ identity })).toBe(web);
});

test("WX9 two whom the shop vouched for stay two; the phone is the latter's", async () => {
  const openid = someone();
  const [lin, chen] = [await identityOf(booted, shop, "wx9-lin"), await identityOf(booted, shop, "wx9-chen", "小陈")];
  const first = await shopperOf({ code: codeFor(openid), identity: lin });
  const second = await shopperOf({ code: codeFor(openid), identity: chen });
  expect(second).not.toBe(first);
  expect(await shopperOf({ code: codeFor(openid) })).toBe(second);
  expect(await shopperOf({ channel: "web", identity: lin })).toBe(first);
  expect(await booted.deps.directory.openids(shop.id, first, weappOf(shop).appId)).toEqual([]);
});

test("WX9 where the unionid of one whom the shop vouched for meets the openid of another, neither loses theirs", async () => {
  const union = `u-${someone()}`;
  const [first, second] = [someone(), someone()];
  const [lin, chen] = [await identityOf(booted, shop, "u-lin"), await identityOf(booted, shop, "u-chen")];
  const one = await shopperOf({ code: codeFor(first), identity: lin });
  const two = await shopperOf({ code: codeFor(second, union), identity: chen });
  expect(await shopperOf({ code: codeFor(first, union) })).toBe(one);
  expect(await shopperOf({ code: codeFor(second, union) })).toBe(two);
});

test("WX10 whom the shop vouches for is let in when WeChat is out of reach or not set up, not with a code that is wrong", async () => {
  const identity = await identityOf(booted, shop, "wx10");
  const known = await shopperOf({ channel: "web", identity });
  for (const errcode of [-1, 45011, 40125]) {
    api.fail(codePath, errcode);
    expect(await shopperOf({ code: codeFor(someone()), identity })).toBe(known);
  }
  const bare = await openShop(booted);
  const theirs = await identityOf(booted, bare, "wx10");
  expect((await openSession(booted, bare, { code: codeFor(someone()), identity: theirs })).ok).toBe(true);
  expect(await refusal({ code: "nonsense", identity })).toMatchObject({ code: "wechat_code_invalid" });
  expect(await refusal({ code: codeFor(someone()), identity: theirs })).toMatchObject({ code: "identity_invalid" });
});

test("WX11 however many sign-ins of one person come at once, they are one shopper", async () => {
  const [openid, union] = [someone(), `u-${someone()}`];
  const identity = await identityOf(booted, shop, "wx11");
  const ids = await Promise.all([
    ...Array.from({ length: 4 }, () => shopperOf({ code: codeFor(openid) })),
    ...Array.from({ length: 4 }, () => shopperOf({ code: codeFor(openid, union) })),
  ]);
  expect(new Set(ids).size).toBe(1);
  const verified = await Promise.all([
    ...Array.from({ length: 3 }, () => shopperOf({ code: codeFor(openid), identity })),
    ...Array.from({ length: 3 }, () => shopperOf({ channel: "web", identity })),
  ]);
  expect(new Set(verified).size).toBe(1);
  expect(await shopperOf({ code: codeFor(someone(), union) })).toBe(verified[0]);
});

test("WX15 a mini-program needs no origin, and is let in whatever WeChat sends as one; a web page's rules stay", async () => {
  const strict = await openShop(booted, settings({ allowedOrigins: ["https://shop.example"] }));
  await addWeapp(booted, api, strict);
  const ask = (channel: string, headers: object) =>
    fetch(`${booted.url}/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({
        shop: strict.publicKey,
        channel,
        ...(channel === "weapp" && { code: codeFor("o-strict") }),
      }),
    });
  const origin = { origin: "https://servicewechat.com" };
  expect((await ask("web", origin)).status).toBe(403);
  expect((await ask("weapp", {})).status).toBe(200);
  const reply = await ask("weapp", origin);
  expect(reply.status).toBe(200);
  const { data } = (await reply.json()) as { data: { token: string } };
  const mine = await speak(booted.url, "shopper", data.token);
  expect((await mine.command("conversation.open", {})).ok).toBe(true);
  mine.close();
});

test("WX16 neither WeChat's session key nor the shop's secret is in a log, an answer or the database's people", async () => {
  const openid = someone();
  api.fail(codePath, -1);
  const refused = await openSession(booted, shop, { code: codeFor(openid) });
  const given = await openSession(booted, shop, { code: codeFor(openid) });
  const said = JSON.stringify([refused, given, await booted.deps.directory.shop(shop.id), logged]);
  expect(logged.join("")).toContain("WeChat refused a sign-in");
  expect(said).not.toContain(weappOf(shop).appSecret);
  expect(said).not.toContain("c2Vzc2lvbi1rZXk");
});
