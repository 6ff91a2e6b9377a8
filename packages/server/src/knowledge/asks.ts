import { queryTerms } from "../nlu/terms.ts";

/** Finds what answers a question among things that say which questions they answer. */
export type Asks = { fitting(text: string): { at: number; score: number }[] };

type Wording = { at: number; terms: Map<string, number>; weight: number };

/** A heading says what all beneath it is about, so its words count as half said by each wording. */
const headingShare = 0.5;

/** An index of short wordings by the words they share with a question, rare words weighing most. */
export function createAsks(items: { asks: string[]; heading: string }[]): Asks {
  const rarity = rarities(items);
  const wordings: Wording[] = items.flatMap(({ asks, heading }, at) =>
    asks.map((ask) => {
      const own = new Map([...new Set(queryTerms(ask))].map((term) => [term, rarity(term)]));
      const weight = sum([...own.values()]);
      for (const term of queryTerms(heading)) if (!own.has(term)) own.set(term, rarity(term) * headingShare);
      return { at, terms: own, weight };
    }),
  );
  return {
    fitting(text) {
      const asked = [...new Set(queryTerms(text))];
      const whole = sum(asked.map(rarity));
      if (whole === 0) return [];
      const best = new Map<number, number>();
      for (const { at, terms, weight } of wordings) {
        const shared = sum(asked.map((term) => terms.get(term) ?? 0));
        if (shared === 0) continue;
        // Most of the question must be there, and the nearer the wording is to nothing else, the better.
        const score = 0.7 * (shared / whole) + 0.3 * Math.min(1, shared / Math.max(weight, shared));
        if (score > (best.get(at) ?? 0)) best.set(at, score);
      }
      return [...best].map(([at, score]) => ({ at, score })).sort((a, b) => b.score - a.score || a.at - b.at);
    },
  };
}

function rarities(items: { asks: string[]; heading: string }[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { asks, heading } of items) {
    for (const term of new Set(queryTerms([heading, ...asks].join("\n"))))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => {
    const found = counts.get(term) ?? 0;
    // Single Han say little alone; a word that no wording has may mean anything, so it counts as a common one.
    const share = term.startsWith("1") ? 0.25 : term.startsWith("2") ? 0.6 : 1;
    return share * (found === 0 ? 1.5 : Math.log(1 + items.length / found));
  };
}

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
