import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ScriptedModel, startModelServer } from "../../../test/support/model-server.ts";
import type { ModelAccess, ModelRequest } from "../../ports/model.ts";
import { createOpenaiModel } from "./model.ts";

let server: ScriptedModel;
let access: ModelAccess;
let now: number;
beforeEach(async () => {
  server = await startModelServer();
  access = { baseUrl: server.url, apiKey: "sk-test", model: "qwen-plus" };
  now = 0;
});
afterEach(() => server.close());

const model = (given: Partial<Parameters<typeof createOpenaiModel>[0]> = {}) =>
  createOpenaiModel({ now: () => now, retryMs: 1, stallMs: 5000, ...given });
const ask = (more: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [{ role: "user", text: "在吗" }],
  maxTokens: 100,
  signal: new AbortController().signal,
  ...more,
});

describe("the model's adapter", () => {
  test("MD20 a reply is told as it grows and counted as the server counts it", async () => {
    server.next({ text: "您好，有货的。", step: 2 });
    const told: string[] = [];
    const reply = await model().complete(access, ask({ onText: (text) => told.push(text) }));
    expect(reply).toEqual({
      ok: true,
      data: { text: "您好，有货的。", calls: [], isCut: false, usage: { inputTokens: 100, outputTokens: 20 } },
    });
    expect(told).toEqual(["您好", "您好，有", "您好，有货的", "您好，有货的。"]);
    expect(server.calls[0]).toMatchObject({
      authorization: "Bearer sk-test",
      body: { model: "qwen-plus", stream: true, max_tokens: 100 },
    });
  });

  test("MD20 calls of tools are put together from their pieces, thinking aloud is left out, a cut is told", async () => {
    server.next(
      {
        calls: [
          { name: "search_products", input: { query: "杯子" } },
          { name: "list_promotions", input: {} },
        ],
      },
      { text: "<think>查到 15 天？</think>7 天。" },
      { text: "一半", cut: true },
    );
    const openai = model();
    const tools = [{ name: "search_products", description: "", parameters: { type: "object" } }];
    expect(await openai.complete(access, ask({ tools }))).toMatchObject({
      data: {
        calls: [
          { id: "c0", name: "search_products", input: '{"query":"杯子"}' },
          { id: "c1", name: "list_promotions", input: "{}" },
        ],
      },
    });
    const told: string[] = [];
    const second = await openai.complete(access, ask({ onText: (text) => told.push(text) }));
    expect(second).toMatchObject({ data: { text: "7 天。" } });
    expect(told.join("")).not.toContain("15");
    expect(await openai.complete(access, ask())).toMatchObject({ data: { text: "一半", isCut: true } });
  });

  test("MD21 what may pass is tried again, after a pause; what is wrong with the request is not", async () => {
    server.next({ status: 500 }, { status: 429 }, { text: "好" });
    expect(await model().complete(access, ask())).toMatchObject({ ok: true, data: { text: "好" } });
    expect(server.calls).toHaveLength(3);
    server.next({ status: 401 });
    expect(await model().complete(access, ask())).toMatchObject({ ok: false, error: { kind: "rejected" } });
    expect(server.calls).toHaveLength(4);
  });

  test("MD20 a reply that a filter or the room ended is a cut one, whichever word the server has for it", async () => {
    for (const finish of ["content_filter", "sensitive", "model_context_window_exceeded"]) {
      server.next({ text: "一半", finish });
      expect(await model().complete(access, ask()), finish).toMatchObject({ data: { text: "一半", isCut: true } });
    }
  });

  test("MD21 a reply that ends with the server's own trouble is asked for again", async () => {
    for (const finish of ["insufficient_system_resource", "network_error", "error"]) {
      server.next({ text: "一半", finish }, { text: "好" });
      expect(await model().complete(access, ask()), finish).toMatchObject({ data: { text: "好", isCut: false } });
    }
    server.otherwise(() => ({ text: "一半", finish: "network_error" }));
    expect(await model().complete(access, ask())).toMatchObject({ error: { kind: "unavailable" } });
  });

  test.each([
    ["a broken stream", { breakOff: "您" }],
    ["no stream at all", { garbage: "<html>gateway</html>", type: "text/html" }],
    ["data that is no JSON", { garbage: "data: {oops\n\n" }],
    ["an empty stream", { garbage: "data: [DONE]\n\n" }],
    ["an error in the stream", { garbage: 'data: {"error":{"message":"overloaded"}}\n\n' }],
  ] as const)("MD21 %s is no reply", async (_, reply) => {
    server.otherwise(() => reply);
    expect(await model({ retries: 1 }).complete(access, ask())).toMatchObject({ error: { kind: "unavailable" } });
    expect(server.calls).toHaveLength(2);
  });

  test("MD21 silence has an end, and so has the caller's patience", async () => {
    server.otherwise(() => ({ stall: "您" }));
    const silent = await model({ retries: 0, stallMs: 30 }).complete(access, ask());
    expect(silent).toMatchObject({ error: { kind: "unavailable", message: "silent for 30 ms" } });
    const gone = new AbortController();
    const asking = model().complete(access, ask({ signal: gone.signal, onText: () => gone.abort() }));
    expect(await asking).toMatchObject({ error: { kind: "aborted" } });
  });

  test("MD22 failures in a row open the circuit: nothing is asked until its time is over, then one request sees", async () => {
    server.otherwise(() => ({ status: 503 }));
    const openai = model({ retries: 0, failures: 3, openMs: 20 });
    for (let n = 0; n < 3; n++) await openai.complete(access, ask());
    expect(openai.isDown(access)).toBe(true);
    expect(await openai.complete(access, ask())).toMatchObject({ error: { kind: "unavailable" } });
    expect(server.calls).toHaveLength(3);
    expect(openai.isDown({ ...access, apiKey: "sk-other" })).toBe(false);
    now += 21;
    expect(openai.isDown(access)).toBe(false);
    server.otherwise(() => ({ text: "好" }));
    await expect.poll(async () => (await openai.complete(access, ask())).ok).toBe(true);
    expect(openai.isDown(access)).toBe(false);
  });

  test("MD22 a request that is itself wrong opens no circuit", async () => {
    server.otherwise(() => ({ status: 400, message: "too long" }));
    const openai = model({ failures: 2 });
    for (let n = 0; n < 5; n++) await openai.complete(access, ask());
    expect(openai.isDown(access)).toBe(false);
  });

  test("MD23 only so many requests are under way; some wait for their turn, the rest are refused at once", async () => {
    const letGo = server.hold();
    const openai = model({ concurrency: 2 });
    const asked = Array.from({ length: 7 }, () => openai.complete(access, ask()));
    expect(await asked[6]).toMatchObject({ error: { kind: "busy" } });
    await server.asked(2);
    expect(server.calls).toHaveLength(2);
    letGo();
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(6);
  });

  test("MD24 a server that does not take an option is asked without it, and is not asked twice", async () => {
    const refusing = (name: string) => ({ status: 400, message: `Unsupported parameter: '${name}'` });
    server.next(refusing("max_tokens"), refusing("temperature"), { text: "好" }, { text: "好" });
    const openai = model();
    await openai.complete(access, ask());
    await openai.complete(access, ask());
    expect(server.calls).toHaveLength(4);
    expect(server.calls[3]?.body).toMatchObject({ max_completion_tokens: 100 });
    expect(server.calls[3]?.body).not.toHaveProperty("temperature");
  });

  test("MD24 tokens are estimated where the server does not count them", async () => {
    server.next({ text: "七天无理由退货", uncounted: true });
    const reply = await model().complete(access, ask());
    expect(reply).toMatchObject({ data: { usage: { outputTokens: 7 } } });
    expect(reply.ok && reply.data.usage.inputTokens).toBeGreaterThan(0);
  });
});
