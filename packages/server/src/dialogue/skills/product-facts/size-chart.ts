import type { Measures } from "../../../nlu/measures.ts";
import { literally } from "../../../nlu/normalise.ts";

type Range = { from: number; to: number };

/** Whom a size fits, as a shop's guide says it: ranges of height and weight, or one length. */
export type ChartRow = { size: string; height?: Range; weight?: Range; length?: number };

type LengthOf = "foot" | "waist";

/** A guide's sizes, small to large, and what its lengths are of. */
export type SizeChart = { rows: ChartRow[]; lengthOf?: LengthOf };

/** A size, by which measures it was chosen, and the row that says so; `between` where they spoke for two sizes. */
export type SizeChosen = { row: ChartRow; by: (keyof Measures)[]; between?: string };

const range = /(\d+(?:\.\d+)?)\s*(?:[-–~至到]|to)\s*(\d+(?:\.\d+)?)\s*(cm|厘米|公分|kg|千克|公斤|斤)/gi;

/** What a text about sizes measures; feet where it speaks of both, whose lengths stand for nothing else. */
export function lengthIn(text: string): LengthOf | undefined {
  if (/脚|鞋|靴|\b(?:foot|feet|shoes?|boots?|sneakers?|slippers?)\b/i.test(text)) return "foot";
  return /腰围|裤|\b(?:waist|jeans|trousers|pants)\b/i.test(text) ? "waist" : undefined;
}

/** Reads the rows of a guide that are about these sizes, or its rule for them; none where it names fewer than half of them. */
export function chartIn(text: string, sizes: string[]): SizeChart | undefined {
  return rowsIn(text, sizes) ?? ruleIn(text, sizes);
}

function rowsIn(text: string, sizes: string[]): SizeChart | undefined {
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
  const lengthOf = telling.some(({ length }) => length !== undefined) ? lengthIn(text) : undefined;
  return { rows: telling, ...(lengthOf && { lengthOf }) };
}

const cm = "\\s*(?:厘米|cm|公分)";
const first = new RegExp(`(\\d{2})\\s*(?:码|is)(?:\\p{Script=Han}| a){0,6}\\s*(\\d{1,3}(?:\\.\\d+)?)${cm}`, "iu");
const step = new RegExp(`(?:每(?:大|加|增)一?个?码|each (?:next )?size)\\D{0,8}(\\d(?:\\.\\d+)?)${cm}`, "iu");
/** How much longer than the foot a shoe is inside. */
const room = new RegExp(
  `(?:脚长|foot)[^.。;；\\d]{0,6}加\\s*(\\d(?:\\.\\d+)?)${cm}|add (\\d(?:\\.\\d+)?)${cm} to the foot`,
  "iu",
);

/** "28 is 17.6 cm, and each size adds 0.6 cm": as rows, less what is to be added to the foot. */
function ruleIn(text: string, sizes: string[]): SizeChart | undefined {
  const [, from, length] = first.exec(text) ?? [];
  const [, by] = step.exec(text) ?? [];
  const lengthOf = lengthIn(text);
  const isCovered = from !== undefined && sizes.includes(from) && sizes.every((size) => /^\d{2}(?:\.5)?$/.test(size));
  if (!isCovered || by === undefined || lengthOf === undefined) return undefined;
  const [, inChinese, inEnglish] = room.exec(text) ?? [];
  const added = lengthOf === "foot" ? Number(inChinese ?? inEnglish ?? 0) : 0;
  const lengthAt = (size: string) => Number(length) + (Number(size) - Number(from)) * Number(by) - added;
  return { rows: sizes.map((size) => ({ size, length: Math.round(lengthAt(size) * 10) / 10 })), lengthOf };
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
