import { cut } from "@yiwen/shared";
import { CsvError, parse } from "csv-parse/sync";
import type { Rejection } from "./rejection.ts";

/** One record of a CSV file; `line` is where it begins (a quoted cell may span lines). */
export type CsvRecord = { line: number; cells: string[] };

/** After this many records with broken quotes the rest of the file is not worth guessing at. */
const mostBroken = 100;

/**
 * The records of a CSV file, trimmed, without blank ones. A record whose quotes are broken is
 * reported and reading goes on with the next line.
 */
export function readCsv(text: string): { records: CsvRecord[]; broken: Rejection[] } {
  const lines = (text.startsWith("\ufeff") ? text.slice(1) : text).replace(/\r\n?/g, "\n").split("\n");
  const records: CsvRecord[] = [];
  const broken: Rejection[] = [];
  let from = 0;
  while (from < lines.length) {
    const read = readUntilBroken(lines, from);
    records.push(...read.records);
    if (read.error === undefined) break;
    broken.push({ line: read.next + 1, field: "", reason: read.error, value: cut(lines[read.next] ?? "", 100) });
    from = read.next + 1;
    if (broken.length === mostBroken) {
      broken.push({ line: from + 1, field: "", reason: "too many records with broken quotes; the rest was not read" });
      break;
    }
  }
  return { records, broken };
}

/** Reads from a line on; `next` is the index of the line where the broken record begins. */
function readUntilBroken(lines: string[], from: number): { records: CsvRecord[]; next: number; error?: string } {
  const records: CsvRecord[] = [];
  let next = from;
  const skipEmpty = (): void => {
    while (next < lines.length && lines[next] === "") next++;
  };
  try {
    parse(lines.slice(from).join("\n"), {
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      record_delimiter: "\n",
      on_record: (cells: string[], { lines: read }) => {
        skipEmpty();
        if (cells.some((cell) => cell !== "")) records.push({ line: next + 1, cells });
        next = from + read;
        return null;
      },
    });
    return { records, next };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    skipEmpty();
    const reason =
      error.code === "CSV_QUOTE_NOT_CLOSED" ? "a quote is opened and not closed" : "a quote stands where none may";
    return { records, next, error: reason };
  }
}
