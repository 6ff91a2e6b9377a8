/** No input of ours is nested deeper; what is, is cut there and then fails its schema. */
const deepest = 12;

/**
 * Texts as the store can keep them: half an emoji becomes a replacement sign, a null character is dropped. Keys in one
 * order, so that a command is the same command however its client writes it. Nearly all input is clean, and is answered
 * as it is.
 */
export function cleanInput(value: unknown): unknown {
  return isClean(value, 0) ? value : cleaned(value, 0);
}

function isClean(value: unknown, depth: number): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  if (depth >= deepest) return false;
  if (Array.isArray(value)) return value.every((inner) => isClean(inner, depth + 1));
  let previous = "";
  for (const key in value) {
    // The envelope's own keys may stand as they like: a command is its type, conversation and input.
    if ((key < previous && depth > 0) || !isClean(value[key as keyof typeof value], depth + 1)) return false;
    previous = key;
  }
  return true;
}

function cleaned(value: unknown, depth: number): unknown {
  if (depth > deepest) return undefined;
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "");
  if (Array.isArray(value)) return value.map((inner) => cleaned(inner, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const inOrder = Object.keys(value).sort();
  return Object.fromEntries(inOrder.map((key) => [key, cleaned(value[key as keyof typeof value], depth + 1)]));
}
