/** A line of the table: what was measured, what it has to reach, ours and another's on the same data in the same run. */
export type Row = {
  what: string;
  /** What it has to reach, as it is written; empty where it is only told. */
  target: string;
  ours: string;
  /** Whether the target is reached; absent where there is none or nothing was measured. */
  holds?: boolean;
  other?: { name: string; value: string };
  /** The numbers, for machines. */
  figures?: Record<string, number>;
};

const skippedText = "skipped: data not present";

/** A line for a set that isn't there. */
export function skipped(what: string, target: string): Row {
  return { what, target, ours: skippedText };
}

/** 0.9153 as 91.5. */
export function percent(share: number): string {
  return Number.isFinite(share) ? (share * 100).toFixed(1) : "-";
}

/** The lines as a table for people. */
export function tableOf(rows: Row[]): string {
  const cells = rows.map(({ what, target, ours, holds, other }) => [
    what,
    target,
    ours,
    holds === undefined ? "" : holds ? "holds" : "MISSED",
    other ? `${other.name} ${other.value}` : "",
  ]);
  const all = [["what", "at least", "ours", "", "beside it"], ...cells];
  const widths = all[0]!.map((_, at) => Math.max(...all.map((row) => row[at]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
