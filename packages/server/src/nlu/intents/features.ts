import { normalise } from "../normalise.ts";
import { segment } from "../segment.ts";
import { stem } from "../terms.ts";

const han = /^\p{Script=Han}/u;

/** What a linear model sees of a text: Han n-grams (1-3) and dictionary words, English words, pairs and letter triples. */
export function featuresOf(text: string): string[] {
  const runs = normalise(text).match(/\p{Script=Han}+|[a-z]+(?:'[a-z]+)?|\d+/gu) ?? [];
  const found = new Set<string>();
  let previous = "^";
  for (const run of runs) {
    if (han.test(run)) addHan(found, run);
    else if (/^\d/.test(run)) found.add("#number");
    else previous = addWord(found, run, previous);
  }
  if (runs.length === 0) found.add("#empty");
  const first = runs[0];
  if (first) found.add(`^${han.test(first) ? first.slice(0, 2) : stem(first)}`);
  return [...found];
}

function addHan(found: Set<string>, run: string): void {
  const marked = `${run}$`;
  for (let i = 0; i < run.length; i++) {
    found.add(run[i]!);
    found.add(marked.slice(i, i + 2));
    if (i + 3 <= run.length) found.add(run.slice(i, i + 3));
  }
  for (const word of segment(run)) if (word.length > 1) found.add(`w:${word}`);
}

function addWord(found: Set<string>, word: string, previous: string): string {
  const base = stem(word);
  found.add(`e:${base}`);
  found.add(`e:${previous} ${base}`);
  if (word.length > 3) for (let i = 0; i + 3 <= word.length; i++) found.add(`t:${word.slice(i, i + 3)}`);
  return base;
}
