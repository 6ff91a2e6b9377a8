import { best } from "./best.ts";
import type { Hit } from "./bm25.ts";
import { createPostings } from "./postings.ts";
import { kindOf, type TermCode, termCodes } from "./term-codes.ts";

/** Finds what answers a question among things that say which questions they answer; they come and go one by one. */
export type Asks = {
  /** Takes an item in and answers its place, which is never given again. */
  add(item: { asks: string[]; heading: string }): number;
  remove(at: number): void;
  /** The best of each item's wordings, best first. */
  fitting(text: string): Hit[];
};

/** A heading says what all beneath it is about, so its words count as half said by each wording. */
const headingShare = 0.5;
/** Single Han say little alone. */
const shares = [1, 0.25, 0.6] as const;
/** A word that no wording has may mean anything, so it counts as a common one. */
const unknownRarity = 1.5;
/** How many of the wordings that share most with a question are looked at closely. */
const looked = 300;
/** In a wording's postings its own terms are counted twice and its heading's once. */
const own = 2;

/** An empty index of short wordings by the words they share with a question, rare words weighing most. */
export function createAsks(): Asks {
  const items = createPostings();
  const wordings = createPostings();
  const itemOf: number[] = [];
  const termsOf: TermCode[][] = [];
  const wordingsOf: number[][] = [];
  let sums = new Float64Array(0);
  /** What wordings weigh, and all of them forgotten at every change: rarity is among what is there. */
  const weights = new Map<number, number>();

  const rarity = (code: TermCode): number => {
    const found = items.of(code).length;
    return shares[kindOf(code)] * (found === 0 ? unknownRarity : Math.log(1 + items.size / found));
  };

  return {
    add({ asks, heading }) {
      weights.clear();
      const at = items.add(unique([heading, ...asks].join("\n")));
      const above = unique(heading);
      wordingsOf[at] = asks.map((ask) => {
        const terms = unique(ask);
        const rest = above.filter((code) => !terms.includes(code));
        const wording = wordings.add([...terms, ...terms, ...rest]);
        itemOf[wording] = at;
        termsOf[wording] = terms;
        return wording;
      });
      return at;
    },
    remove(at) {
      weights.clear();
      items.remove(at);
      for (const wording of wordingsOf[at] ?? []) wordings.remove(wording);
      wordingsOf[at] = [];
    },
    fitting(text) {
      const asked = unique(text).map((code) => ({ code, weight: rarity(code) }));
      const whole = sum(asked.map(({ weight }) => weight));
      if (whole === 0) return [];
      const scores = new Map<number, number>();
      for (const { wording, shared } of sharing(asked)) {
        const weight = weightOf(wording);
        // Most of the question must be there, and the nearer the wording is to nothing else, the better.
        const score = 0.7 * (shared / whole) + 0.3 * Math.min(1, shared / Math.max(weight, shared));
        const at = itemOf[wording]!;
        if (score > (scores.get(at) ?? 0)) scores.set(at, score);
      }
      return [...scores].map(([at, score]) => ({ at, score })).sort((a, b) => b.score - a.score || a.at - b.at);
    },
  };

  function weightOf(wording: number): number {
    const weight = weights.get(wording) ?? sum(termsOf[wording]!.map(rarity));
    weights.set(wording, weight);
    return weight;
  }

  function sharing(asked: { code: TermCode; weight: number }[]): { wording: number; shared: number }[] {
    if (sums.length < itemOf.length) sums = new Float64Array(itemOf.length * 2);
    sums.fill(0, 0, itemOf.length);
    for (const { code, weight } of asked) {
      const { places, counts, length } = wordings.of(code);
      for (let i = 0; i < length; i++) {
        const wording = places[i]!;
        sums[wording]! += counts[i] === own ? weight : weight * headingShare;
      }
    }
    return best(sums, itemOf.length, looked).map(({ at, score }) => ({ wording: at, shared: score }));
  }
}

function unique(text: string): TermCode[] {
  return [...new Set(termCodes(text, "query"))];
}

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
