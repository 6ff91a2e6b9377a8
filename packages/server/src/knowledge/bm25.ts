import { best } from "./best.ts";
import { createPostings, type Posting } from "./postings.ts";
import { kindOf, type TermCode, termCodes } from "./term-codes.ts";

/** A part of a document; `weight` is a whole number, 1 or more. */
export type Field = { text: string; weight: number };

/** Places of documents, best first, with the share (0 to 1) of the question that they cover. */
export type Hit = { at: number; score: number };

/** A BM25 index that documents enter and leave one by one; a search sees what is there then. */
export type Index = {
  /** Takes a document in and answers its place, which is never given again. */
  add(fields: Field[]): number;
  /** Takes the document at a place out; again does nothing. */
  remove(at: number): void;
  search(question: string, limit: number): Hit[];
  readonly size: number;
};

/** What an index is made for: texts that answer, or wordings of questions that are compared with questions. */
export type IndexStyle = {
  document: "document" | "wording";
  question: "query" | "wording";
  /** What words, single Han and pairs of Han weigh. */
  kinds: readonly [number, number, number];
};

/** For texts: single Han say little by themselves; words and pairs say more. */
const textStyle: IndexStyle = { document: "document", question: "query", kinds: [1, 0.3, 0.7] };

/** For wordings: paraphrases share few words but most of their characters. */
export const wordingStyle: IndexStyle = { document: "wording", question: "wording", kinds: [0.1, 1, 0.05] };

const saturation = 1.2;
const lengthShare = 0.6;

/** Every term found once gives about 0.7; more of them come nearer to 1 without reaching it, so order is kept. */
function squash(share: number): number {
  return 1 - Math.exp(-1.2 * share);
}

/** An empty index. */
export function createIndex(style: IndexStyle = textStyle): Index {
  const postings = createPostings();
  const lengths: number[] = [];
  let wholeLength = 0;
  let sums = new Float64Array(0);
  let norms = new Float64Array(0);
  let isStale = true;

  /** What lengths do to scores depends on their mean, so it is worked out anew once documents came or went. */
  const refresh = () => {
    if (sums.length < lengths.length) {
      sums = new Float64Array(lengths.length * 2);
      norms = new Float64Array(lengths.length * 2);
    }
    const mean = wholeLength / Math.max(1, postings.size) || 1;
    lengths.forEach((length, at) => {
      norms[at] = saturation * (1 - lengthShare + (lengthShare * length) / mean);
    });
    isStale = false;
  };

  return {
    get size() {
      return postings.size;
    },
    add(fields) {
      const codes: TermCode[] = [];
      let length = 0;
      for (const { text, weight } of fields) {
        const found = termCodes(text, style.document);
        length += found.length;
        for (let times = 0; times < weight; times++) for (const code of found) codes.push(code);
      }
      lengths.push(length);
      wholeLength += length;
      isStale = true;
      return postings.add(codes);
    },
    remove(at) {
      if (!postings.remove(at)) return;
      wholeLength -= lengths[at]!;
      isStale = true;
    },
    search(question, limit) {
      if (isStale) refresh();
      const { length } = lengths;
      sums.fill(0, 0, length);
      let whole = 0;
      for (const code of new Set(termCodes(question, style.question))) {
        const found = postings.of(code);
        const rarity = Math.log(1 + (postings.size - found.length + 0.5) / (found.length + 0.5));
        const weight = rarity * style.kinds[kindOf(code)];
        // A term found once in a document of middling length scores exactly its weight.
        whole += weight;
        spread(found, weight * (saturation + 1), { sums, norms });
      }
      return best(sums, length, limit).map(({ at, score }) => ({ at, score: whole > 0 ? squash(score / whole) : 0 }));
    },
  };
}

type Scores = { sums: Float64Array; norms: Float64Array };

function spread({ places, counts, length }: Posting, weight: number, { sums, norms }: Scores): void {
  for (let i = 0; i < length; i++) {
    const at = places[i]!;
    const count = counts[i]!;
    sums[at]! += (weight * count) / (count + norms[at]!);
  }
}
