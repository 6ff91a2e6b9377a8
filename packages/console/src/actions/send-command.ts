import type { AgentCommandType, AgentInput } from "@yiwen/shared";
import type { Desk } from "../store/desk.ts";

/** Sends a command about a conversation, by default the selected one; a refusal becomes a notice. Answers whether it was done. */
export async function sendCommand<T extends AgentCommandType>(
  desk: Desk,
  type: T,
  input: AgentInput<T>,
  conversationId = desk.selected.value,
): Promise<boolean> {
  if (!conversationId) return false;
  const result = await desk.client.command(type, input, conversationId);
  if (!result.ok) desk.notices.add({ kind: "refused", error: result.error, conversationId });
  return result.ok;
}
