import type { Measures } from "../../../nlu/measures.ts";
import { literally } from "../../../nlu/normalise.ts";

type Range = { from: number; to: number };

/** Whom a size fits, as a shop's guide says it: ranges of height and weight, or one length. */
export type ChartRow = { size: string; height?: Range; weight?: Range; length?: number };

/** A guide's sizes, small to large, and what its lengths are of. */
export type SizeChart = { rows: ChartRow[]; lengthOf?: "foot" | "waist" };

/** A size, by which measures it was chosen, and the row that says so; `between` where they spoke for two sizes. */
export type SizeChosen = { row: ChartRow; by: (keyof Measures)[]; between?: string };

const range = /(\d+(?:\.\d+)?)\s*(?:[-–~至到]|to)\s*(\d+(?:\.\d+)?)\s*(cm|厘米|公分|kg|千克|公斤|斤)/gi;

/** Reads the rows of a guide that are about these sizes; none where it names fewer than half of them. */
export function chartIn(text: string, sizes: string[]): SizeChart | undefined {
  const starts = sizes
    .flatMap((size) => {
      const match = new RegExp(`(?<![\\p{L}\\p{N}.-])${literally(size)}(?!(?![码号])[\\p{L}\\p{N}.-])`, "iu").exec(
        text,
      );
      return match ? [{ size, from: match.index, after: match.index + size.length }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const rows = starts.map(({ size, after }, n) => rowOf(size, text.slice(after, starts[n + 1]?.from)));
  const telling = rows.filter(({ height, weight, length }) => height ?? weight ?? length);
  if (telling.length < Math.max(2, sizes.length / 2)) return undefined;
  const lengthOf = /脚长|foot/i.test(text) ? "foot" : /腰围|waist/i.test(text) ? "waist" : undefined;
  return { rows: telling, ...(lengthOf && { lengthOf }) };
}

function rowOf(size: string, said: string): ChartRow {
  const row: ChartRow = { size };
  for (const [, from, to, unit = ""] of said.matchAll(range)) {
    const isWeight = /kg|千克|公斤|斤/i.test(unit);
    const each = unit === "斤" ? 0.5 : 1;
    row[isWeight ? "weight" : "height"] ??= { from: Number(from) * each, to: Number(to) * each };
  }
  const length = row.height || row.weight ? undefined : /\d+(?:\.\d+)?/.exec(said)?.[0];
  return length === undefined ? row : { ...row, length: Number(length) };
}

/** The size that a chart gives for these measures, the larger where they speak for two; none where it has no row for them. */
export function sizeFor(chart: SizeChart, measures: Measures): SizeChosen | undefined {
  const length = chart.lengthOf && measures[chart.lengthOf];
  if (chart.lengthOf && length !== undefined) {
    const row = rowByLength(chart.rows, length);
    return row && { row, by: [chart.lengthOf] };
  }
  const { rows } = chart;
  const by = (["height", "weight"] as const).filter(
    (measure) => measures[measure] !== undefined && rows.some((row) => row[measure]),
  );
  const fitting = by.map((measure) => rows.filter((row) => holds(row[measure], measures[measure]!)));
  if (by.length === 0 || fitting.some((some) => some.length === 0)) return undefined;
  const both = rows.findLast((row) => fitting.every((some) => some.includes(row)));
  if (both) return { row: both, by };
  const [lower, upper] = fitting.sort((a, b) => rows.indexOf(a[0]!) - rows.indexOf(b[0]!)) as [ChartRow[], ChartRow[]];
  return { row: upper[0]!, by, between: lower.at(-1)!.size };
}

/** The smallest that is long enough, by a quarter of a step at most too short: guides round. */
function rowByLength(rows: ChartRow[], length: number): ChartRow | undefined {
  const lengths = rows.flatMap((row) => (row.length === undefined ? [] : [row.length])).sort((a, b) => a - b);
  const step = (lengths[1] ?? 0) - (lengths[0] ?? 0);
  const wanted = lengths.find((one) => one + step / 4 >= length && one - length <= step);
  return rows.find((row) => row.length !== undefined && row.length === wanted);
}

const holds = (range: Range | undefined, value: number) =>
  range !== undefined && value >= range.from && value <= range.to;
