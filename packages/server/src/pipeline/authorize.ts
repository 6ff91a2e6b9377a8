import type { ErrorCode } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import type { Actor } from "./command.ts";

/**
 * Whether this actor may touch this conversation at all; what exactly is the floor's business.
 * Another's conversation and one that does not exist answer alike, so that ids can't be probed.
 */
export function authorize(actor: Actor, conversation: Conversation | undefined): ErrorCode | undefined {
  if (!conversation || conversation.shop !== actor.shop) return "conversation_not_found";
  if (actor.kind === "shopper" && conversation.shopper.id !== actor.id) return "conversation_not_found";
  return undefined;
}
