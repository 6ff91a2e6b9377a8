import { queryTerms, searchTerms } from "../nlu/terms.ts";

type Field = { text: string; weight: number };
type Posting = { at: number; count: number };

const saturation = 1.2;
const lengthShare = 0.6;

/** A read-only index; `search` gives places in the input, best first, with the share (0 to 1) of the query they cover. */
export type Index = { search(query: string, limit: number): { at: number; score: number }[] };

/** Single Han say little by themselves; words and pairs say more. */
function termWeight(term: string): number {
  if (term.startsWith("1")) return 0.3;
  return term.startsWith("2") ? 0.7 : 1;
}

/** Every term found once gives about 0.7; more of them come nearer to 1 without reaching it, so order is kept. */
function squash(share: number): number {
  return 1 - Math.exp(-1.2 * share);
}

/** Builds a BM25 index over documents made of weighted fields. */
export function createIndex(documents: Field[][]): Index {
  const postings = new Map<string, Posting[]>();
  const lengths = documents.map((fields, at) => addDocument(postings, fields, at));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const rarity = (found: number) => Math.log(1 + (documents.length - found + 0.5) / (found + 0.5));

  return {
    search(query, limit) {
      const terms = [...new Set(queryTerms(query))];
      const scores = new Map<number, number>();
      let best = 0;
      for (const term of terms) {
        const found = postings.get(term) ?? [];
        const weight = rarity(found.length) * termWeight(term);
        // A term found once in a document of middling length scores exactly its weight.
        best += weight;
        for (const { at, count } of found) {
          const norm = saturation * (1 - lengthShare + (lengthShare * lengths[at]!) / (mean || 1));
          scores.set(at, (scores.get(at) ?? 0) + (weight * count * (saturation + 1)) / (count + norm));
        }
      }
      return [...scores]
        .map(([at, score]) => ({ at, score: best > 0 ? squash(score / best) : 0 }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, limit);
    },
  };
}

function addDocument(postings: Map<string, Posting[]>, fields: Field[], at: number): number {
  const counts = new Map<string, number>();
  let length = 0;
  for (const { text, weight } of fields) {
    const terms = searchTerms(text);
    length += terms.length;
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
  }
  for (const [term, count] of counts) {
    const list = postings.get(term);
    if (list) list.push({ at, count });
    else postings.set(term, [{ at, count }]);
  }
  return length;
}
