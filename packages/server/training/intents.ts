import { readFileSync, writeFileSync } from "node:fs";
import { calibrated, classify, type LabelledText, wholeOf } from "../src/nlu/intents/classifier.ts";
import { intents } from "../src/nlu/intents/registry.ts";
import { allSentences, sourceOf } from "../src/nlu/intents/sentences.ts";
import { parted, trainIntents } from "../src/nlu/intents/train-intents.ts";
import { packWeights, unpackWeights } from "../src/nlu/intents/weights.ts";
import { cardOf, type Scores } from "./card.ts";
import { scoresOf } from "./scores.ts";

/** Trains the intents' classifier on all sentences, measures it on a part kept out, and writes weights and card. */
export function trainIntentWeights(folder: URL): void {
  const started = performance.now();
  const sentences = allSentences();
  const { measured, temperature } = measure(sentences);
  const source = sourceOf(sentences);
  const bytes = packWeights(trainIntents(sentences, temperature), source);
  const weights = new URL("intents.bin", folder);
  if (!same(weights, bytes)) {
    writeFileSync(weights, bytes);
    const card = cardOf({ sentences, intents, bytes: bytes.length, source, measured });
    writeFileSync(new URL("intents.md", folder), card);
  }
  report(measured, { bytes: bytes.length, seconds: (performance.now() - started) / 1000 });
}

function measure(sentences: LabelledText[]): { measured: Record<string, Scores>; temperature: number } {
  const { learnt, kept } = parted(sentences);
  const part = calibrated(trainIntents(learnt), kept);
  // As it will be shipped, a byte a weight.
  const shipped = unpackWeights(packWeights(part, "")).classifier;
  const guessed = kept.map(({ text, label }) => ({ text, label: wholeOf(label), guesses: classify(shipped, text) }));
  const isChinese = ({ text }: LabelledText) => /\p{Script=Han}/u.test(text);
  return {
    temperature: part.temperature,
    measured: {
      Chinese: scoresOf(guessed.filter(isChinese)),
      English: scoresOf(guessed.filter((one) => !isChinese(one))),
    },
  };
}

function same(path: URL, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function report(measured: Record<string, Scores>, { bytes, seconds }: { bytes: number; seconds: number }): void {
  for (const [language, { texts, first, three, error }] of Object.entries(measured)) {
    const line = `first ${first.toFixed(1)} %, in the first three ${three.toFixed(1)} %, calibration error ${error.toFixed(3)}`;
    process.stdout.write(`intents, ${language}, ${texts} sentences kept out: ${line}\n`);
  }
  process.stdout.write(`intents: ${Math.round(bytes / 1024)} KiB, trained in ${seconds.toFixed(0)} s\n`);
}
