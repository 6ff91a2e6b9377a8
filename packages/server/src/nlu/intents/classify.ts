import type { Guess } from "@yiwen/shared";
import { loadLines } from "../load-data.ts";
import { normalise } from "../normalise.ts";
import { featuresOf } from "./features.ts";
import { askFor, type Intent, intents } from "./registry.ts";
import { ruleFor } from "./rules.ts";
import { type Example, type Model, score, train } from "./softmax.ts";

/** Chosen on sentences kept out of training, so that of messages given 0.7 about seven in ten are right. */
const temperature = 0.9;
const ruleConfidence = 0.97;

/** What an intent's sentences are: its data file and the question that stands for it in choices. */
export function sentencesOf(intent: Intent): string[] {
  return [...loadLines(`intents/${intent}.txt`), askFor(intent, "zh"), askFor(intent, "en")];
}

/** A model from sentences by intent; tests train one on a part and measure it on the rest. */
export function trainIntents(sentences: { text: string; intent: Intent }[]): Model {
  const examples: Example[] = sentences.map(({ text, intent }) => ({
    features: featuresOf(text),
    label: intents.indexOf(intent),
  }));
  return train(examples, intents.length);
}

/** Intents of a text by a model, best first, with probabilities that take unknown words into account. */
export function guess(model: Model, text: string): Guess[] {
  const { probabilities, known } = score(model, featuresOf(text), temperature);
  // Words never seen in training are a reason to doubt, whatever the known rest says.
  const trust = Math.min(1, 0.35 + known);
  return intents
    .map((intent, at) => ({ intent, confidence: probabilities[at]! * trust }))
    .sort((a, b) => b.confidence - a.confidence);
}

const shipped = trainIntents(intents.flatMap((intent) => sentencesOf(intent).map((text) => ({ text, intent }))));

/** What a message means: intents with probabilities, best first. The one door to whatever model stands behind. */
export function classify(text: string): Guess[] {
  const guesses = guess(shipped, text);
  const sure = ruleFor(normalise(text));
  if (!sure) return guesses;
  return [{ intent: sure, confidence: ruleConfidence }, ...guesses.filter(({ intent }) => intent !== sure)];
}
