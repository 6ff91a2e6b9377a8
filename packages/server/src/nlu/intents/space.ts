/** The features that a classifier knows, by the hash of their name: a row for each, and how much it weighs. */
export type Space = { rows: Map<number, number>; weights: Float32Array };

/** A text in a space: rows and values, of length one. `known` is the share (0 to 1) of its weight that training knew. */
export type Vector = { rows: Int32Array; values: Float32Array; known: number };

/** Rare features say more than frequent ones, but not as much more as their rarity. */
const rarity = 0.75;

/** The space of the texts to train on; features of fewer than `least` texts are left out. */
export function spaceOf(texts: number[][], least: number): Space {
  const counts = new Map<number, number>();
  for (const features of texts) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least);
  return {
    rows: new Map(kept.map(([feature], row) => [feature, row])),
    weights: Float32Array.from(kept, ([, count]) => Math.log(1 + texts.length / count) ** rarity),
  };
}

/** A text's features as a vector of the space. */
export function vectorOf({ rows, weights }: Space, features: number[]): Vector {
  const found: number[] = [];
  let square = 0;
  for (const feature of features) {
    const row = rows.get(feature);
    if (row === undefined) continue;
    found.push(row);
    square += weights[row]! ** 2;
  }
  const norm = Math.sqrt(square) || 1;
  return {
    rows: Int32Array.from(found),
    values: Float32Array.from(found, (row) => weights[row]! / norm),
    known: found.length / Math.max(1, features.length),
  };
}

/** A feature's name as 32 bits (FNV-1a): names are many and long, and two of them rarely meet. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}
