import { best } from "./best.ts";

/** What lies near a question: ids with their cosine, nearest first; `mean` is the cosine of all that was `looked` at. */
export type Near = { found: { id: string; cosine: number }[]; mean: number; looked: number };

/** Vectors of length 1 in memory, compared one by one: nothing is missed. 4 bytes a number, and no spare room beyond a block. */
export type NearestIndex = {
  /** Puts a vector in, or in the place of an earlier one; the first says how long all are, others are left out. */
  set(id: string, vector: Float32Array): void;
  /** In steps of a block each, for whoever has other things to do in between; looks at those only that are wanted. */
  finding(question: Float32Array, options: { limit: number; isWanted(id: string): boolean }): Generator<void, Near>;
  readonly size: number;
  /** Bytes that the vectors take. */
  readonly bytes: number;
};

/** Vectors a block: some hundred thousand numbers, which are multiplied in less than a millisecond. */
const block = 512;

/** An empty index. */
export function createNearest(): NearestIndex {
  const blocks: Float32Array[] = [];
  const ids: string[] = [];
  const places = new Map<string, number>();
  let length = 0;

  return {
    get size() {
      return ids.length;
    },
    get bytes() {
      return blocks.length * block * length * Float32Array.BYTES_PER_ELEMENT;
    },
    set(id, vector) {
      if (length === 0) length = vector.length;
      if (vector.length !== length || length === 0) return;
      const at = places.get(id) ?? ids.length;
      if (at === ids.length) {
        ids.push(id);
        places.set(id, at);
        if (at % block === 0) blocks.push(new Float32Array(block * length));
      }
      blocks[Math.floor(at / block)]!.set(vector, (at % block) * length);
    },
    *finding(question, { limit, isWanted }) {
      const cosines = new Float64Array(ids.length);
      let sum = 0;
      let looked = 0;
      if (question.length !== length) return { found: [], mean: 0, looked };
      const { length: count } = cosines;
      for (let from = 0; from < count; from += block) {
        if (from > 0) yield;
        const values = blocks[from / block]!;
        for (let at = from; at < Math.min(count, from + block); at++) {
          if (!isWanted(ids[at]!)) continue;
          const cosine = dot(question, values, (at - from) * length);
          cosines[at] = cosine;
          sum += cosine;
          looked++;
        }
      }
      const found = best(cosines, count, limit).map(({ at, score }) => ({ id: ids[at]!, cosine: score }));
      return { found, mean: looked === 0 ? 0 : sum / looked, looked };
    },
  };
}

/** Four sums at a time: a processor adds them side by side. */
function dot(question: Float32Array, values: Float32Array, from: number): number {
  const { length } = question;
  const whole = length - (length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
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
