import type { Language } from "@yiwen/shared";
import type { KnownPassage, Passages } from "../dialogue/facts.ts";
import { fuse } from "../knowledge/fuse.ts";
import { createNearest, type Near, type NearestIndex } from "../knowledge/nearest.ts";
import { standing } from "../knowledge/standing.ts";
import type { ShopSnapshot } from "../ports/shop-data.ts";
import type { Vectors } from "../ports/vectors.ts";
import type { Embeddings, NoVector } from "./embeddings.ts";

export type RecallQuestion = { text: string; language: Language; now: number; signal: AbortSignal };

/** `answer`: the passage that is near enough to be quoted; `likely`: those likeliest to be about it, best first. */
export type Recalled = { outcome: "found" | "nothing" | NoVector; answer?: string; likely: string[] };

/** Finds passages by what they mean and by their words, both together. */
export type Recall = (shop: ShopSnapshot, question: RecallQuestion) => Promise<Recalled>;

/** How many each way finds, and how many are likely. */
const looked = 60;
const likelyKept = 5;
/** What of the nearest passage's nearness another must have to be quoted instead of it. */
const nearShare = 0.75;
/** Vectors read from the store at a time. */
const page = 1000;
/** A cosine that means nothing, by experience, and for how many passages it stands where there are few to compare with. */
const background = { cosine: 0.3, weight: 4 };

type Kept = { index: NearestIndex; nth: number; loading: Promise<void> };

/** `mostBytes`: memory for vectors; of more than that the shops asked longest ago are read again when they are asked. */
export function createRecall({
  embeddings,
  vectors,
  mostBytes = 768 * 2 ** 20,
}: {
  embeddings: Embeddings;
  vectors: Vectors;
  mostBytes?: number;
}): Recall {
  // The one asked last is at the end.
  const indexes = new Map<string, Kept>();

  function upToDate({ id, passages }: ShopSnapshot, space: string): { index: NearestIndex; loaded: Promise<void> } {
    const key = JSON.stringify([id, space]);
    const before = indexes.get(key);
    // What is gone stays in the index, and is passed over; when most of it is, it is read anew.
    const isMostlyGone = before !== undefined && before.index.size > 2 * passages.size + page;
    const fresh = { index: createNearest(), nth: 0, loading: Promise.resolve() };
    const kept = before === undefined || isMostlyGone ? fresh : before;
    indexes.delete(key);
    indexes.set(key, kept);
    // One after the other: what is read twice would be read out of order.
    const loading = kept.loading.then(() => load(id, space, kept));
    kept.loading = loading.catch(() => {});
    return { index: kept.index, loaded: loading };
  }

  async function load(shop: string, space: string, kept: Kept): Promise<void> {
    while (hasRoom(kept)) {
      const rows = await vectors.since(shop, space, { nth: kept.nth, limit: page });
      for (const { passage, vector } of rows) kept.index.set(passage, vector);
      kept.nth = rows.at(-1)?.nth ?? kept.nth;
      if (rows.length < page) return;
    }
  }

  function hasRoom(kept: Kept): boolean {
    let bytes = [...indexes.values()].reduce((sum, { index }) => sum + index.bytes, 0);
    for (const [key, other] of indexes) {
      if (bytes <= mostBytes) break;
      if (other === kept) continue;
      indexes.delete(key);
      bytes -= other.index.bytes;
    }
    return bytes <= mostBytes;
  }

  /** By the process itself, reading the shop's vectors while the question's is on its way. */
  async function inMemory(shop: ShopSnapshot, { space, wanted, text, signal }: Looking): Promise<Looked> {
    const { index, loaded } = upToDate(shop, space);
    const [question] = await Promise.all([embeddings.question(shop, text, signal), loaded]);
    if (!question.ok) return question;
    const isWanted = (id: string) => wanted.has(id);
    return { ok: true, near: await walk(index.finding(question.vector, { limit: looked, isWanted }), signal) };
  }

  async function inDatabase(shop: ShopSnapshot, { space, wanted, text, signal }: Looking): Promise<Looked> {
    const [first] = wanted.values();
    const question = await embeddings.question(shop, text, signal);
    if (!question.ok) return question;
    if (!first || !vectors.nearest) return { ok: true, near: { found: [], mean: 0, looked: 0 } };
    const { language } = first;
    const near = await vectors.nearest(shop.id, space, { vector: question.vector, language, limit: looked, signal });
    return { ok: true, near: { ...near, found: near.found.filter(({ id }) => wanted.has(id)) } };
  }

  return async (shop, { text, language, now, signal }) => {
    const found = await embeddings.of(shop);
    if (!found) return { outcome: "none", likely: [] };
    const wanted = passagesById(shop.passages, language);
    const look = vectors.nearest ? inDatabase : inMemory;
    const result = await look(shop, { space: found.space, wanted, text, signal });
    if (!result.ok) return { outcome: result.why, likely: [] };
    return judged(shop, { near: result.near, wanted, text, language, now });
  };
}

type Looking = { space: string; wanted: Map<string, KnownPassage>; text: string; signal: AbortSignal };
type Looked = { ok: true; near: Near } | { ok: false; why: NoVector };

/** In turn with whatever else the process has to do. */
async function walk(steps: Generator<void, Near>, signal: AbortSignal): Promise<Near> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (signal.aborted) return { found: [], mean: 0, looked: 0 };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Ground = { near: Near; wanted: Map<string, KnownPassage>; text: string; language: Language; now: number };

function judged(shop: ShopSnapshot, { near, wanted, text, language, now }: Ground): Recalled {
  const nearness = new Map(near.found.map(({ id, cosine }) => [id, above(cosine, near)]));
  const rank = (id: string) => nearness.get(id)! * standing(wanted.get(id)!, now);
  const byMeaning = [...nearness.keys()].sort((a, b) => rank(b) - rank(a));
  const byWords = shop.passages.recall(text, { limit: looked, language, now }).map(({ item }) => item.id);
  const likely = fuse([byMeaning, byWords]);
  // By its words a passage may come first that others are far nearer than.
  const least = Math.max(shop.settings.model.nearFrom, nearShare * Math.max(0, ...nearness.values()));
  const answer = likely.find((id) => (nearness.get(id) ?? 0) >= least);
  const kept = likely.slice(0, likelyKept);
  return answer === undefined ? { outcome: "nothing", likely: kept } : { outcome: "found", answer, likely: kept };
}

/**
 * How far a cosine lies above what any passage of the shop has, 0 to 1: models differ in what they give to texts that
 * have nothing in common, from 0.1 to 0.7.
 */
function above(cosine: number, { mean, looked: count }: Near): number {
  const others = mean * count - cosine + background.cosine * background.weight;
  const usual = others / (count - 1 + background.weight);
  return (cosine - usual) / (1 - usual);
}

const byId = new WeakMap<Passages, Map<Language, Map<string, KnownPassage>>>();

/** The passages in a language, in the other where there are none in it. */
function passagesById(passages: Passages, language: Language): Map<string, KnownPassage> {
  const known = byId.get(passages) ?? new Map<Language, Map<string, KnownPassage>>();
  byId.set(passages, known);
  const own = passages.all(language);
  const all = own.length > 0 ? own : passages.all(language === "zh" ? "en" : "zh");
  const made = known.get(language) ?? new Map(all.map((passage) => [passage.id, passage]));
  known.set(language, made);
  return made;
}
