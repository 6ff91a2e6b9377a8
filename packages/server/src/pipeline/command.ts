import type { Committed } from "@yiwen/shared";
import type { AgentActor, ShopperActor } from "../auth/actor.ts";
import type { Conversation } from "../conversation/state.ts";

/** Who sends a command. `system` is the server itself: only it may report effects. */
export type Actor = ShopperActor | AgentActor | { kind: "system"; shop: string; id: "server" };

/** A command whose shape has been checked. The shop comes from the actor's token, never from the payload. */
export type Command = { actor: Actor; id: string; type: string; conversation: string; input: unknown };

/** Where a command landed, in the numbers of who sent it. */
export function answerFor(actor: Actor, state: Conversation): Committed {
  return { conversationId: state.id, seq: actor.kind === "shopper" ? state.shopperSeq : state.seq };
}
