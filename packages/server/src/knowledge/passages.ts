import type { Language } from "@yiwen/shared";
import type { Found, KnownPassage, Passage, Passages } from "../dialogue/facts.ts";
import type { Hit } from "./bm25.ts";
import { inSteps } from "./in-steps.ts";
import { knownPassage } from "./known-passage.ts";
import { labelledDocuments } from "./label.ts";
import { restocked } from "./restock.ts";
import { createShelf, type Shelf } from "./shelf.ts";
import { standing } from "./standing.ts";

/** A shop's passages, kept up to date document by document: one import costs what its own documents cost. */
export type Library = {
  /**
   * Takes these documents' passages out and the given ones in. What it answers is new at every change, so that whoever
   * remembers findings by it starts again; what it answered before sees the change too.
   */
  replace(documents: string[], passages: Passage[]): Passages;
  /** The same in steps of some milliseconds each, for whoever has other things to do in between. */
  replacing(documents: string[], passages: Passage[]): Generator<void, Passages>;
};

/** A wording that is asked for counts more than the same words somewhere in a text. */
const mix = { wording: 0.85, text: 0.15 };
/** Found by each way, of which the best of both together are kept. */
const recalled = 60;

/** Makes a shop's passages searchable in memory, each language by itself. */
export function createPassages(passages: Passage[]): Passages {
  return createLibrary().replace([], passages);
}

/** An empty library. */
export function createLibrary(): Library {
  const shelves = { zh: createShelf(), en: createShelf() };
  function* replacing(documents: string[], passages: Passage[]): Generator<void, Passages> {
    const labelled = labelledDocuments(passages);
    const known: Record<Language, KnownPassage[]> = { zh: [], en: [] };
    yield* inSteps(passages, (passage) => {
      known[passage.language].push(knownPassage(passage, labelled.has(passage.document)));
    });
    shelves.zh = yield* restocked(shelves.zh, documents, known.zh);
    shelves.en = yield* restocked(shelves.en, documents, known.en);
    return over(shelves);
  }
  return { replacing, replace: (documents, passages) => runThrough(replacing(documents, passages)) };
}

function runThrough(steps: Generator<void, Passages>): Passages {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

function over(shelves: Record<Language, Shelf>): Passages {
  const all = new Map<Language, KnownPassage[]>();
  return {
    size: shelves.zh.size + shelves.en.size,
    search(text, { limit, language, now }) {
      const shelf = shelves[language];
      return ranked(shelf, shelf.byText(text, limit), now);
    },
    fitting(text, language, now) {
      return ranked(shelves[language], shelves[language].byFit(text), now);
    },
    recall(text, { limit, language, now }) {
      const shelf = shelves[language];
      const scores = new Map<number, number>();
      const add = (hits: Hit[], weight: number) => {
        for (const { at, score } of hits) scores.set(at, (scores.get(at) ?? 0) + weight * score);
      };
      add(shelf.byWording(text, recalled), mix.wording);
      add(shelf.byText(text, recalled), mix.text);
      const merged = [...scores].map(([at, score]) => ({ at, score }));
      return withoutRepeats(ranked(shelf, merged, now)).slice(0, limit);
    },
    all(language) {
      const items = all.get(language) ?? shelves[language].items();
      all.set(language, items);
      return items;
    },
  };
}

/** In the order of fit and standing; the score stays that of the fit, so that an old answer is as sure as a young one. */
function ranked(shelf: Shelf, hits: Hit[], now: number | undefined): Found<KnownPassage>[] {
  const found = hits.map(({ at, score }) => ({ item: shelf.item(at), score }));
  const rank = ({ item, score }: Found<KnownPassage>) => score * (now === undefined ? 1 : standing(item, now));
  return found.sort((a, b) => rank(b) - rank(a) || (a.item.id < b.item.id ? -1 : 1));
}

/** Sources often say the same in the same words: once is enough. */
function withoutRepeats(found: Found<KnownPassage>[]): Found<KnownPassage>[] {
  const said = new Set<string>();
  return found.filter(({ item }) => {
    const words = `${item.title}\n${item.answer}`;
    if (said.has(words)) return false;
    said.add(words);
    return true;
  });
}
