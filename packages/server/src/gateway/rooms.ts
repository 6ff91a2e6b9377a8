import type { Channel, ClientToServer, ServerToClient } from "@yiwen/shared";
import type { Namespace, Socket } from "socket.io";
import type { Actor } from "../pipeline/command.ts";
import type { Listeners, ShopperAddress } from "../ports/listeners.ts";

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
      shoppers.to(shopperRoom(conversation)).emit("event", event);
    },
    endShopper(shop, id) {
      const rooms = channels.map((channel) => shopperRoom({ shop, shopper: { id, verified: false }, channel }));
      shoppers.in(rooms).disconnectSockets(true);
    },
    hasShopper: (conversation) => shoppers.adapter.rooms.has(shopperRoom(conversation)),
    eventToFollowers(shop, event) {
      agents.to(conversationRoom(shop, event.conversationId)).emit("event", event);
    },
    signalShopper(conversation, signal) {
      shoppers.to(shopperRoom(conversation)).emit("signal", signal);
    },
    signalFollowers(shop, conversation, signal) {
      agents.to(conversationRoom(shop, conversation)).emit("signal", signal);
    },
    signalAgents(shop, signal) {
      agents.to(shopRoom(shop)).emit("signal", signal);
    },
    signalInterested(shop, agent, signal) {
      const rooms = agent === undefined ? [watchRoom(shop)] : [watchRoom(shop), agentRoom(shop, agent)];
      agents.to(rooms).emit("signal", signal);
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
