import { limits } from "../limits.ts";
import type { Content } from "../schema/content.ts";

/** A text as content; throws `RangeError` on one that the server would refuse for its length. */
export function textContent(text: string): Extract<Content, { kind: "text" }> {
  if (!text.trim() || text.length > limits.messageLength) throw new RangeError("empty or too long");
  return { kind: "text", text };
}
