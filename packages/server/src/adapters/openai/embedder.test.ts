import { afterEach, beforeEach, expect, test } from "vitest";
import { type ScriptedModel, startModelServer } from "../../../test/support/model-server.ts";
import type { EmbeddingAccess } from "../../ports/embedder.ts";
import { createOpenaiEmbedder } from "./embedder.ts";

let server: ScriptedModel;
let access: EmbeddingAccess;
beforeEach(async () => {
  server = await startModelServer();
  access = { baseUrl: server.url, apiKey: "sk-test", model: "text-embedding-v4" };
});
afterEach(() => server.close());

const embedder = (given: Partial<Parameters<typeof createOpenaiEmbedder>[0]> = {}) =>
  createOpenaiEmbedder({ now: () => 0, retryMs: 1, failures: 3, ...given });
const { signal } = new AbortController();

test("KN81 vectors come in the order of the texts and of length 1, whatever order and length the server gives", async () => {
  server.embeds(() => ({
    vectors: [
      [3, 4],
      [0, 2],
    ],
  }));
  const result = await embedder().embed({ ...access, dimensions: 2 }, { texts: ["甲", "乙"], signal });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.data.vectors.map((vector) => [...vector].map((value) => value.toFixed(3)))).toEqual([
    ["0.600", "0.800"],
    ["0.000", "1.000"],
  ]);
  expect(result.data.inputTokens).toBe(20);
  expect(server.embedded[0]).toEqual({
    authorization: "Bearer sk-test",
    body: { model: "text-embedding-v4", input: ["甲", "乙"], dimensions: 2, encoding_format: "float" },
  });
});

test("KN81 tokens are estimated where the server doesn't count them", async () => {
  server.embeds(() => ({ vectors: [[1, 0]], uncounted: true }));
  expect(await embedder().embed(access, { texts: ["四个汉字"], signal })).toMatchObject({ data: { inputTokens: 4 } });
});

test("KN81 what can't be vectors is none: too few, of different lengths, without direction, no JSON", async () => {
  const wrong = [
    { vectors: [[1, 0]] },
    {
      vectors: [
        [1, 0],
        [1, 0, 0],
      ],
    },
    {
      vectors: [
        [0, 0],
        [1, 0],
      ],
    },
    { garbage: "{}" },
    { garbage: "<html>" },
  ];
  for (const reply of wrong) {
    server.embeds(() => reply);
    const result = await embedder({ failures: 9 }).embed(access, { texts: ["甲", "乙"], signal });
    expect(result).toMatchObject({ ok: false, error: { kind: "unavailable" } });
  }
});

test("KN81 a passing failure is tried again; texts that are refused, a wrong key and a full server are told apart", async () => {
  let times = 0;
  server.embeds(() => (++times < 3 ? { status: 503 } : { vectors: [[1, 0]] }));
  expect((await embedder().embed(access, { texts: ["甲"], signal })).ok).toBe(true);
  expect(times).toBe(3);
  for (const [status, kind] of [
    [400, "refused"],
    [413, "refused"],
    [401, "rejected"],
    [429, "busy"],
  ] as const) {
    server.embeds(() => ({ status, message: "sk-test at https://secret.example" }));
    const result = await embedder().embed(access, { texts: ["甲"], signal });
    expect(result).toMatchObject({ ok: false, error: { kind } });
    expect(JSON.stringify(result)).not.toMatch(/sk-test|secret/);
  }
});

test("KN82 what somebody waits for is tried once and given up in time; silence again and again opens the circuit", async () => {
  server.embeds(() => "silence");
  const hasty = embedder({ urgentMs: 20 });
  const ask = () => hasty.embed(access, { texts: ["甲"], signal, isUrgent: true });
  for (let times = 1; times <= 3; times++) {
    expect(hasty.isDown(access)).toBe(false);
    expect(await ask()).toMatchObject({ ok: false, error: { kind: "unavailable", message: "no answer in 20 ms" } });
    expect(server.embedded).toHaveLength(times);
  }
  expect(hasty.isDown(access)).toBe(true);
  expect(await ask()).toMatchObject({ ok: false, error: { kind: "unavailable" } });
  expect(server.embedded).toHaveLength(3);
  server.embeds(() => ({ vectors: [[1, 0]] }));
  expect((await hasty.embed(access, { texts: ["甲"], signal })).ok).toBe(true);
});
