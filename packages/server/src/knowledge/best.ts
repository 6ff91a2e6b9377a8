/** The places with the highest scores, best first; of equal ones the earlier place. Cheaper than sorting all of them. */
export function best(places: number[], scores: ArrayLike<number>, limit: number): { at: number; score: number }[] {
  const kept: { at: number; score: number }[] = [];
  if (limit <= 0) return kept;
  for (const at of places) {
    const score = scores[at]!;
    if (kept.length === limit) {
      const last = kept[limit - 1]!;
      if (last.score > score || (last.score === score && last.at < at)) continue;
      kept.pop();
    }
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = kept[middle]!;
      if (other.score > score || (other.score === score && other.at < at)) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, { at, score });
  }
  return kept;
}
