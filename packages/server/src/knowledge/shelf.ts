import type { KnownPassage } from "../dialogue/facts.ts";
import { createAsks } from "./asks.ts";
import { createIndex, type Hit, wordingStyle } from "./bm25.ts";

/** The passages of one language, which come and go by document. */
export type Shelf = {
  take(passage: KnownPassage): void;
  drop(document: string): void;
  /** A document's passages, in the order they were taken in. */
  of(document: string): KnownPassage[];
  item(at: number): KnownPassage;
  items(): KnownPassage[];
  byText(text: string, limit: number): Hit[];
  byFit(text: string): Hit[];
  byWording(text: string, limit: number): Hit[];
  readonly size: number;
  /** Places given so far. Those of passages that went cost memory, and time at every question. */
  readonly places: number;
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

  return {
    get size() {
      return texts.size;
    },
    get places() {
      return known.length;
    },
    take(passage) {
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
    },
    drop(document) {
      for (const at of ofDocument.get(document) ?? []) {
        texts.remove(at);
        asks.remove(at);
        for (const wording of wordingsOf[at]!) wordings.remove(wording);
        known[at] = undefined;
      }
      ofDocument.delete(document);
    },
    of: (document) => (ofDocument.get(document) ?? []).map((at) => known[at]!),
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
