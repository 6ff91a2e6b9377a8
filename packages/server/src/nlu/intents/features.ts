import { normalise } from "../normalise.ts";
import { segment } from "../segment.ts";
import { stem } from "../terms.ts";

const han = /^\p{Script=Han}/u;
const runs = /\p{Script=Han}+|[a-z]+(?:'[a-z]+)?|\d+|[?？!！]/gu;
/** Longer messages tell a story: what they want stands in their first words, and reading on would only cost. */
const longest = 400;

/**
 * What a classifier sees of a text: Han and their pairs, dictionary words, English words stemmed with the triples of
 * their letters and their neighbours, numbers as one, and marks. More kinds of features only made weights larger.
 */
export function featuresOf(text: string): string[] {
  const found = new Set<string>();
  const words: string[] = [];
  for (const [run] of normalise(text).slice(0, longest).matchAll(runs)) {
    if (han.test(run)) addHan(found, run);
    else if (/^\d/.test(run)) words.push("#number");
    else if (/^[a-z]/.test(run)) addLetters(found, words, run);
    else found.add(/[?？]/.test(run) ? "#?" : "#!");
  }
  if (found.size === 0 && words.length === 0) found.add("#empty");
  let previous = "^";
  for (const word of words) {
    found.add(`w:${word}`).add(`p:${previous} ${word}`);
    previous = word;
  }
  if (words.length > 0) found.add(`p:${previous} $`);
  return [...found];
}

function addHan(found: Set<string>, run: string): void {
  const marked = `^${run}$`;
  for (const letter of run) found.add(letter);
  for (let i = 0; i + 2 <= marked.length; i++) found.add(marked.slice(i, i + 2));
  for (const word of segment(run)) if (word.length > 1) found.add(`w:${word}`);
}

function addLetters(found: Set<string>, words: string[], run: string): void {
  words.push(stem(run));
  const marked = `^${run}$`;
  for (let i = 0; i + 3 <= marked.length; i++) found.add(`t:${marked.slice(i, i + 3)}`);
}
