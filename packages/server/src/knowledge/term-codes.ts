import { segment } from "../nlu/segment.ts";
import { stem, stopWords } from "../nlu/terms.ts";

/**
 * A search term as a number: 30 bits of hash and, in the lowest two, its kind. Numbers make an index of a hundred
 * thousand passages several times smaller and faster than strings; that two terms share one is a chance in 10^9 a pair.
 */
export type TermCode = number;

/** A dictionary word or a word in letters, a single Han, a pair of Han. */
const termKinds = { word: 0, single: 1, pair: 2 } as const;

/** The kind of a term, as a place in a list of three: word, single, pair. */
export function kindOf(code: TermCode): 0 | 1 | 2 {
  return (code & 3) as 0 | 1 | 2;
}

function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  // FNV's low bits are weak for short texts: mix them.
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return value ^ (value >>> 13);
}

const coded = (text: string, from: number, to: number, kind: 0 | 1 | 2): TermCode => (hash(text, from, to) << 2) | kind;
const wordCode = (word: string): TermCode => coded(word, 0, word.length, termKinds.word);

const stopCodes = new Set<TermCode>();
for (const word of stopWords) {
  if (word.length === 1) stopCodes.add(coded(word, 0, 1, termKinds.single));
  if (word.length === 2) stopCodes.add(coded(word, 0, 2, termKinds.pair));
}

const separator = "\n";
const runsIn = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/\p{Script=Han}+|[a-z0-9]+(?:'[a-z]+)?/gu) ?? [];

/**
 * Terms of a text, repeated as often as they stand there. `document`: words, single Han and all pairs. `query`: pairs
 * only within words, for those across them mean nothing. Neither has stop words. `wording`: everything, for among short
 * questions the difference between "how" and "where" is all there is.
 */
export function termCodes(text: string, mode: "document" | "query" | "wording"): TermCode[] {
  const codes: TermCode[] = [];
  const han: string[] = [];
  for (const run of runsIn(text)) {
    const isLatin = run.charCodeAt(0) < 128;
    if (!isLatin) han.push(run);
    else if (mode === "wording" || !stopWords.has(run)) codes.push(wordCode(stem(run)));
  }
  if (han.length === 0) return codes;
  // One call for all runs: crossing into native code costs more than cutting does.
  const words = segment(han.join(separator));
  if (mode === "wording") addAll(codes, words, han);
  else addTelling(codes, words, mode === "query" ? undefined : han);
  return codes;
}

function addAll(codes: TermCode[], words: string[], runs: string[]): void {
  for (const word of words) if (word.length > 1) codes.push(wordCode(word));
  for (const run of runs) {
    for (let at = 0; at < run.length; at++) {
      codes.push(coded(run, at, at + 1, termKinds.single));
      if (at + 2 <= run.length) codes.push(coded(run, at, at + 2, termKinds.pair));
    }
  }
}

function addTelling(codes: TermCode[], words: string[], runs: string[] | undefined): void {
  const telling = words.filter((word) => word !== separator && !stopWords.has(word));
  for (const word of telling) {
    if (word.length > 1) codes.push(wordCode(word));
    for (let at = 0; at < word.length; at++) addUnlessStop(codes, coded(word, at, at + 1, termKinds.single));
  }
  for (const run of runs ?? joinSingles(words)) {
    for (let at = 0; at + 2 <= run.length; at++) addUnlessStop(codes, coded(run, at, at + 2, termKinds.pair));
  }
}

function addUnlessStop(codes: TermCode[], code: TermCode): void {
  if (!stopCodes.has(code)) codes.push(code);
}

/** Words that the dictionary doesn't know come as single characters: those in a row are taken as one. */
function joinSingles(words: string[]): string[] {
  const joined: string[] = [];
  let wasSingle = false;
  for (const word of words) {
    const isStop = word === separator || stopWords.has(word);
    const isSingle = word.length === 1 && !isStop;
    if (isSingle && wasSingle) joined[joined.length - 1] += word;
    else if (!isStop) joined.push(word);
    wasSingle = isSingle;
  }
  return joined;
}
