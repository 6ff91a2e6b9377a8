import { appendFileSync } from "node:fs";
import type { ClassificationFigures } from "../../eval/classification.ts";

/** What every evaluation can be asked for. */
export type EvalOptions = { json?: boolean; errors?: string; atLeast?: number };

/** What an evaluation came to: figures for machines, lines for people, and the rows that went wrong. */
export type EvalReport = { figures: object; lines: string[]; wrong: object[]; score: number };

/** Prints it, keeps what went wrong where asked to, and ends with code 1 where it is worse than it has to be. */
export function report({ figures, lines, wrong, score }: EvalReport, { json, errors, atLeast }: EvalOptions): void {
  console.log(json ? JSON.stringify(figures) : lines.join("\n"));
  if (errors !== undefined && wrong.length > 0) {
    appendFileSync(errors, wrong.map((row) => `${JSON.stringify(row)}\n`).join(""));
    if (!json) console.error(`${wrong.length} wrong rows were added to ${errors}`);
  }
  if (atLeast !== undefined && score < atLeast) {
    console.error(`${score.toFixed(4)} is less than ${atLeast}`);
    process.exitCode = 1;
  }
}

export const share = (value: number) => `${(value * 100).toFixed(1)} %`;

const mistakesShown = 15;

/** A classifier's figures for people. */
export function classificationLines(figures: ClassificationFigures): string[] {
  const mistakes = Object.entries(figures.confusion)
    .flatMap(([label, { takenFor }]) => Object.entries(takenFor).map(([other, count]) => ({ label, other, count })))
    .filter(({ label, other }) => label !== other)
    .sort((a, b) => b.count - a.count)
    .slice(0, mistakesShown);
  return [
    `${figures.count} rows: accuracy ${share(figures.accuracy)}, among the first three ${share(figures.top3)}, macro-F1 ${share(figures.macroF1)}, calibration error ${figures.calibrationError.toFixed(3)}`,
    ...figures.coverage.map(
      ({ threshold, coverage, accuracy }) =>
        `  at least ${threshold} sure: ${share(coverage)} of the rows, ${share(accuracy)} of them right`,
    ),
    ...(mistakes.length > 0 ? ["taken for another, most often:"] : []),
    ...mistakes.map(({ label, other, count }) => `  ${String(count).padStart(5)}  ${label} → ${other}`),
  ];
}
