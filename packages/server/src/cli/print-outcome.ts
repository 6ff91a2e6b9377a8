import type { ImportOutcome } from "../shop/import-report.ts";

/** Rejected rows shown one by one; the rest is counted. */
const shown = 50;

/** Prints what an import took and, row by row, what it left out and why. */
export function printOutcome({ rows, imported, rejected, ignored }: ImportOutcome, what: string): void {
  console.log(`${imported} ${what} imported from ${rows} rows.`);
  if (ignored.length > 0) console.log(`Left out, because they mean nothing here: ${ignored.join(", ")}`);
  if (rejected.length === 0) return;
  console.error(`${rejected.length} rejected:`);
  for (const { file, line, field, reason, value } of rejected.slice(0, shown)) {
    // Of documents the field is what the number counts: lines or pages.
    const place = file === undefined ? `line ${line}` : [file, ...(line > 0 ? [`${field} ${line}`] : [])].join(", ");
    const what = file === undefined ? [field, reason].filter(Boolean).join(" ") : reason;
    console.error(`  ${place}: ${what}${value === undefined ? "" : ` (${value})`}`);
  }
  if (rejected.length > shown) console.error(`  … and ${rejected.length - shown} more`);
}
