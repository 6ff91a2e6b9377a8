import type { Guess } from "@yiwen/shared";
import { featuresOf } from "./features.ts";
import { type Model, score, train } from "./softmax.ts";

/** A text and what it is an example of. */
export type LabelledText = { text: string; label: string };

/** What `classify` needs: a linear model over features of texts and the labels it chooses from. */
export type Classifier = { labels: string[]; temperature: number; model: Model };

/** How to train: labels in a fixed order where that matters (else sorted), and the temperature where it is known. */
export type TrainOptions = { labels?: string[]; temperature?: number };

/** Trains a classifier on any labelled texts; the same texts in the same order always give the same one. */
export function trainClassifier(examples: LabelledText[], options: TrainOptions = {}): Classifier {
  const labels = options.labels ?? [...new Set(examples.map(({ label }) => label))].sort();
  const at = new Map(labels.map((label, index) => [label, index]));
  const model = train(
    examples.map(({ text, label }) => ({ features: featuresOf(text), label: at.get(label)! })),
    labels.length,
  );
  return { labels, temperature: options.temperature ?? 0.9, model };
}

/** The labels of a text with their probabilities, best first. */
export function classify(classifier: Classifier, text: string): Guess[] {
  const { labels, temperature, model } = classifier;
  const { probabilities, known } = score(model, featuresOf(text), temperature);
  // Words never seen in training are a reason to doubt, whatever the known rest says.
  const trust = Math.min(1, 0.35 + known);
  return labels
    .map((intent, index) => ({ intent, confidence: probabilities[index]! * trust }))
    .sort((a, b) => b.confidence - a.confidence);
}
