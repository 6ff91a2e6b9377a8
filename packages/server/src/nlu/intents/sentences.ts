import { loadLines } from "../load-data.ts";
import type { LabelledText } from "./classifier.ts";
import { askFor, type Intent, intents } from "./registry.ts";
import { hashOf } from "./space.ts";

/** What an intent's sentences are: its data file and the question that stands for it in choices. */
export function sentencesOf(intent: Intent): string[] {
  return [...loadLines(`intents/${intent}.txt`), askFor(intent, "zh"), askFor(intent, "en")];
}

/** Every sentence of ours with its intent, in an order that never varies. */
export function allSentences(): LabelledText[] {
  return intents.flatMap((intent) => sentencesOf(intent).map((text) => ({ text, label: intent })));
}

/** A name for exactly these sentences: weights carry it, and a test compares. */
export function sourceOf(sentences: LabelledText[]): string {
  return hashOf(sentences.map(({ text, label }) => `${label}\t${text}`).join("\n")).toString(16);
}
