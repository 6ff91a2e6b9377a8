import type { Channel, ClientToServer, ServerSignal, ServerToClient, WireEvent } from "@yiwen/shared";
import type { Namespace, Socket } from "socket.io";
import type { Actor } from "../pipeline/command.ts";
import type { Listeners, ShopperAddress } from "../ports/listeners.ts";
import { eventText } from "./text-parser.ts";

export type SocketData<K extends Actor["kind"] = Actor["kind"]> = { actor: Extract<Actor, { kind: K }> };
export type ShopperNamespace = Namespace<ClientToServer, ServerToClient, object, SocketData<"shopper">>;
export type AgentNamespace = Namespace<ClientToServer, ServerToClient, object, SocketData<"agent">>;

export type ShopperSocket = Socket<ClientToServer, ServerToClient, object, SocketData<"shopper">>;
export type AgentSocket = Socket<ClientToServer, ServerToClient, object, SocketData<"agent">>;

const channels: Channel[] = ["web", "weapp"];

/** The room of all sockets of one shopper on one channel: whatever tab opened a conversation, all are told. */
export const shopperRoom = ({ shop, shopper, channel }: ShopperAddress) => `p/${shop}/${shopper.id}/${channel}`;
/** The room of the agents who follow one conversation. */
export const conversationRoom = (shop: string, conversation: string) => `c/${shop}/${conversation}`;
/** The room of all agents of a shop. */
export const shopRoom = (shop: string) => `s/${shop}`;
/** The room of the agents whose list shows more than the queue and what is their own. */
export const watchRoom = (shop: string) => `w/${shop}`;
/** The room of one agent's sockets. */
export const agentRoom = (shop: string, agent: string) => `a/${shop}/${agent}`;

/** The listeners on socket.io: the only place that emits to more than one socket. */
export function createRooms(shoppers: ShopperNamespace, agents: AgentNamespace): Listeners {
  return {
    eventToShopper(conversation, event) {
      tell(shoppers, [shopperRoom(conversation)], "event", event);
    },
    endShopper(shop, id) {
      const rooms = channels.map((channel) => shopperRoom({ shop, shopper: { id, verified: false }, channel }));
      shoppers.in(rooms).disconnectSockets(true);
    },
    hasShopper: (conversation) => shoppers.adapter.rooms.has(shopperRoom(conversation)),
    eventToFollowers(shop, event) {
      tell(agents, [conversationRoom(shop, event.conversationId)], "event", event);
    },
    signalShopper(conversation, signal) {
      tell(shoppers, [shopperRoom(conversation)], "signal", signal);
    },
    signalFollowers(shop, conversation, signal) {
      tell(agents, [conversationRoom(shop, conversation)], "signal", signal);
    },
    signalAgents(shop, signal) {
      tell(agents, [shopRoom(shop)], "signal", signal);
    },
    signalInterested(shop, agent, signal) {
      const rooms = agent === undefined ? [watchRoom(shop)] : [watchRoom(shop), agentRoom(shop, agent)];
      tell(agents, rooms, "signal", signal);
    },
    hasAgents: (shop) => agents.adapter.rooms.has(shopRoom(shop)),
    viewers(shop, conversation) {
      const ids = agents.adapter.rooms.get(conversationRoom(shop, conversation)) ?? [];
      const viewers = new Map<string, { id: string; name: string }>();
      for (const socket of ids) {
        const actor = agents.sockets.get(socket)?.data.actor;
        if (actor) viewers.set(actor.id, { id: actor.id, name: actor.name });
      }
      return [...viewers.values()];
    },
  };
}

/** Tells everyone in these rooms, each once. */
function tell(
  nsp: ShopperNamespace | AgentNamespace,
  rooms: string[],
  name: keyof ServerToClient,
  data: WireEvent | ServerSignal,
): void {
  const [first, ...others] = rooms.map((room) => nsp.adapter.rooms.get(room)).filter((ids) => ids !== undefined);
  if (!first) return;
  const text = eventText(nsp.name, name, data);
  for (const id of others.length > 0 ? new Set([first, ...others].flatMap((ids) => [...ids])) : first) {
    nsp.sockets.get(id)?.conn.write(text);
  }
}
