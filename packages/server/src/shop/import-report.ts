import type { Deps } from "../deps.ts";
import type { Rejection } from "../imports/rejection.ts";

/** What an import did. Importing the same file again changes nothing. */
export type ImportOutcome = {
  /** Rows of the file. */
  rows: number;
  /** Goods, orders or passages that the shop has now because of it. */
  imported: number;
  rejected: Rejection[];
  /** Columns or fields that mean nothing here. */
  ignored: string[];
};

export type ImportFormat = "json" | "csv";

/** Takes a file over into a shop. */
export type ImportFile = (
  deps: Pick<Deps, "shopData" | "directory">,
  shop: string,
  file: { text: string; format: ImportFormat },
) => Promise<ImportOutcome>;
