import { expect, test } from "vitest";
import type { GroundSource } from "../grounding/source.ts";
import { type WriteWorld, write } from "./write.ts";

const page: GroundSource = { id: "cat", names: [], heading: "", text: "店里的猫叫团子。" };

test("MD9 while a draft grows its sources are read once, and its finished sentences judged when there is a new one", async () => {
  const text = "店里有一只猫。它叫团子，很乖。";
  const complete = async (_shop: unknown, request: { onText?(soFar: string): void }) => {
    for (let length = 1; length <= text.length; length++) request.onText?.(text.slice(0, length));
    return { ok: true, data: { text, calls: [], isCut: false, usage: { inputTokens: 1, outputTokens: 1 } } };
  };
  const world = { language: "zh", models: { complete }, signal: new AbortController().signal } as unknown as WriteWorld;
  const judged: string[] = [];
  const shown: (string | undefined)[] = [];
  let readings = 0;
  const written = await write(world, {
    prompt: (facts) => facts,
    lines: [],
    facts: [page],
    hasTools: false,
    checkAgainst() {
      readings++;
      return (draft) => {
        judged.push(draft);
        return { unfounded: [], used: [] };
      };
    },
    onDraft: (draft) => shown.push(draft),
  });
  expect(written.text).toBe(text);
  expect(readings).toBe(1);
  expect(judged).toEqual(["店里有一只猫。", text, text]);
  expect(shown).toEqual(["店里有一只猫。", text]);
});
