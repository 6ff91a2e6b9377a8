import { afterEach, beforeEach, expect, test } from "vitest";
import { codeFor, type ScriptedWechat, startWechatServer } from "../../../test/support/wechat-server.ts";
import type { Wechat } from "../../ports/wechat.ts";
import { piecesOf } from "./text-pieces.ts";
import { createWechat } from "./wechat.ts";

const app = { appId: "wx1", appSecret: "secret-of-wx1" };
const tokenPath = "/cgi-bin/stable_token";
const checkPath = "/wxa/msg_sec_check";

let api: ScriptedWechat;
let wechat: Wechat;
let now = 0;
beforeEach(async () => {
  api = await startWechatServer();
  api.addApp(app);
  now = 1_000_000;
  wechat = createWechat({ baseUrl: api.url, now: () => now });
});
afterEach(() => api.close());

const check = (text = "你好") => wechat.checkText(app, { openid: "o1", text });

test("WX1 a code names its holder once, and the session key goes no further", async () => {
  const code = codeFor("o1", "u1");
  const first = await wechat.codeToSession(app, code);
  expect(first).toEqual({ ok: true, data: { openid: "o1", unionid: "u1" } });
  expect(await wechat.codeToSession(app, codeFor("o2"))).toEqual({ ok: true, data: { openid: "o2" } });
  expect(await wechat.codeToSession(app, code)).toMatchObject({ ok: false, error: { kind: "code_invalid" } });
});

test.each([
  [40029, { kind: "code_invalid", errcode: 40029 }],
  [40163, { kind: "code_invalid", errcode: 40163 }],
  [45011, { kind: "busy", errcode: 45011, retryAfterMs: 60_000 }],
  [-1, { kind: "busy", errcode: -1, retryAfterMs: 1000 }],
  [40226, { kind: "blocked", errcode: 40226 }],
  [40013, { kind: "not_configured", errcode: 40013 }],
  [40125, { kind: "not_configured", errcode: 40125 }],
  [43101, { kind: "unreachable", errcode: 43101 }],
  [99999, { kind: "rejected", errcode: 99999 }],
])("WX2 WeChat's refusal %d is told as what it means", async (errcode, error) => {
  api.fail("/sns/jscode2session", errcode);
  expect(await wechat.codeToSession(app, codeFor("o1"))).toMatchObject({ ok: false, error });
});

test("WX2 a WeChat that is down, speaks no JSON or is slow is busy, and no message quotes the secret", async () => {
  const results = [];
  api.breakDown("/sns/jscode2session", 502);
  results.push(await wechat.codeToSession(app, codeFor("o1")));
  api.breakDown("/sns/jscode2session", 200);
  results.push(await wechat.codeToSession(app, codeFor("o1")));
  const letGo = api.hold("/sns/jscode2session");
  const hasty = createWechat({ baseUrl: api.url, now: () => now, timeoutMs: 20 });
  results.push(await hasty.codeToSession(app, codeFor("o1")));
  letGo();
  const nobody = createWechat({ baseUrl: "http://127.0.0.1:1", now: () => now });
  results.push(await nobody.codeToSession(app, codeFor("o1")));
  for (const result of results) {
    expect(result).toMatchObject({ ok: false, error: { kind: "busy", retryAfterMs: 1000 } });
    expect(JSON.stringify(result)).not.toContain(app.appSecret);
  }
});

test("WX3 an access token is fetched once for all who ask at once, kept, and renewed before it runs out", async () => {
  const letGo = api.hold(tokenPath);
  const asked = [check(), check(), check()];
  letGo();
  for (const result of await Promise.all(asked)) expect(result.ok).toBe(true);
  expect(api.callsTo(tokenPath)).toHaveLength(1);
  now += 7_200_000 - 301_000;
  await check();
  expect(api.callsTo(tokenPath)).toHaveLength(1);
  now += 2000;
  await check();
  expect(api.callsTo(tokenPath)).toHaveLength(2);
});

test("WX3 a token that WeChat no longer takes is replaced, once, and the call made again", async () => {
  await check();
  api.expireTokens();
  expect(await check()).toMatchObject({ ok: true });
  expect(api.callsTo(tokenPath).map(({ body }) => body.force_refresh)).toEqual([false, false]);
  // Here WeChat still hands out the token that it refuses: only forcing helps.
  api.fail(checkPath, 40001);
  expect(await check()).toMatchObject({ ok: true });
  expect(api.callsTo(tokenPath).map(({ body }) => body.force_refresh)).toEqual([false, false, false, true]);
  api.fail(checkPath, 40001, 2);
  const before = api.callsTo(checkPath).length;
  expect(await check()).toMatchObject({ ok: false, error: { errcode: 40001 } });
  expect(api.callsTo(checkPath).length - before).toBe(2);
});

test("WX3 who names another's app without its secret gets no token of theirs", async () => {
  await check();
  const thief = { appId: app.appId, appSecret: "guessed" };
  const result = await wechat.checkText(thief, { openid: "o1", text: "x" });
  expect(result).toMatchObject({ ok: false, error: { kind: "not_configured", errcode: 40125 } });
  expect(api.callsTo(checkPath)).toHaveLength(1);
});

test("WX4 a text is checked whole, in pieces that overlap, and the worst verdict counts", async () => {
  api.refuse("坏词");
  api.refuse("可疑", "review");
  expect(await check("您好")).toEqual({ ok: true, data: { suggest: "pass", label: 100 } });
  expect(await check("有点可疑")).toMatchObject({ data: { suggest: "review" } });
  expect(await check(`${"可疑".repeat(1249)}文坏词${"好".repeat(1400)}`)).toMatchObject({ data: { suggest: "risky" } });
  expect(await check(`${"好".repeat(2499)}坏词`)).toMatchObject({ data: { suggest: "risky" } });
});

test("WX4 pieces leave nothing out and are none too long", () => {
  for (const length of [1, 2500, 2501, 4899, 4900, 4901]) {
    const text = Array.from({ length }, (_, n) => String.fromCodePoint(0x1f300 + (n % 500))).join("");
    const pieces = piecesOf(text);
    const joined = pieces.reduce((whole, piece) => whole + [...piece].slice(whole ? 100 : 0).join(""), "");
    expect(joined).toBe(text);
    expect(Math.max(...pieces.map((piece) => [...piece].length))).toBeLessThanOrEqual(2500);
  }
});

test("WX5 a picture's check answers a trace id, and a subscription message goes out as the template wants it", async () => {
  const picture = await wechat.checkMedia(app, { openid: "o1", url: "https://shop.example/p.png" });
  expect(picture.ok && picture.data.traceId).toBe(api.pictures[0]?.traceId);
  expect(api.pictures).toMatchObject([{ url: "https://shop.example/p.png", openid: "o1" }]);
  const message = { openid: "o1", templateId: "t1", page: "pages/chat/chat", data: { thing1: "小美回复了您" } };
  expect(await wechat.sendSubscribeMessage(app, message)).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  api.grant("o1", "t1");
  expect(await wechat.sendSubscribeMessage(app, message)).toEqual({ ok: true, data: {} });
  expect(api.sent).toEqual([message]);
});
