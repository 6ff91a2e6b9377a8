import type { KnownPassage, Passage } from "../dialogue/facts.ts";
import { createAsks } from "./asks.ts";
import { createIndex, type Hit, wordingStyle } from "./bm25.ts";
import { withoutLabel } from "./label.ts";

/** The passages of one language, which come and go by document. */
export type Shelf = {
  /** `isLabelled`: its document's texts begin with keywords. */
  take(passage: Passage, isLabelled: boolean): void;
  drop(document: string): void;
  item(at: number): KnownPassage;
  items(): KnownPassage[];
  byText(text: string, limit: number): Hit[];
  byFit(text: string): Hit[];
  byWording(text: string, limit: number): Hit[];
  readonly size: number;
};

/** A passage has several wordings: so many more are looked for. */
const wordingsEach = 3;

/** An empty shelf. All of its indexes number the passages alike. */
export function createShelf(): Shelf {
  const known: (KnownPassage | undefined)[] = [];
  const ofDocument = new Map<string, number[]>();
  const texts = createIndex();
  const asks = createAsks();
  const wordings = createIndex(wordingStyle);
  const wordingsOf: number[][] = [];
  const passageOf: number[] = [];

  const takeOne = (passage: KnownPassage) => {
    const at = texts.add([
      { text: passage.title, weight: 2 },
      { text: passage.text, weight: 1 },
      ...(passage.variants ?? []).map((text) => ({ text, weight: 1 })),
    ]);
    asks.add(passage);
    known[at] = passage;
    const whole = passage.title.split(" · ").at(-1) ?? "";
    wordingsOf[at] = [...new Set([...passage.asks, whole])].map((text) => wordings.add([{ text, weight: 1 }]));
    for (const wording of wordingsOf[at]) passageOf[wording] = at;
    const places = ofDocument.get(passage.document);
    if (places) places.push(at);
    else ofDocument.set(passage.document, [at]);
  };

  return {
    get size() {
      return texts.size;
    },
    take: (passage, isLabelled) => takeOne(prepared(passage, isLabelled)),
    drop(document) {
      for (const at of ofDocument.get(document) ?? []) {
        texts.remove(at);
        asks.remove(at);
        for (const wording of wordingsOf[at]!) wordings.remove(wording);
        known[at] = undefined;
      }
      ofDocument.delete(document);
    },
    item: (at) => known[at]!,
    items: () => known.filter((one) => one !== undefined),
    byText: (text, limit) => texts.search(text, limit),
    byFit: (text) => asks.fitting(text),
    byWording(text, limit) {
      const scores = new Map<number, number>();
      for (const { at, score } of wordings.search(text, limit * wordingsEach)) {
        const passage = passageOf[at]!;
        if (!scores.has(passage)) scores.set(passage, score);
      }
      return [...scores].map(([at, score]) => ({ at, score })).slice(0, limit);
    },
  };
}

function prepared(passage: Passage, isLabelled: boolean): KnownPassage {
  const { wordings, rest } = isLabelled ? withoutLabel(passage.text) : { wordings: [], rest: passage.text };
  const parts = passage.title.split(" · ");
  const questions = (parts.at(-1) ?? "").split(/(?<=[?？])/);
  const asks = [...questions, ...wordings, ...(passage.variants ?? [])].map((one) => one.trim());
  return {
    ...passage,
    quote: passage.quote.replace(passage.text.slice(0, passage.text.length - rest.length), ""),
    answer: rest,
    heading: parts[0] ?? "",
    asks: asks.filter((one) => one !== ""),
  };
}
