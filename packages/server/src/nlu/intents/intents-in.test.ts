import { expect, test } from "vitest";
import { classify } from "./classifier.ts";
import { intentsIn, sentencesOf, trainIntents } from "./intents-in.ts";
import { askFor, intents } from "./registry.ts";

const all = intents.flatMap((intent) => sentencesOf(intent).map((text, nth) => ({ text, label: intent, nth })));

test("DL38 of sentences kept out of training two thirds are understood, and nine in ten of those it is sure of", () => {
  const model = trainIntents(all.filter(({ nth }) => nth % 5 !== 0));
  const heldOut = all
    .filter(({ nth }) => nth % 5 === 0)
    .map(({ text, label }) => ({ intent: label, best: classify(model, text)[0]! }));
  const right = heldOut.filter(({ intent, best }) => best.intent === intent);
  const sure = heldOut.filter(({ best }) => best.confidence >= 0.9);
  expect(right.length / heldOut.length).toBeGreaterThan(0.66);
  expect(sure.filter(({ intent, best }) => best.intent === intent).length / sure.length).toBeGreaterThan(0.88);
});

test("DL38 the plain question of every intent is understood as that intent, in both languages", () => {
  for (const intent of intents) {
    for (const language of ["zh", "en"] as const) {
      const [best] = intentsIn(askFor(intent, language));
      expect(best?.intent, askFor(intent, language)).toBe(intent);
      expect(best?.confidence, askFor(intent, language)).toBeGreaterThanOrEqual(0.7);
    }
  }
});

test("DL38 probabilities are between 0 and 1, best first, and words nobody taught it leave it unsure", () => {
  const guesses = intentsIn("zxqv 嗄嗄 kkrt");
  expect(guesses[0]!.confidence).toBeLessThan(0.4);
  expect(guesses.map(({ confidence }) => confidence)).toEqual(
    guesses.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
  );
});

test("DL38 a greeting before a question doesn't hide the question", () => {
  expect(intentsIn("你好，我要开发票")[0]?.intent).toBe("invoice");
  expect(intentsIn("hi, where is my order")[0]?.intent).toBe("orderStatus");
});
