import type { By, ServerSignal } from "@yiwen/shared";
import { authorize } from "../pipeline/authorize.ts";
import type { Gateway } from "./context.ts";
import type { AgentSocket, ShopperSocket } from "./rooms.ts";
import { parseSignal } from "./validate.ts";

/** Passes typing on to the other side: only in conversations this actor may touch, only as fast as its token may. */
export async function relayTyping(
  { pipeline, listeners, limits, admission }: Gateway,
  socket: ShopperSocket | AgentSocket,
  message: unknown,
): Promise<void> {
  const parsed = parseSignal(message);
  const { actor } = socket.data;
  const isPaced = limits.commands.take(`signal/${actor.kind}/${actor.shop}/${actor.id}`, pipeline.deps.clock.now()).ok;
  if (!parsed || !isPaced || admission.isOverloaded()) return;
  const conversation = await pipeline.conversations.load(actor.shop, parsed.conversationId);
  if (!conversation || authorize(actor, conversation)) return;
  const by: By = { kind: actor.kind, id: actor.id, ...(actor.name && { name: actor.name }) };
  const signal: ServerSignal = { conversationId: conversation.id, type: "typing", data: { by, on: parsed.on } };
  // Only who has the floor is seen typing by the shopper.
  const { floor, agent } = conversation.views.agents;
  if (floor === "human" && agent?.id === actor.id) listeners.signalShopper(conversation, signal);
  listeners.signalFollowers(actor.shop, conversation.id, signal);
}
