import type { Guess } from "@yiwen/shared";
import { chanceOf, shuffle } from "./chance.ts";
import { featuresOf } from "./features.ts";
import { addVotes, type Linear } from "./linear.ts";
import { type Network, outputsOf, softmax } from "./network.ts";
import { hashOf, type Space, spaceOf, type Vector, vectorOf } from "./space.ts";
import { fitTemperature } from "./temperature.ts";
import { trainLinear } from "./train-linear.ts";
import { trainNetwork } from "./train-network.ts";

/** A text and what it is an example of. */
export type LabelledText = { text: string; label: string };

/** A label for a part of what another means, where parts have little in common: told apart inside, and one to whoever asks. */
export function partOf(label: string, part: string): string {
  return `${label}\t${part}`;
}

/** The label of which this may be a part. */
export function wholeOf(label: string): string {
  return label.split("\t", 1)[0]!;
}

/**
 * What `classify` needs: labels, the features known, and two that read them. A network sees what features mean together,
 * a linear reader what each says by itself; they err on different texts, and their sum is right more often than either.
 */
export type Classifier = { labels: string[]; space: Space; network: Network; linear: Linear; temperature: number };

export type TrainOptions = {
  /** In a fixed order where that matters, else sorted. */
  labels?: string[];
  /** What probabilities are softened by; measured on parts kept out of training when it is not given. */
  temperature?: number;
  /** Size of the layer, passes, and texts that a feature must stand in. */
  hidden?: number;
  epochs?: number;
  least?: number;
  /** What chance begins with. */
  seed?: number;
};

/** Trains a classifier on any labelled texts; the same texts in the same order always give the same one. */
export function trainClassifier(examples: LabelledText[], options: TrainOptions = {}): Classifier {
  const labels = options.labels ?? [...new Set(examples.map(({ label }) => label))].sort();
  const at = new Map(labels.map((label, index) => [label, index]));
  const read = examples.map(({ text, label }) => ({ features: hashesOf(text), label: at.get(label)! }));
  const shape = { hidden: 128, epochs: 20, least: 1, seed: 1, ...options };
  const temperature = options.temperature ?? measuredTemperature(read, labels, shape);
  return { ...fit(read, labels, shape), temperature };
}

type Read = { features: number[]; label: number };
type Shape = { hidden: number; epochs: number; least: number; seed: number };

function hashesOf(text: string): number[] {
  return featuresOf(text).map(hashOf);
}

function fit(read: Read[], labels: string[], { hidden, epochs, least, seed }: Shape): Classifier {
  const space = spaceOf(
    read.map(({ features }) => features),
    least,
  );
  const examples = read.map(({ features, label }) => ({ vector: vectorOf(space, features), label }));
  const shape = { rows: space.rows.size, classes: labels.length, seed };
  const network = trainNetwork(examples, { ...shape, hidden, epochs });
  return { labels, space, network, linear: trainLinear(examples, shape), temperature: 1 };
}

function scoresOf({ network, linear }: Classifier, vector: Vector): Float64Array {
  const scores = addVotes(outputsOf(network, vector), linear, vector);
  for (let c = 0; c < scores.length; c++) scores[c]! /= 2;
  return scores;
}

/** The classifier with the temperature that fits texts which it was not trained on. */
export function calibrated(classifier: Classifier, texts: LabelledText[]): Classifier {
  const scored = texts.map(({ text, label }) => ({
    scores: scoresOf(classifier, vectorOf(classifier.space, hashesOf(text))),
    right: placesOf(classifier.labels, label),
  }));
  return { ...classifier, temperature: fitTemperature(scored) };
}

/** Where a label and its other parts stand. */
function placesOf(labels: string[], label: string): number[] {
  const whole = wholeOf(label);
  return labels.flatMap((other, place) => (wholeOf(other) === whole ? [place] : []));
}

const parts = 4;

/** From every example once, by classifiers trained on the other parts: from one part alone it is a matter of luck. */
function measuredTemperature(read: Read[], labels: string[], shape: Shape): number {
  const order = shuffle([...read], chanceOf(7));
  if (order.length < parts * labels.length) return 1;
  const scored = Array.from({ length: parts }, (_, part) => {
    const rest = fit(
      order.filter((_, at) => at % parts !== part),
      labels,
      shape,
    );
    const kept = order.filter((_, at) => at % parts === part);
    return kept.map(({ features, label }) => ({
      scores: scoresOf(rest, vectorOf(rest.space, features)),
      right: placesOf(labels, labels[label]!),
    }));
  });
  return fitTemperature(scored.flat());
}

/** The labels of a text with their probabilities, best first. */
export function classify(classifier: Classifier, text: string): Guess[] {
  return assess(classifier, text).guesses;
}

/**
 * What a text is likely to be; the share (0 to 1) of its features that training knew; and how much it is like anything
 * that training saw (`scope`: higher is more, about -1 to 8), by which texts that are none of the labels can be told.
 */
export type Assessment = { guesses: Guess[]; known: number; scope: number };

/** What knowing all of a text's features is worth beside the best class's score. */
const knownWorth = 2;

/** As `classify`, with what tells texts that are none of the labels. */
export function assess(classifier: Classifier, text: string): Assessment {
  const vector = vectorOf(classifier.space, hashesOf(text));
  const scores = scoresOf(classifier, vector);
  const probabilities = softmax(scores, classifier.temperature);
  const guesses = guessesOf(classifier.labels, probabilities);
  const best = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { guesses, known: vector.known, scope: best + knownWorth * vector.known };
}

/** Labels with what their parts have together, best first. */
function guessesOf(labels: string[], probabilities: Float64Array): Guess[] {
  const sums = new Map<string, number>();
  labels.forEach((label, place) => {
    sums.set(wholeOf(label), (sums.get(wholeOf(label)) ?? 0) + probabilities[place]!);
  });
  return [...sums].map(([intent, confidence]) => ({ intent, confidence })).sort((a, b) => b.confidence - a.confidence);
}
