import type { Passage, Passages } from "../dialogue/facts.ts";
import { createIndex, type Index } from "./bm25.ts";

/** Makes a shop's passages searchable in memory, each language by itself. */
export function createPassages(passages: Passage[]): Passages {
  const shelves = { zh: shelf(passages, "zh"), en: shelf(passages, "en") };
  return {
    size: passages.length,
    search(text, { limit, language }) {
      const { items, index } = shelves[language];
      return index.search(text, limit).map(({ at, score }) => ({ item: items[at]!, score }));
    },
  };
}

function shelf(passages: Passage[], language: Passage["language"]): { items: Passage[]; index: Index } {
  const items = passages.filter((passage) => passage.language === language);
  const index = createIndex(
    items.map((passage) => [
      { text: passage.title, weight: 2 },
      { text: passage.text, weight: 1 },
    ]),
  );
  return { items, index };
}
