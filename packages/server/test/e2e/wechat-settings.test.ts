import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { bootHttp, type HttpWorld, signIn } from "../support/boot-http.ts";
import { prepareDataDir } from "../support/prepared-database.ts";
import { runCli, startCli } from "../support/run-cli.ts";
import { codeFor, type ScriptedWechat, startWechatServer } from "../support/wechat-server.ts";

const app = { appId: "wx0123456789abcdef", appSecret: "0f1e2d3c4b5a69788796a5b4c3d2e1f0" };
const folder = mkdtempSync(join(tmpdir(), "yiwen-wechat-"));

let world: HttpWorld;
let api: ScriptedWechat;
beforeAll(async () => {
  world = await bootHttp();
  api = await startWechatServer();
  api.addApp(app);
});
afterAll(async () => {
  await world.close();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const url = "/v1/settings/wechat";
const put = (headers: object, payload: object) =>
  world.app.inject({ method: "PUT", url, headers: { ...headers }, payload });

test("WX18 a supervisor sets the mini-program, and nobody reads its secrets back", async () => {
  const boss = await signIn(world.app, "boss@a.example");
  const get = () => world.app.inject({ url, headers: boss });
  expect((await get()).json()).toEqual({ ok: true, data: { hasPushToken: false } });
  const set = await put(boss, { ...app, pushToken: "pushToken1" });
  expect(set.json()).toEqual({ ok: true, data: { appId: app.appId, hasPushToken: true } });
  const { id } = world.shops.a.shop;
  expect(await world.deps.directory.wechatApp(id)).toEqual(app);
  expect((await put(boss, { ...app, appSecret: "another" })).json().data.hasPushToken).toBe(true);
  expect(await world.deps.directory.wechatApp(id)).toEqual({ ...app, appSecret: "another" });
  const pages = [await get(), await world.app.inject({ url: "/v1/settings", headers: boss })];
  for (const { body } of pages) expect(body).not.toMatch(/another|pushToken1|0f1e2d/);
  expect(await world.deps.directory.wechatApp(world.shops.b.shop.id)).toBeUndefined();
});

test("WX18 agents and strangers may not, and what is no AppID or secret is refused without being repeated", async () => {
  const agent = await signIn(world.app, "agent@a.example");
  const boss = await signIn(world.app, "boss@a.example");
  expect((await put({}, app)).statusCode).toBe(401);
  expect((await put(agent, app)).statusCode).toBe(403);
  expect((await world.app.inject({ url, headers: agent })).statusCode).toBe(403);
  for (const [body, path] of [
    [{ ...app, appId: "wx 1" }, "/appId"],
    [{ appId: app.appId }, "/appSecret"],
    [{ ...app, appSecret: "has a space" }, "/appSecret"],
    [{ ...app, pushToken: "x" }, "/pushToken"],
  ] as const) {
    const reply = await put(boss, body);
    expect(reply.json()).toMatchObject({ ok: false, error: { code: "invalid_input", path } });
    expect(reply.body).not.toContain("has a space");
  }
});

test("WX18 the command line takes the secret from the environment or from what is piped in, and shows it nowhere", async () => {
  const env = { DATA_DIR: join(folder, "shop"), WECHAT_API_URL: api.url };
  await prepareDataDir(env.DATA_DIR);
  const founded = await runCli(["shop", "create", "--name", "试用店"], env);
  const key = /pk_[\w-]+/.exec(founded.out)?.[0] ?? "";
  const set = ["shop", "wechat", "--shop", key, "--app-id", app.appId];
  for (const ended of [
    await runCli(set, { ...env, WECHAT_APP_SECRET: app.appSecret, WECHAT_PUSH_TOKEN: "pushToken1" }),
    await runCli(set, env, `${app.appSecret}\n`),
  ]) {
    expect(ended).toMatchObject({ code: 0, out: `试用店 is open in the mini-program ${app.appId}.\n`, err: "" });
  }
  const refused = [
    await runCli(set, env),
    await runCli(["shop", "wechat", "--shop", key, "--app-id", "wx 1"], env, `${app.appSecret}\n`),
    await runCli(set, { ...env, WECHAT_APP_SECRET: app.appSecret, WECHAT_PUSH_TOKEN: "!" }),
  ];
  for (const { code, out, err } of refused) {
    expect([code, out]).toEqual([1, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toContain(app.appSecret);
  }
}, 120_000);

test("WX19 the demo's shop is open in the mini-program that the environment names", async () => {
  const env = {
    DATA_DIR: join(folder, "demo"),
    PORT: "0",
    WECHAT_API_URL: api.url,
    WECHAT_APP_ID: app.appId,
    WECHAT_APP_SECRET: app.appSecret,
  };
  await prepareDataDir(env.DATA_DIR);
  const demo = startCli(["demo"], env);
  const [, at = ""] = await demo.says(/Storefront +(\S+)\//);
  const response = await fetch(`${at}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ shop: "pk_demo", channel: "weapp", code: codeFor("o-demo") }),
  });
  expect(await response.json()).toMatchObject({ ok: true, data: { shop: { weapp: { contactFallback: false } } } });
  demo.child.kill("SIGINT");
  const { code, out, err } = await demo.ended;
  expect(code).toBe(0);
  expect(out + err).not.toContain(app.appSecret);
}, 120_000);

test("WX19 half a mini-program is none, and a wrong secret is not shown", () => {
  expect(readConfig({})).toMatchObject({ wechatApiUrl: "https://api.weixin.qq.com" });
  expect(readConfig({ WECHAT_APP_SECRET: app.appSecret })).not.toHaveProperty("demoWechatApp");
  expect(readConfig({ WECHAT_APP_SECRET: app.appSecret, WECHAT_APP_ID: app.appId }).demoWechatApp).toEqual(app);
  expect(readConfig({ WECHAT_API_URL: "http://127.0.0.1:1/" }).wechatApiUrl).toBe("http://127.0.0.1:1");
  expect(() => readConfig({ WECHAT_APP_SECRET: "hunter 2" })).toThrow(/^WECHAT_APP_SECRET(?!.*hunter)/);
});
