import type { By, ServerSignal } from "@yiwen/shared";
import type { Gateway } from "./context.ts";
import { type AgentSocket, conversationRoom, type ShopperSocket } from "./rooms.ts";
import { parseSignal } from "./validate.ts";

/** Passes typing on to the other side: only into conversations this socket follows, only as fast as its token may. */
export function relayTyping(
  { pipeline, rooms, limits }: Gateway,
  socket: ShopperSocket | AgentSocket,
  message: unknown,
): void {
  const parsed = parseSignal(message);
  const { actor } = socket.data;
  const room = parsed && conversationRoom(actor.shop, parsed.conversationId);
  if (!parsed || !room || !socket.rooms.has(room)) return;
  if (!limits.commands.take(`signal/${actor.kind}/${actor.shop}/${actor.id}`, pipeline.deps.clock.now()).ok) return;
  const by: By = { kind: actor.kind, id: actor.id, ...(actor.name && { name: actor.name }) };
  const { conversationId, on } = parsed;
  const signal: ServerSignal = { conversationId, type: "typing", data: { by, on } };
  if (actor.kind === "agent") rooms.signalShopper(actor.shop, conversationId, signal);
  rooms.signalFollowers(actor.shop, conversationId, signal);
}
