/** A text's pairs of letters, each once, as numbers: a hundred thousand texts' fit in memory. */
export type Pairs = readonly number[];

/** Share of letter pairs that two texts have in common, 0 to 1. */
export function similarity(a: string, b: string): number {
  return pairsShared(pairsOf(a), new Set(pairsOf(b)));
}

/** The same of texts whose pairs are known. */
export function pairsShared(left: Pairs, right: ReadonlySet<number>): number {
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  const union = left.length + right.size - shared;
  return union === 0 ? 0 : shared / union;
}

/** The pairs of letters in a text. */
export function pairsOf(text: string): Pairs {
  const found = new Set<number>();
  for (let at = 0; at + 2 <= text.length; at++) found.add((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1));
  return [...found];
}
