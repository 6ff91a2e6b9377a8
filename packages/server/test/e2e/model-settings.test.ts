import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { bootHttp, type HttpWorld, signIn } from "../support/boot-http.ts";
import { prepareDataDir } from "../support/prepared-database.ts";
import { runCli } from "../support/run-cli.ts";

const own = { baseUrl: "https://api.deepseek.com/v1", apiKey: "sk-0123456789abcdef", model: "deepseek-chat" };
const url = "/v1/settings/model";
const folder = mkdtempSync(join(tmpdir(), "yiwen-model-"));

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (headers: object, payload: object) =>
  world.app.inject({ method: "PUT", url, headers: { ...headers }, payload });

test("MD54 a supervisor sets the shop's model, sees what it was used for today, and nobody reads its key back", async () => {
  const boss = await signIn(world.app, "boss@a.example");
  const get = () => world.app.inject({ url, headers: boss });
  const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, money: 0 };
  expect((await get()).json().data).toMatchObject({ from: "none", today: nothing });
  const { apiKey: _, ...shown } = own;
  const set = await put(boss, { ...own, baseUrl: `${own.baseUrl}/` });
  expect(set.json().data).toMatchObject({ from: "shop", ...shown, state: "ready", today: nothing });
  const { id } = world.shops.a.shop;
  expect(await world.deps.modelStore.access(id)).toEqual(own);
  expect(await world.deps.modelStore.access(world.shops.b.shop.id)).toBeUndefined();
  const { day } = (await get()).json().data.today as { day: string };
  await world.deps.modelStore.spend(id, day, { inputTokens: 10, outputTokens: 5, cost: 2_500_000 });
  await world.deps.modelStore.spend(id, day, { inputTokens: 1, outputTokens: 1, cost: 1 });
  world.time.now += 11_000;
  expect((await get()).json().data.today).toEqual({ day, calls: 2, inputTokens: 11, outputTokens: 6, money: 2.500001 });
  const pages = [set, await get(), await world.app.inject({ url: "/v1/settings", headers: boss })];
  for (const { body } of pages) expect(body).not.toContain("sk-0123");
  const gone = await world.app.inject({ method: "DELETE", url, headers: boss });
  expect(gone.json().data.from).toBe("none");
  expect(await world.deps.modelStore.access(id)).toBeUndefined();
});

test("MD54 agents and strangers may not; only https on a public host is taken, and a key is never repeated", async () => {
  const agent = await signIn(world.app, "agent@a.example");
  const boss = await signIn(world.app, "boss@a.example");
  expect((await put({}, own)).statusCode).toBe(401);
  expect((await put(agent, own)).statusCode).toBe(403);
  for (const baseUrl of [
    "http://api.example.com/v1",
    "https://localhost/v1",
    "https://127.0.0.1/v1",
    "https://169.254.169.254/latest",
    "https://[::1]/v1",
    "https://2130706433/",
    "https://metadata.internal/v1",
    "https://user:pass@api.example.com/v1",
    "https://vllm/v1",
  ]) {
    const reply = await put(boss, { ...own, baseUrl });
    expect(reply.json(), baseUrl).toMatchObject({ ok: false, error: { code: "invalid_input" } });
    expect(reply.body).not.toContain("sk-0123");
  }
  const reply = await put(boss, { ...own, apiKey: "has a space" });
  expect(reply.json()).toMatchObject({ error: { code: "invalid_input", path: "/apiKey" } });
  expect(reply.body).not.toContain("has a space");
});

test("MD54 the operator sets any model on the command line, its key from the environment", async () => {
  const env = { DATA_DIR: folder };
  await prepareDataDir(folder);
  const created = await runCli(["shop", "create", "--name", "山茶小铺"], env);
  const key = /pk_[\w-]+/.exec(created.out)?.[0] ?? "";
  const args = ["shop", "model", "--shop", key, "--base-url", "http://localhost:11434/v1", "--model", "qwen3:8b"];
  const set = await runCli(args, { ...env, SHOP_LLM_API_KEY: "sk-local" });
  expect(set.out).toContain("qwen3:8b at localhost:11434");
  expect(set.out + set.err).not.toContain("sk-local");
  expect((await runCli([...args, "--no-key"], env)).code).toBe(0);
  const wrong = await runCli(["shop", "model", "--shop", key, "--base-url", "ftp://x", "--model", "m"], env);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain("--base-url");
  expect((await runCli(["shop", "model", "--shop", key, "--none"], env)).out).toContain("no language model");
}, 120_000);

test("MD54 the server's own model comes from the environment, whole or not at all", () => {
  expect(readConfig({}).model).toBeUndefined();
  const given = { LLM_BASE_URL: "http://localhost:8000/v1/", LLM_MODEL: "qwen" };
  expect(readConfig(given).model).toEqual({ baseUrl: "http://localhost:8000/v1", apiKey: "none", model: "qwen" });
  expect(() => readConfig({ LLM_BASE_URL: given.LLM_BASE_URL })).toThrow("LLM_MODEL");
  expect(() => readConfig({ LLM_MODEL: "qwen" })).toThrow("LLM_BASE_URL");
  expect(() => readConfig({ ...given, LLM_API_KEY: "a secret key" })).toThrow(/^(?!.*secret).*LLM_API_KEY/s);
});
