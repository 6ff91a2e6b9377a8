/**
 * The places from 0 to `count` with the highest scores above 0, best first; of equal ones the earlier place. All are
 * looked at in their order, which is faster than remembering which have a score.
 */
export function best(scores: Float64Array, count: number, limit: number): { at: number; score: number }[] {
  const kept: { at: number; score: number }[] = [];
  let least = 0;
  if (limit <= 0) return kept;
  for (let at = 0; at < count; at++) {
    const score = scores[at]!;
    if (score <= least) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]!.score >= score) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, { at, score });
    if (kept.length > limit) kept.pop();
    if (kept.length === limit) least = kept[limit - 1]!.score;
  }
  return kept;
}
