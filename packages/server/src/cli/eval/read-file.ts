import { readFile } from "node:fs/promises";
import { type LabelledRows, labelledRows } from "../../eval/labelled-rows.ts";
import { decodeText } from "../../imports/decode-text.ts";
import { UsageError } from "../usage-error.ts";

/** A file's text, or a usage error. */
export async function readOrRefuse(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new UsageError(`can't read ${file}: ${error.message}`);
  });
  return decodeText(bytes);
}

/** Its labelled rows; those that can't be used are named on stderr, and a file without any is a usage error. */
export async function readRows<F extends string>(
  file: string,
  names: Record<F, readonly string[]>,
): Promise<LabelledRows<F>["rows"]> {
  const { rows, rejected } = labelledRows(await readOrRefuse(file), names);
  for (const { line, reason } of rejected) console.error(`${file}:${line}: ${reason}`);
  if (rows.length === 0) throw new UsageError(`${file} has no row that can be used: see docs/evaluation.md`);
  return rows;
}
