import { loadLines } from "../load-data.ts";
import { type LabelledText, partOf } from "./classifier.ts";
import { askFor, type Intent, intents } from "./registry.ts";
import { hashOf } from "./space.ts";

/**
 * What has nothing to do with shops ("天气怎么样") and what is said in passing of an order are both `other`, in quite
 * different words: learnt apart, neither makes the other look like more than it is.
 */
export const outside = partOf("other", "outside");

/** What the classifier learns to tell apart. */
export const intentLabels: string[] = [...intents, outside];

/** What an intent's sentences are: its data files and the question that stands for it in choices. */
export function sentencesOf(intent: Intent): string[] {
  return labelled(intent).map(({ text }) => text);
}

/** Every sentence of ours with its intent, in an order that never varies. */
export function allSentences(): LabelledText[] {
  return intents.flatMap(labelled);
}

function labelled(intent: Intent): LabelledText[] {
  const own = [...loadLines(`intents/${intent}.txt`), askFor(intent, "zh"), askFor(intent, "en")];
  const apart = intent === "other" ? loadLines("intents/outside.txt") : [];
  return [...own.map((text) => ({ text, label: intent })), ...apart.map((text) => ({ text, label: outside }))];
}

/** A name for exactly these sentences: weights carry it, and a test compares. */
export function sourceOf(sentences: LabelledText[]): string {
  return hashOf(sentences.map(({ text, label }) => `${label}\t${text}`).join("\n")).toString(16);
}
