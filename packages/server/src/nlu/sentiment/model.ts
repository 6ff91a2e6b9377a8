import type { Language, Sentiment } from "@yiwen/shared";
import { places, type Seen, signCount } from "./features.ts";

/** The feelings a message can have, in the order that weights and confusions number them by. */
export const feelings = ["negative", "neutral", "positive"] as const satisfies Sentiment["label"][];

/** A message and how it feels; the language is found out where it isn't given. */
export type FeltText = { text: string; label: Sentiment["label"]; language?: Language };

/**
 * Two linear models, one upon the other. The first knows only good and bad, from reviews, which never are neutral; the
 * second, from service talk, decides between three and takes what the first says as one sign among others.
 */
export type FeelingModel = {
  /** One weight a place: above 0 speaks for good. */
  polarity: Float32Array;
  /** Three weights a place, in the order of `feelings`. */
  feelings: Float32Array;
  /** Three weights a sign, then three for each side of the polarity. */
  signs: Float32Array;
  /** Above 1 makes the probabilities less sure. */
  temperature: number;
};

export const classes = feelings.length;

/** A model that knows nothing. */
export function blankModel(): FeelingModel {
  return {
    polarity: new Float32Array(places),
    feelings: new Float32Array(places * classes),
    signs: new Float32Array((signCount + 2) * classes),
    temperature: 1,
  };
}

/** What reviews would make of a text: above 0 good, below 0 bad, rarely beyond 3. English has no reviews to learn from. */
export function polarityOf({ polarity }: FeelingModel, { runs }: Seen): number {
  let sum = 0;
  for (const place of runs) sum += polarity[place]!;
  return sum / Math.sqrt(runs.length || 1);
}

const isEnglish = ({ signs }: Seen) => signs[signCount - 1] === 1;

/** The signs of a message and, as two more, the sides of its polarity. */
export function allSigns(model: FeelingModel, seen: Seen): number[] {
  const polarity = isEnglish(seen) ? 0 : Math.max(-3, Math.min(3, polarityOf(model, seen)));
  return [...seen.signs, Math.max(0, polarity), Math.max(0, -polarity)];
}

/** Which side words and reviews put a message on, above 0 good, by its signs. */
export function balanceOf(signs: number[]): number {
  const [, bad, good, grievance] = signs as [number, number, number, number];
  return 4 * (signs[signCount]! - signs[signCount + 1]!) + 2 * (good - bad - grievance);
}

/** Probabilities of the feelings, in the order of `feelings`. */
export function probabilitiesOf(model: FeelingModel, at: number[], signs: number[]): number[] {
  const sums = [0, 0, 0];
  const share = 1 / Math.sqrt(at.length || 1);
  for (const place of at) {
    for (let c = 0; c < classes; c++) sums[c]! += model.feelings[place * classes + c]! * share;
  }
  for (let i = 0; i < signs.length; i++) {
    for (let c = 0; c < classes; c++) sums[c]! += model.signs[i * classes + c]! * signs[i]!;
  }
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp((sum - top) / model.temperature));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
