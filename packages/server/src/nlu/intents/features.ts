import { normalise } from "../normalise.ts";
import { tagged } from "../segment.ts";
import { stem } from "../terms.ts";
import { radicalOf } from "./radical.ts";

const han = /^\p{Script=Han}/u;
const runs = /\p{Script=Han}+|[a-z]+(?:'[a-z]+)?|\d+|[^\p{Letter}\p{Number}\s]/gu;
/** Longer messages tell a story: what they want stands in their first words, and reading on would only cost. */
const longest = 400;

/** Kinds of words of which one is as good as another: people, places, organisations, brands, numbers, times. */
const kinds = /^(?:nr|ns|nt|nz|m|t)/;

/**
 * What a classifier sees of a text: Han, their radicals and pairs, dictionary words and their neighbours (names and
 * numbers by their kind), English words stemmed with the triples of their letters, marks of all kinds, and roughly how long it is.
 */
export function featuresOf(text: string): string[] {
  const plain = normalise(text).slice(0, longest);
  const found = new Set<string>();
  const words: string[] = [];
  for (const [run] of plain.matchAll(runs)) {
    if (han.test(run)) addHan(found, words, run);
    else if (/^\d/.test(run)) words.push("#m");
    else if (/^[a-z]/.test(run)) addLetters(found, words, run);
    else found.add(`#${run}`);
  }
  if (found.size === 0 && words.length === 0) found.add("#empty");
  let previous = "^";
  for (const word of words) {
    found.add(`p:${previous} ${word}`);
    previous = word;
  }
  if (words.length > 0) found.add(`p:${previous} $`);
  found.add(`#${Math.min(7, Math.floor(Math.log2(plain.length + 1) * 2))}`);
  return [...found];
}

function addHan(found: Set<string>, words: string[], run: string): void {
  const marked = `^${run}$`;
  for (const letter of run) {
    found.add(letter);
    found.add(`r:${radicalOf(letter)}`);
  }
  for (let i = 0; i + 2 <= marked.length; i++) found.add(marked.slice(i, i + 2));
  for (const { word, tag } of tagged(run)) {
    const kind = kinds.exec(tag)?.[0];
    if (kind) found.add(`#${kind}`);
    if (word.length > 1) found.add(`w:${word}`);
    words.push(kind ? `#${kind}` : word);
  }
}

function addLetters(found: Set<string>, words: string[], run: string): void {
  const word = stem(run);
  words.push(word);
  found.add(`w:${word}`);
  const marked = `^${run}$`;
  for (let i = 0; i + 3 <= marked.length; i++) found.add(`t:${marked.slice(i, i + 3)}`);
}
