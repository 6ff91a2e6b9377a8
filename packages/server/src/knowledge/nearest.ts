import { byDistance, differing, wordsFor, writeSigns } from "./signs.ts";

/** What lies near a question: ids with their cosine, nearest first; `mean` is the cosine of all that was `looked` at. */
export type Near = { found: { id: string; cosine: number }[]; mean: number; looked: number };

type Wanted = { limit: number; isWanted(id: string): boolean };

/**
 * Vectors of length 1 in memory, 4 bytes a number and some more for their signs. Up to some thousands are compared one by
 * one; of more, those whose signs agree most with the question's are.
 */
export type NearestIndex = {
  /** Puts a vector in, or in the place of an earlier one; the first says how long all are, others are left out. */
  set(id: string, vector: Float32Array): void;
  /** In steps of about a millisecond, for whoever has other things to do in between; finds only what is wanted. */
  finding(question: Float32Array, options: Wanted): Generator<void, Near>;
  readonly size: number;
  /** Bytes that the vectors take. */
  readonly bytes: number;
};

/** Vectors a block: some hundred thousand numbers, which are multiplied in less than a millisecond. */
const block = 512;
/** So many are compared one by one, where nothing else is said. */
const compared = 4096;
/** Signs that are looked at between two pauses. */
const stride = 16_384;

type Kept = {
  blocks: Float32Array[];
  signs: Int32Array;
  ids: string[];
  places: Map<string, number>;
  /** The sum of all vectors. */
  sum: Float64Array;
  /** The mean of the first block: signs around it tell more than signs around nothing, for vectors all lean one way. */
  middle: Float32Array | undefined;
  length: number;
};

/** An empty index; `most` are compared one by one. */
export function createNearest(most: number = compared): NearestIndex {
  const kept: Kept = {
    blocks: [],
    signs: new Int32Array(0),
    ids: [],
    places: new Map(),
    sum: new Float64Array(0),
    middle: undefined,
    length: 0,
  };
  return {
    get size() {
      return kept.ids.length;
    },
    get bytes() {
      const numbers = kept.blocks.length * block * kept.length;
      return (numbers + kept.signs.length) * Float32Array.BYTES_PER_ELEMENT;
    },
    set: (id, vector) => put(kept, id, vector),
    *finding(question, { limit, isWanted }) {
      if (question.length !== kept.length) return { found: [], mean: 0, looked: 0 };
      const isWhole = kept.ids.length <= most;
      const places = isWhole ? [...kept.ids.keys()] : yield* likely(kept, question, { limit: most, isWanted });
      const found: Near["found"] = [];
      let sum = 0;
      for (const [nth, at] of places.entries()) {
        if (nth % block === block - 1) yield;
        const id = kept.ids[at]!;
        if (!isWanted(id)) continue;
        const cosine = dot(question, kept.blocks[Math.floor(at / block)]!, (at % block) * kept.length);
        sum += cosine;
        found.push({ id, cosine });
      }
      const { length: looked } = found;
      found.sort((a, b) => b.cosine - a.cosine);
      const near = found.slice(0, limit).filter(({ cosine }) => cosine > 0);
      if (isWhole) return { found: near, mean: looked === 0 ? 0 : sum / looked, looked };
      const all = kept.sum.reduce((total, value, at) => total + value * question[at]!, 0);
      return { found: near, mean: all / kept.ids.length, looked: kept.ids.length };
    },
  };
}

function put(kept: Kept, id: string, vector: Float32Array): void {
  const { blocks, ids, places } = kept;
  if (kept.length === 0) {
    kept.length = vector.length;
    kept.sum = new Float64Array(vector.length);
  }
  const { length } = kept;
  if (vector.length !== length || length === 0) return;
  const at = places.get(id) ?? ids.length;
  if (at === ids.length) {
    ids.push(id);
    places.set(id, at);
    if (at % block === 0) blocks.push(new Float32Array(block * length));
  }
  const values = blocks[Math.floor(at / block)]!;
  const from = (at % block) * length;
  for (let n = 0; n < length; n++) kept.sum[n]! += vector[n]! - values[from + n]!;
  values.set(vector, from);
  sign(kept, at, vector);
}

/** Signs are written once the first block is full, and what they are taken around stays as it is then. */
function sign(kept: Kept, at: number, vector: Float32Array): void {
  const { length, ids } = kept;
  if (!kept.middle && ids.length < block) return;
  const words = wordsFor(length);
  if (kept.signs.length < ids.length * words) {
    const more = new Int32Array(Math.ceil(ids.length * 1.25) * words);
    more.set(kept.signs);
    kept.signs = more;
  }
  if (kept.middle) {
    writeSigns(vector, kept.middle, kept.signs, at * words);
    return;
  }
  kept.middle = Float32Array.from(kept.sum, (value) => value / ids.length);
  for (let place = 0; place < ids.length; place++) {
    const from = place * length;
    writeSigns(kept.blocks[0]!.subarray(from, from + length), kept.middle, kept.signs, place * words);
  }
}

/** The places of those that are wanted and whose signs agree most with the question's. */
function* likely(kept: Kept, question: Float32Array, { limit, isWanted }: Wanted): Generator<void, number[]> {
  const { ids, length } = kept;
  const words = wordsFor(length);
  const asked = new Int32Array(words);
  writeSigns(question, kept.middle!, asked, 0);
  const distances = new Uint16Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    if (at % stride === stride - 1) yield;
    distances[at] = differing(asked, kept.signs, at * words);
  }
  const found: number[] = [];
  for (const [nth, at] of byDistance(distances, words * 32).entries()) {
    if (nth % stride === stride - 1) yield;
    if (isWanted(ids[at]!)) found.push(at);
    if (found.length === limit) break;
  }
  return found;
}

/** Four sums at a time: a processor adds them side by side. */
function dot(question: Float32Array, values: Float32Array, from: number): number {
  const { length } = question;
  const whole = length - (length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at < whole; at += 4) {
    a += question[at]! * values[from + at]!;
    b += question[at + 1]! * values[from + at + 1]!;
    c += question[at + 2]! * values[from + at + 2]!;
    d += question[at + 3]! * values[from + at + 3]!;
  }
  for (; at < length; at++) a += question[at]! * values[from + at]!;
  return a + b + c + d;
}
