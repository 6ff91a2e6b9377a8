import type { Judged } from "../area-under-curve.ts";
import { macroF1 } from "../sentiment/measure.ts";

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
