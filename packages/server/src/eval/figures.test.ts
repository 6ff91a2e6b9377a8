import { expect, test } from "vitest";
import { areaUnderCurve } from "../nlu/area-under-curve.ts";
import { classificationFigures, type Judged } from "./classification.ts";
import { labelledRows } from "./labelled-rows.ts";
import { scopeFigures, scopeThreshold } from "./out-of-scope.ts";
import { retrievalFigures } from "./retrieval.ts";

const judged = (label: string, best: string, confidence: number): Judged => ({
  text: `${label} ${best}`,
  label,
  guesses: [
    { label: best, confidence },
    { label: "c", confidence: 1 - confidence },
  ],
});

test("KN8 accuracy, the first three, macro-F1 and confusion are those of the guesses", () => {
  const figures = classificationFigures([
    judged("a", "a", 0.9),
    judged("a", "a", 0.8),
    judged("b", "a", 0.6),
    judged("c", "b", 0.5),
  ]);
  expect(figures).toMatchObject({ count: 4, accuracy: 0.5, top3: 0.75 });
  expect(figures.confusion.a).toEqual({ count: 2, f1: 4 / 5, takenFor: { a: 2 } });
  expect(figures.macroF1).toBeCloseTo(0.8 / 3);
});

test("KN8 the calibration error is how far confidence is from being right", () => {
  expect(classificationFigures([judged("a", "a", 1), judged("b", "a", 1)]).calibrationError).toBeCloseTo(0.5);
  const half = [judged("a", "a", 0.5), judged("b", "a", 0.5)];
  expect(classificationFigures(half).calibrationError).toBeCloseTo(0);
});

test("KN8 coverage at a threshold is the share that is sure enough, with the accuracy among them", () => {
  const { coverage } = classificationFigures([judged("a", "a", 0.9), judged("b", "a", 0.75), judged("c", "a", 0.2)]);
  expect(coverage.find(({ threshold }) => threshold === 0.7)).toEqual({
    threshold: 0.7,
    coverage: 2 / 3,
    accuracy: 0.5,
  });
  expect(classificationFigures([]).accuracy).toBe(0);
});

test("KN8 a threshold of scope leaves what it must in scope and tells the rest", () => {
  const inside = [5, 4, 3, 2].map((scope, at) => ({ scope, isInScope: true, isRight: at !== 1 }));
  const outside = [1, 2.5, 6].map((scope) => ({ scope, isInScope: false, isRight: false }));
  const threshold = scopeThreshold([...inside, ...outside], 0.5);
  expect(threshold).toBe(3);
  expect(scopeFigures([...inside, ...outside], threshold)).toEqual({ threshold: 3, recall: 2 / 3, inScope: 0.5 });
});

test("KN8 the area under the curve is 1 when sorted, a half when it is chance, and ties count half", () => {
  const of = (scores: [number, boolean][]) => areaUnderCurve(scores.map(([score, is]) => ({ score, is })));
  expect(
    of([
      [1, false],
      [2, false],
      [3, true],
    ]),
  ).toBe(1);
  expect(
    of([
      [1, true],
      [1, false],
    ]),
  ).toBe(0.5);
  expect(
    of([
      [1, true],
      [2, false],
      [3, true],
      [0, false],
    ]),
  ).toBe(0.75);
});

test("KN8 recall at k counts the questions that found a right passage that early", () => {
  expect(retrievalFigures([0, 0, 4, 9, -1])).toMatchObject({
    recallAt: { "1": 0.4, "3": 0.4, "5": 0.6, "10": 0.8 },
    meanReciprocalRank: (1 + 1 + 0.2 + 0.1) / 5,
  });
});

test("KN8 labelled rows are read from JSON Lines and CSV by any of their names; what is incomplete is named by line", () => {
  const names = { text: ["句子"], label: ["intent", "意图"] };
  const rows = (text: string) => labelledRows(text, names).rows.map(({ fields }) => fields);
  expect(rows('{"text":"退货","intent":"returnGoods"}\n{"text":"x","label":3}')).toEqual([
    { text: "退货", label: "returnGoods" },
    { text: "x", label: "3" },
  ]);
  expect(rows("句子,意图\n退货,returnGoods")).toEqual([{ text: "退货", label: "returnGoods" }]);
  expect(labelledRows('{"text":"a"}\nnonsense', names).rejected.map(({ line }) => line)).toEqual([1, 2]);
});
