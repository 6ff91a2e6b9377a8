import { readColumns } from "./read-columns.ts";
import { type CsvRecord, readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { isRecord, type Problem, problem, type ReadRow, type Rejection } from "./rejection.ts";

/** What an import file held: every row was taken or is reported, and none stopped another. */
export type ImportReport<T> = {
  taken: T[];
  /** In the file's order. */
  rejected: Rejection[];
  /** Rows read: elements of the JSON, records of the CSV below its header. */
  rows: number;
  /** Fields or columns that mean nothing here and were left out. */
  ignored: string[];
};

/** Reads JSON rows one by one; a second row with an id that was taken is rejected. */
export function reportJson<T extends { id: string }>(
  text: string,
  fields: readonly string[],
  read: (raw: unknown) => ReadRow<T>,
): ImportReport<T> {
  const taken = new Map<string, { line: number; row: T }>();
  const rejected: Rejection[] = [];
  const ignored = new Set<string>();
  const rows = readJson(text);
  for (const row of rows) {
    if ("error" in row) {
      rejected.push({ line: row.line, ...problem("", row.error) });
      continue;
    }
    for (const name of isRecord(row.value) ? Object.keys(row.value) : []) if (!fields.includes(name)) ignored.add(name);
    const one = read(row.value);
    const earlier = one.ok ? taken.get(one.row.id) : undefined;
    if (!one.ok) rejected.push({ line: row.line, ...one.problem });
    else if (earlier) rejected.push({ line: row.line, ...problem("id", `repeats line ${earlier.line}`, one.row.id) });
    else taken.set(one.row.id, { line: row.line, row: one.row });
  }
  return { taken: [...taken.values()].map(({ row }) => row), rejected, rows: rows.length, ignored: [...ignored] };
}

/** One record of a CSV file by field, before anything is checked; empty cells are absent. */
export type CsvLine<F extends string> = {
  line: number;
  fields: Partial<Record<F, string>>;
  attributes: Record<string, string>;
  skuAttributes: Record<string, string>;
};

/** What a CSV file is made of: the names of its columns, the columns it must have, and how the lines of one id become a row. */
export type CsvShape<F extends string, T> = {
  names: Record<F, readonly string[]>;
  needed: readonly F[];
  read: (lines: CsvLine<F>[]) => { row?: T; rejected: Rejection[] };
};

/** Reads a CSV file; lines of one id are read together, wherever they stand. */
export function reportCsv<F extends string, T>(text: string, shape: CsvShape<F | "id", T>): ImportReport<T> {
  const { records, broken } = readCsv(text);
  const [header, ...rest] = records;
  const rows = rest.length + broken.length;
  if (!header) return { taken: [], rejected: broken, rows, ignored: [] };
  const columns = readColumns(header.cells, shape.names);
  const missing = shape.needed.filter((field) => columns.at[field] === undefined);
  if (missing.length > 0) {
    const faults = missing.map((field) => ({ line: header.line, ...noColumn(field, shape.names[field]) }));
    return { taken: [], rejected: [...faults, ...broken], rows, ignored: columns.unknown };
  }
  const taken: T[] = [];
  const rejected = [...broken];
  const lines = rest.map((record) => readLine(columns, record));
  for (const [id, group] of Map.groupBy(lines, ({ fields }) => fields.id ?? "")) {
    const read =
      id === ""
        ? { rejected: group.map(({ line }) => ({ line, field: "id", reason: "is missing" })) }
        : shape.read(group);
    if ("row" in read && read.row !== undefined) taken.push(read.row);
    rejected.push(...read.rejected);
  }
  const written = (field: string): string => header.cells[columns.at[field as F] ?? -1] ?? field;
  const inOrder = rejected.map((one) => ({ ...one, field: written(one.field) })).sort((a, b) => a.line - b.line);
  return { taken, rejected: inOrder, rows, ignored: columns.unknown };
}

function noColumn(field: string, names: readonly string[]): Problem {
  return problem([field, ...names.slice(0, 2)].join(" / "), "has no column");
}

function readLine<F extends string>(
  columns: ReturnType<typeof readColumns<F>>,
  { line, cells }: CsvRecord,
): CsvLine<F> {
  const named = (list: { name: string; index: number }[]): Record<string, string> =>
    Object.fromEntries(list.flatMap(({ name, index }) => (cells[index] ? [[name, cells[index]]] : [])));
  const fields = Object.entries<number | undefined>(columns.at).map(([name, index]) => ({ name, index: index ?? -1 }));
  return {
    line,
    fields: named(fields) as CsvLine<F>["fields"],
    attributes: named(columns.attributes),
    skuAttributes: named(columns.skuAttributes),
  };
}
