import { publicData } from "./nlu/data.ts";
import { handoffRow } from "./nlu/handoff.ts";
import { intentRows } from "./nlu/intents.ts";
import { latencyRows } from "./nlu/latency.ts";
import { manyPassagesRow, retrievalRow } from "./nlu/retrieval.ts";
import type { Row } from "./nlu/row.ts";
import { sentimentRows } from "./nlu/sentiment.ts";
import { weightsRow, wholeRow } from "./nlu/whole.ts";

export type NluOptions = {
  /** Where the public sets lie. */
  data: string;
  withRivals: boolean;
  /** Only lines whose part is named; all where none is. */
  only: string[];
};

/** What the parts are called that can be measured by themselves. */
export const nluParts = [
  "intents",
  "sentiment",
  "retrieval",
  "passages",
  "handoff",
  "latency",
  "whole",
  "weights",
] as const;

/** Everything that understanding promises, measured on this machine; what needs a set that isn't there says so. */
export async function benchNlu(options: NluOptions, tell: (line: string) => void): Promise<Row[]> {
  const data = publicData(options.data);
  const parts: Record<(typeof nluParts)[number], () => Row[] | Promise<Row[]>> = {
    intents: () => intentRows(data, { withRivals: options.withRivals, tell }),
    sentiment: () => sentimentRows(data),
    retrieval: async () => [await retrievalRow(data, options)],
    passages: () => [manyPassagesRow()],
    handoff: () => [handoffRow(data)],
    latency: () => latencyRows(data),
    whole: () => [wholeRow(data)],
    weights: () => [weightsRow()],
  };
  const rows: Row[] = [];
  for (const part of nluParts) {
    if (options.only.length > 0 && !options.only.includes(part)) continue;
    tell(`measuring ${part} …`);
    rows.push(...(await parts[part]()));
  }
  return rows;
}
