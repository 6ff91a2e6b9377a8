import { expect, test } from "vitest";
import { createPassages } from "../knowledge/passages.ts";
import type { SpokenDialogue } from "../nlu/handoff/dialogue.ts";
import { shippedHandoff } from "../nlu/handoff/foresee.ts";
import { measureHandoff } from "../nlu/handoff/measure.ts";
import { intentsIn } from "../nlu/intents/intents-in.ts";
import { isIntent } from "../nlu/intents/registry.ts";
import { detectLanguage, languageOfDocument } from "../nlu/language.ts";
import { loadLines } from "../nlu/load-data.ts";
import { sentimentOf } from "../nlu/sentiment/sentiment-of.ts";

type Case = SpokenDialogue & { text: string; label: string; query: string; passage: string; open?: boolean };

/** What once went wrong; `open` ones still do, and are only listed. */
const cases = (name: string) => loadLines(`error-cases/${name}.jsonl`).map((line) => JSON.parse(line) as Case);
const closed = (name: string) => cases(name).filter(({ open }) => !open);

test.each(closed("intent"))("KN9 $text → $label", ({ text, label }) => {
  expect(isIntent(label)).toBe(true);
  expect(intentsIn(text)[0]?.intent).toBe(label);
});

test.each(closed("sentiment"))("KN9 $text → $label", ({ text, label }) => {
  expect(sentimentOf(text, detectLanguage(text, "zh")).label).toBe(label);
});

test.each(closed("handoff"))(
  "KN9 a dialogue is handed over at the turns that need it and at no other: $turns.0.text",
  (one) => {
    const { accuracy, turns } = measureHandoff([one], { model: shippedHandoff, mood: sentimentOf });
    expect(turns).toBeGreaterThan(0);
    expect(accuracy).toBe(1);
  },
);

const all = [...new Set(cases("retrieval").map(({ passage }) => passage))];
const passages = createPassages(
  all.map((text, at) => ({
    ...{ id: String(at), title: text, text, quote: text, document: "faq", language: languageOfDocument(text) },
  })),
);

test.each(closed("retrieval"))("KN9 $query → $passage", ({ query, passage }) => {
  const [best] = passages.recall(query, { limit: 1, language: detectLanguage(query, "zh") });
  expect(best?.item.text).toBe(passage);
});
