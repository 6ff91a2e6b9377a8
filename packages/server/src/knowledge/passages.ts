import type { Found, KnownPassage, Passage, Passages } from "../dialogue/facts.ts";
import { type Asks, createAsks } from "./asks.ts";
import { createIndex, type Index } from "./bm25.ts";
import { labelledDocuments, withoutLabel } from "./label.ts";

/** Makes a shop's passages searchable in memory, each language by itself. */
export function createPassages(passages: Passage[]): Passages {
  const labelled = labelledDocuments(passages);
  const known = passages.map((passage) => prepared(passage, labelled.has(passage.document)));
  const shelves = { zh: shelf(known, "zh"), en: shelf(known, "en") };
  const found = (items: KnownPassage[], list: { at: number; score: number }[]): Found<KnownPassage>[] =>
    list.map(({ at, score }) => ({ item: items[at]!, score }));
  return {
    size: passages.length,
    search(text, { limit, language }) {
      const { items, index } = shelves[language];
      return found(items, index.search(text, limit));
    },
    fitting(text, language) {
      const { items, asks } = shelves[language];
      return found(items, asks.fitting(text));
    },
    all: (language) => shelves[language].items,
  };
}

function prepared(passage: Passage, isLabelled: boolean): KnownPassage {
  const { wordings, rest } = isLabelled ? withoutLabel(passage.text) : { wordings: [], rest: passage.text };
  const parts = passage.title.split(" · ");
  const questions = (parts.at(-1) ?? "").split(/(?<=[?？])/);
  return {
    ...passage,
    quote: passage.quote.replace(passage.text.slice(0, passage.text.length - rest.length), ""),
    answer: rest,
    heading: parts[0] ?? "",
    asks: [...questions, ...wordings].map((one) => one.trim()).filter((one) => one !== ""),
  };
}

type Shelf = { items: KnownPassage[]; index: Index; asks: Asks };

function shelf(passages: KnownPassage[], language: Passage["language"]): Shelf {
  const items = passages.filter((passage) => passage.language === language);
  const index = createIndex(
    items.map((passage) => [
      { text: passage.title, weight: 2 },
      { text: passage.text, weight: 1 },
    ]),
  );
  return { items, index, asks: createAsks(items.map(({ asks, heading }) => ({ asks, heading }))) };
}
