import type { SpokenTurn } from "./dialogue.ts";
import type { Memory } from "./memory.ts";
import { unitsOf } from "./units.ts";

/** How many places words are hashed to. */
export const wordPlaces = 2 ** 16;

/** A place that a word is hashed to, and how much of it is there. */
export type Place = { place: number; value: number };

/** A weight a place: of a turn's own words, and of those said before it. */
export type WordWeights = { words: Float32Array; past: Float32Array };

const ownLength = 2;
const wholeValue = 0.5;

/** Places of a turn's words, and of them all together. */
export function placesOf({ by, text }: SpokenTurn): Place[] {
  const words = [...new Set(unitsOf(text))];
  const value = ownLength / Math.sqrt(words.length || 1);
  return [
    ...words.map((word) => ({ place: placeOf(`${by} ${word}`), value })),
    { place: placeOf(`${by} = ${words.join(" ")}`), value: wholeValue },
    { place: placeOf(by), value: 1 },
  ];
}

/** Places of what both said before a turn of this side. */
export function pastPlacesOf(by: SpokenTurn["by"], { shopper, bot }: Memory): Place[] {
  return [
    ...saidPlaces(shopper, `${by} since shopper`),
    ...saidPlaces(bot, `${by} since bot`),
    { place: placeOf(by), value: 1 },
  ];
}

/** A word counts by the texts that have it, and all of them together as much however much was said. */
function saidPlaces(texts: string[], mark: string): Place[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(unitsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const values = [...counts.values()].map(Math.log1p);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return [...counts.keys()].map((word, at) => ({ place: placeOf(`${mark} ${word}`), value: values[at]! / length }));
}

function placeOf(word: string): number {
  let hash = 2166136261;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 1) % wordPlaces;
}

/** What the weights at some places come to. */
export function sumAt(weights: Float32Array, places: Place[]): number {
  let sum = 0;
  for (const { place, value } of places) sum += weights[place]! * value;
  return sum;
}

/** How much the words of a turn speak for a handoff, whatever came before; about -3 where they don't. */
export function worryOf({ words }: Pick<WordWeights, "words">, turn: SpokenTurn): number {
  return sumAt(words, placesOf(turn));
}

/** How much what was said before a turn of this side speaks for a handoff at it. */
export function burdenOf({ past }: Pick<WordWeights, "past">, by: SpokenTurn["by"], memory: Memory): number {
  return sumAt(past, pastPlacesOf(by, memory));
}
