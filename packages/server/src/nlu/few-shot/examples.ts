import { vectorOf } from "./vector.ts";

/** What an agent said a message was. */
export type Example = { text: string; intent: string };

/** The nearest example of an intent: how near, 0 to 1 (the same words). */
export type Near = { intent: string; similarity: number };

/** A shop's own examples, ready to be asked; they never change, a correction makes new ones. */
export type Examples = {
  /** The nearest example of each intent, nearest first; only those near enough to count. */
  near(text: string): Near[];
  readonly size: number;
};

/** From here words may well mean the same; of our own sentences this near, six in ten share their intent. */
export const nearFrom = 0.55;

/** The examples that have an n-gram, by their places in the list, and how much it weighs in each. */
type Posting = { at: Uint16Array; weights: Float32Array };

/** Makes examples ready: every n-gram knows the examples that have it, so asking touches only those. */
export function createExamples(examples: Example[]): Examples {
  const postings = index(examples);
  return {
    size: examples.length,
    near: (text) => (examples.length === 0 ? [] : nearest(examples, similarities(postings, text, examples.length))),
  };
}

/** No examples: the shop was never corrected. */
export const noExamples: Examples = createExamples([]);

function index(examples: Example[]): Map<number, Posting> {
  const lists = new Map<number, [number, number][]>();
  examples.forEach(({ text }, at) => {
    for (const [place, weight] of vectorOf(text)) push(lists, place, [at, weight]);
  });
  const posting = (list: [number, number][]): Posting => ({
    at: Uint16Array.from(list, ([at]) => at),
    weights: Float32Array.from(list, ([, weight]) => weight),
  });
  return new Map([...lists].map(([place, list]) => [place, posting(list)]));
}

function push(lists: Map<number, [number, number][]>, place: number, entry: [number, number]): void {
  const list = lists.get(place);
  if (list) list.push(entry);
  else lists.set(place, [entry]);
}

function similarities(postings: Map<number, Posting>, text: string, size: number): Float32Array {
  const found = new Float32Array(size);
  for (const [place, weight] of vectorOf(text)) {
    const posting = postings.get(place);
    if (!posting) continue;
    const { at, weights } = posting;
    for (let i = 0; i < at.length; i++) found[at[i]!]! += weight * weights[i]!;
  }
  return found;
}

function nearest(examples: Example[], similar: Float32Array): Near[] {
  const best = new Map<string, number>();
  for (let at = 0; at < similar.length; at++) {
    const similarity = similar[at]!;
    if (similarity < nearFrom) continue;
    const { intent } = examples[at]!;
    best.set(intent, Math.max(best.get(intent) ?? 0, similarity));
  }
  return [...best]
    .map(([intent, similarity]) => ({ intent, similarity: Math.min(1, similarity) }))
    .sort((a, b) => b.similarity - a.similarity);
}
