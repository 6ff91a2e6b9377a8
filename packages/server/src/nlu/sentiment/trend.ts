/** The newest message weighs most; turns before the first count as neutral, so one bad word doesn't make a trend. */
const trendWeights = [1, 0.4, 0.16, 0.06];

/** Weighted mean of the last turns' sentiment, the newest last; -1 to 1. */
export function trendOf(scores: number[]): number {
  const total = trendWeights.reduce((sum, weight) => sum + weight, 0);
  const sum = trendWeights.reduce((all, weight, age) => all + weight * (scores.at(-1 - age) ?? 0), 0);
  return Math.round((sum / total) * 100) / 100;
}

/** How many turns a trend looks back. */
export const trendLength = trendWeights.length;
