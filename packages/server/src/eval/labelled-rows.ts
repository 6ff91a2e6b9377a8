import { readColumns } from "../imports/read-columns.ts";
import { readCsv } from "../imports/read-csv.ts";
import { readJson } from "../imports/read-json.ts";
import { isRecord } from "../imports/rejection.ts";

/** A row of a labelled file by field; `line` counts from 1. */
export type LabelledRow<F extends string> = { line: number; fields: Record<F, string> };

export type LabelledRows<F extends string> = {
  rows: LabelledRow<F>[];
  rejected: { line: number; reason: string }[];
};

/** Reads labelled rows of JSON Lines, a JSON array or CSV with a header; every row needs all of the fields named. */
export function labelledRows<F extends string>(text: string, names: Record<F, readonly string[]>): LabelledRows<F> {
  const start = text.replace(/^\ufeff/, "").trimStart();
  return start.startsWith("{") || start.startsWith("[") ? fromJson(text, names) : fromCsv(text, names);
}

function fromJson<F extends string>(text: string, names: Record<F, readonly string[]>): LabelledRows<F> {
  const found: LabelledRows<F> = { rows: [], rejected: [] };
  for (const row of readJson(text)) {
    if ("error" in row) found.rejected.push({ line: row.line, reason: row.error });
    else if (!isRecord(row.value)) found.rejected.push({ line: row.line, reason: "is not an object" });
    else {
      const value = row.value;
      const read = (field: F) => [field, ...names[field]].map((name) => value[name]).find((one) => one !== undefined);
      take(found, { line: row.line, names, read: (field) => textOf(read(field)) });
    }
  }
  return found;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function fromCsv<F extends string>(text: string, names: Record<F, readonly string[]>): LabelledRows<F> {
  const { records, broken } = readCsv(text);
  const [header, ...rest] = records;
  const found: LabelledRows<F> = { rows: [], rejected: broken.map(({ line, reason }) => ({ line, reason })) };
  const { at } = readColumns(header?.cells ?? [], names);
  for (const { line, cells } of rest) take(found, { line, names, read: (field) => cells[at[field] ?? -1] ?? "" });
  return found;
}

type Reading<F extends string> = { line: number; names: Record<F, readonly string[]>; read: (field: F) => string };

function take<F extends string>(found: LabelledRows<F>, { line, names, read }: Reading<F>): void {
  const fields = Object.keys(names) as F[];
  const missing = fields.filter((field) => read(field).trim() === "");
  if (missing.length > 0) found.rejected.push({ line, reason: `${missing.join(" and ")} missing` });
  else
    found.rows.push({
      line,
      fields: Object.fromEntries(fields.map((field) => [field, read(field)])) as Record<F, string>,
    });
}
