import { macroF1 } from "../sentiment/measure.ts";

/** A probability and whether it was so. */
export type Judged = { score: number; is: boolean };

/** Rows are what it was (no, yes), columns what it was taken for at a threshold. */
export function confusionAt(judged: Judged[], threshold: number): number[][] {
  const confusion = [
    [0, 0],
    [0, 0],
  ];
  for (const { score, is } of judged) confusion[is ? 1 : 0]![score >= threshold ? 1 : 0]! += 1;
  return confusion;
}

/** The threshold with the best macro-F1, in steps of a hundredth. */
export function bestThreshold(judged: Judged[]): number {
  const steps = Array.from({ length: 90 }, (_, i) => (i + 5) / 100);
  const worth = steps.map((step) => macroF1(confusionAt(judged, step)));
  return steps[worth.indexOf(Math.max(...worth))] ?? 0.5;
}

/** Chance that one that was so scores above one that wasn't (area under the ROC curve), 0 to 1. */
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
