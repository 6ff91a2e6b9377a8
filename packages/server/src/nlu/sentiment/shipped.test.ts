import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { trainSentimentWeights } from "../../../training/sentiment.ts";
import { loadBytes } from "../load-data.ts";

test("SE31 the weights that ship are those that training makes of data/sentiment and its own service talk, whatever the intents", () => {
  const folder = mkdtempSync(join(tmpdir(), "yiwen-feelings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { plain, hard } = trainSentimentWeights(pathToFileURL(`${folder}/`));
  expect(readFileSync(join(folder, "sentiment.bin")).equals(loadBytes("weights/sentiment.bin"))).toBe(true);
  expect(plain.negativeRecall).toBeGreaterThanOrEqual(0.8);
  expect(plain.falseAlarms).toBeLessThanOrEqual(0.03);
  expect(hard.negativeRecall).toBeGreaterThanOrEqual(0.7);
  expect(hard.falseAlarms).toBeLessThanOrEqual(0.05);
}, 240_000);
