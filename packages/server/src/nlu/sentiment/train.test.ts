import { expect, test } from "vitest";
import { feelingBy } from "./feeling-by.ts";
import { measureSentiment } from "./measure.ts";
import type { FeltText } from "./model.ts";
import { fitTemperature } from "./temperature.ts";
import { type FeltExample, trainSentiment } from "./train.ts";
import { packModel, unpackModel } from "./weights.ts";

const lines: [FeltText["label"], string][] = [
  ["negative", "呱呱太糊了"],
  ["negative", "糊得不行"],
  ["neutral", "呱呱几点开门"],
  ["neutral", "开门要票吗"],
  ["positive", "呱呱真亮"],
  ["positive", "亮得好"],
];
const messages: FeltExample[] = lines.map(([label, text]) => ({ text, label, language: "zh" }));
const reviews = [
  { text: "整本书糊成一片", label: "negative" as const },
  { text: "整本书亮成一片", label: "positive" as const },
];

test("SE3 a model is trained on any labelled messages, the same way every time, and comes through its bytes", () => {
  const model = trainSentiment(messages, reviews);
  expect(trainSentiment(messages, reviews)).toEqual(model);
  const { bytes, scales } = packModel(model);
  const again = unpackModel(bytes, JSON.parse(JSON.stringify(scales)));
  for (const { text, label } of messages) {
    expect(feelingBy(model, text, "zh").label).toBe(label);
    expect(feelingBy(again, text, "zh").label).toBe(label);
  }
  expect(() => unpackModel(bytes.slice(1), scales)).toThrow("train them again");
});

test("SE3 a temperature makes a model that is too sure less sure", () => {
  const model = trainSentiment(messages, reviews);
  const wrong: FeltExample[] = lines.map(([, text], at) => ({ text, label: lines[(at + 2) % 6]![0], language: "zh" }));
  const fitted = (keptOut: FeltExample[]) => fitTemperature([{ model, keptOut }]);
  expect(fitted(wrong)).toBeGreaterThan(fitted(messages));
});

test("SE4 the figures of a reader: accuracy, confusion, false alarms, recall, and which side of zero", () => {
  const read = (text: string) =>
    ({ score: Number(text), label: Number(text) < -0.5 ? "negative" : "neutral" }) as const;
  const said: FeltText[] = [
    { text: "-0.9", label: "negative", language: "zh" },
    { text: "-0.2", label: "negative", language: "zh" },
    { text: "-0.8", label: "neutral", language: "zh" },
    { text: "0", label: "neutral", language: "zh" },
    { text: "0.4", label: "positive", language: "zh" },
    { text: "-0.1", label: "positive", language: "zh" },
  ];
  const figures = measureSentiment(said, read);
  expect(figures).toMatchObject({ count: 6, negativeRecall: 0.5, falseAlarms: 0.5, binary: 0.75 });
  expect(figures.accuracy).toBeCloseTo(2 / 6);
  expect(figures.confusion).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [0, 2, 0],
  ]);
  // F1: 2/4, 2/6, 0
  expect(figures.macroF1).toBeCloseTo((0.5 + 1 / 3) / 3);
});
