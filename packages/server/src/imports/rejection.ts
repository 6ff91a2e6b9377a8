import { shorten } from "@yiwen/shared";
import type { TLocalizedValidationError } from "typebox/error";

/** A row (or one SKU's line) that was left out, and why; `line` counts from 1, as an editor shows it. */
export type Rejection = {
  /** The file, where several came together. */
  file?: string;
  /** Of a document that is printed, the page; 0 where it is the whole file. */
  line: number;
  /** The field as the file calls it; `skus[0].stock` inside JSON; empty when it is the whole row. */
  field: string;
  reason: string;
  /** What stands there, shortened. */
  value?: string;
};

/** What is wrong with one row. */
export type Problem = Omit<Rejection, "line">;

/** What reading one row gives. */
export type ReadRow<T> = { ok: true; row: T } | { ok: false; problem: Problem };

/** A problem with a field, quoting what stands there. */
export function problem(field: string, reason: string, value?: unknown): Problem {
  if (value === undefined || value === "") return { field, reason };
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return { field, reason, value: shorten(text, 100) };
}

/** A refused row. */
export function rejected(field: string, reason: string, value?: unknown): { ok: false; problem: Problem } {
  return { ok: false, problem: problem(field, reason, value) };
}

/** The first of a validator's errors in a merchant's words; `reasons` gives the words for a field by its last name. */
export function firstProblem(
  errors: TLocalizedValidationError[],
  value: unknown,
  reasons: Record<string, string>,
): Problem {
  const error = errors[0];
  if (!error) return problem("", "does not fit", value);
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  if (error.keyword === "required") {
    return problem(fieldName([...path, error.params.requiredProperties[0] ?? ""]), "is missing");
  }
  const reason = reasons[path.at(-1) ?? ""] ?? (error.keyword === "pattern" ? "is blank" : error.message);
  return problem(fieldName(path), reason, valueAt(value, path));
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** `["skus", "0", "price"]` as `skus[0].price`. */
function fieldName(path: string[]): string {
  return path.map((part, i) => (/^\d+$/.test(part) && i > 0 ? `[${part}]` : `${i > 0 ? "." : ""}${part}`)).join("");
}

function valueAt(value: unknown, path: string[]): unknown {
  let at = value;
  for (const part of path) at = isRecord(at) || Array.isArray(at) ? (at as Record<string, unknown>)[part] : undefined;
  return at;
}

/** A plain JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object without what exports write for "nothing": null and the empty string. */
export function withoutBlanks(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && !(typeof value === "string" && value.trim() === "")),
  );
}
