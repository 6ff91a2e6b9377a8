/** What JSON may say and PostgreSQL's jsonb doesn't take: half of an emoji, and NUL. */
const refused = /\\u(?:d[89a-f]|0000)/;

/** JSON for a jsonb column: one character that it can't hold must not keep everything beside it from being stored. */
export function jsonOf(value: unknown): string {
  return storableJson(JSON.stringify(value));
}

/** The same of a value that is JSON already. */
export function storableJson(json: string): string {
  return refused.test(json) ? JSON.stringify(JSON.parse(json), storable) : json;
}

function storable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value;
}
