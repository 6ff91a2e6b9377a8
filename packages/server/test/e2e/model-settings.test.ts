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

const vectorsUrl = "/v1/settings/embedding";
const vectors = { ...own, model: "text-embedding-3-small", dimensions: 512 };

test("KN90 a supervisor sets where vectors are made and sees how many are; nobody reads its key back", async () => {
  const boss = await signIn(world.app, "boss@b.example");
  const put = (headers: object, payload: object) =>
    world.app.inject({ method: "PUT", url: vectorsUrl, headers: { ...headers }, payload });
  const get = () => world.app.inject({ url: vectorsUrl, headers: boss });
  expect((await get()).json().data).toEqual({ from: "none", passages: 0, made: 0 });
  expect((await put(await signIn(world.app, "agent@b.example"), vectors)).statusCode).toBe(403);
  expect((await put(boss, { ...vectors, baseUrl: "https://127.0.0.1/v1" })).json().error.code).toBe("invalid_input");
  const { apiKey, ...shown } = vectors;
  const set = await put(boss, vectors);
  expect(set.json().data).toEqual({ from: "shop", ...shown, state: "ready", passages: 0, made: 0 });
  expect(set.body + (await get()).body).not.toContain(apiKey);
  const { id } = world.shops.b.shop;
  const vector = Float32Array.of(1, 0);
  await world.deps.vectors.save(id, "text-embedding-3-small@512", [{ passage: "p", digest: "d", vector }]);
  expect((await get()).json().data.made).toBe(1);
  await put(boss, { ...vectors, dimensions: 256 });
  expect((await get()).json().data.made).toBe(0);
  const gone = await world.app.inject({ method: "DELETE", url: vectorsUrl, headers: boss });
  expect(gone.json().data.from).toBe("none");
});

test("KN90 the operator sets it on the command line, its key from the environment", async () => {
  const env = { DATA_DIR: folder };
  await prepareDataDir(folder);
  const created = await runCli(["shop", "create", "--name", "山茶小铺"], env);
  const key = /pk_[\w-]+/.exec(created.out)?.[0] ?? "";
  const args = ["shop", "embedding", "--shop", key, "--base-url", "http://localhost:11434/v1", "--model", "bge-m3"];
  const set = await runCli(args, { ...env, SHOP_EMBEDDING_API_KEY: "sk-local" });
  expect(set.out).toContain("bge-m3 at localhost:11434");
  expect(set.out + set.err).not.toContain("sk-local");
  expect((await runCli([...args, "--no-key", "--dimensions", "no"], env)).err).toContain("--dimensions");
  expect((await runCli(["shop", "embedding", "--shop", key, "--none"], env)).out).toContain("no endpoint");
}, 120_000);

test("KN90 the server's own endpoint is the model's where no other is given, and a key stays with its address", () => {
  const model = { LLM_BASE_URL: "https://a.example/v1", LLM_API_KEY: "sk-a", LLM_MODEL: "m" };
  const name = { EMBEDDING_MODEL: "e" };
  expect(readConfig(model).embedding).toBeUndefined();
  expect(readConfig({ ...model, ...name }).embedding).toEqual({
    baseUrl: "https://a.example/v1",
    apiKey: "sk-a",
    model: "e",
  });
  const elsewhere = { ...model, ...name, EMBEDDING_BASE_URL: "https://b.example/v1/", EMBEDDING_DIMENSIONS: "512" };
  expect(readConfig(elsewhere).embedding).toEqual({
    baseUrl: "https://b.example/v1",
    apiKey: "none",
    model: "e",
    dimensions: 512,
  });
  expect(readConfig({ ...elsewhere, EMBEDDING_API_KEY: "sk-b" }).embedding?.apiKey).toBe("sk-b");
  expect(() => readConfig(name)).toThrow("EMBEDDING_BASE_URL");
  expect(() => readConfig({ ...model, EMBEDDING_DIMENSIONS: "512" })).toThrow("EMBEDDING_MODEL");
  expect(() => readConfig({ ...elsewhere, EMBEDDING_API_KEY: "a secret" })).toThrow(
    /^(?!.*a secret).*EMBEDDING_API_KEY/s,
  );
});
