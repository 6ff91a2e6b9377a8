/** Numbers of a vector whose signs make one word. */
const bits = 32;

/** Words that the signs of vectors of this length take. */
export function wordsFor(length: number): number {
  return Math.ceil(length / bits);
}

/** Writes which numbers of a vector lie above those of a middle one, a bit each. */
export function writeSigns(vector: Float32Array, middle: Float32Array, into: Int32Array, from: number): void {
  into.fill(0, from, from + wordsFor(vector.length));
  for (let at = 0; at < vector.length; at++) {
    if (vector[at]! > middle[at]!) into[from + (at >> 5)]! |= 1 << (at & 31);
  }
}

/** How many signs of two vectors differ: the more, the farther apart they point. */
export function differing(signs: Int32Array, others: Int32Array, from: number): number {
  let count = 0;
  for (let at = 0; at < signs.length; at++) {
    let word = signs[at]! ^ others[from + at]!;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    word = (word + (word >>> 4)) & 0x0f0f0f0f;
    count += Math.imul(word, 0x01010101) >>> 24;
  }
  return count;
}

/** The places in the order of their distances, which are whole numbers up to `most`; of equal ones the earlier first. */
export function byDistance(distances: Uint16Array, most: number): Int32Array {
  const starts = new Int32Array(most + 2);
  for (const distance of distances) starts[distance + 1]!++;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const order = new Int32Array(distances.length);
  for (let place = 0; place < distances.length; place++) order[starts[distances[place]!]!++] = place;
  return order;
}
