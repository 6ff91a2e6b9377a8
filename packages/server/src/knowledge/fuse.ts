/** Of Cormack, Clarke and Büttcher: how little the very first places count more than those behind them. */
const k = 60;

/**
 * Reciprocal rank fusion (Cormack et al., SIGIR 2009): several rankings of the same things become one, best first. Only
 * ranks count, so that scores need not be of one kind; what several rankings have goes before what one has.
 */
export function fuse<T>(rankings: readonly (readonly T[])[]): T[] {
  const scores = new Map<T, number>();
  for (const ranking of rankings) {
    for (const [at, item] of ranking.entries()) scores.set(item, (scores.get(item) ?? 0) + 1 / (k + at + 1));
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([item]) => item);
}
