/** A score, such as a probability, and whether it was so. */
export type Judged = { score: number; is: boolean };

/** Chance that one that was so scores above one that wasn't (area under the ROC curve), 0 to 1; NaN where all are alike. */
export function areaUnderCurve(judged: Judged[]): number {
  const sorted = judged.toSorted((a, b) => a.score - b.score);
  const yes = sorted.filter(({ is }) => is).length;
  const no = sorted.length - yes;
  let ranks = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end]!.score === sorted[i]!.score) end++;
    // Equal scores share the mean of their ranks.
    for (let j = i; j < end; j++) if (sorted[j]!.is) ranks += (i + 1 + end) / 2;
    i = end;
  }
  return (ranks - (yes * (yes + 1)) / 2) / (yes * no);
}
