/** No input of ours is nested deeper; what is, is cut there and then fails its schema. */
const deepest = 12;

/**
 * Texts as the store can keep them: half an emoji becomes a replacement sign, a null character is dropped. Keys in one
 * order, so that a command is the same command however its client writes it.
 */
export function cleanInput(value: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "");
  if (Array.isArray(value)) return value.map((inner) => cleanInput(inner, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const inOrder = Object.keys(value).sort();
  return Object.fromEntries(inOrder.map((key) => [key, cleanInput(value[key as keyof typeof value], depth + 1)]));
}
