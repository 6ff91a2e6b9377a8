import { limits } from "../limits.ts";
import type { AgentContent } from "../schema/content.ts";

/** What may go into the outbox, as it is; throws `RangeError` on a text that the server would refuse for its length. */
export function sendable<C extends AgentContent>(content: C): C {
  if (content.kind === "text" && (!content.text.trim() || content.text.length > limits.messageLength))
    throw new RangeError("empty or too long");
  return content;
}
