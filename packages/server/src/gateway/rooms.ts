import type { ClientToServer, ServerSignal, ServerToClient, WireEvent } from "@yiwen/shared";
import type { Namespace, Socket } from "socket.io";
import type { Conversation } from "../conversation/state.ts";
import type { Actor } from "../pipeline/command.ts";

export type SocketData<K extends Actor["kind"] = Actor["kind"]> = { actor: Extract<Actor, { kind: K }> };
export type ShopperNamespace = Namespace<ClientToServer, ServerToClient, object, SocketData<"shopper">>;
export type AgentNamespace = Namespace<ClientToServer, ServerToClient, object, SocketData<"agent">>;

export type ShopperSocket = Socket<ClientToServer, ServerToClient, object, SocketData<"shopper">>;
export type AgentSocket = Socket<ClientToServer, ServerToClient, object, SocketData<"agent">>;

/** The room of all sockets of one shopper on one channel: whatever tab opened a conversation, all are told. */
export const shopperRoom = ({ shop, shopper, channel }: Pick<Conversation, "shop" | "shopper" | "channel">) =>
  `p/${shop}/${shopper.id}/${channel}`;
/** The room of the agents who follow one conversation. */
export const conversationRoom = (shop: string, conversation: string) => `c/${shop}/${conversation}`;
/** The room of all agents of a shop. */
export const shopRoom = (shop: string) => `s/${shop}`;
/** The room of the agents whose list shows more than the queue and what is their own. */
export const watchRoom = (shop: string) => `w/${shop}`;
/** The room of one agent's sockets. */
export const agentRoom = (shop: string, agent: string) => `a/${shop}/${agent}`;

/** Tells rooms. The only place that emits to more than one socket. */
export type Rooms = {
  eventToShopper(conversation: Conversation, event: WireEvent): void;
  eventToAgents(shop: string, event: WireEvent): void;
  signalShopper(conversation: Pick<Conversation, "shop" | "shopper" | "channel">, signal: ServerSignal): void;
  signalFollowers(shop: string, conversation: string, signal: ServerSignal): void;
  signalAgents(rooms: string[], signal: ServerSignal): void;
  hasAgents(shop: string): boolean;
  /** Agents who look at a conversation now. */
  viewers(shop: string, conversation: string): { id: string; name: string }[];
};

export function createRooms(shoppers: ShopperNamespace, agents: AgentNamespace): Rooms {
  return {
    eventToShopper(conversation, event) {
      shoppers.to(shopperRoom(conversation)).emit("event", event);
    },
    eventToAgents(shop, event) {
      agents.to(conversationRoom(shop, event.conversationId)).emit("event", event);
    },
    signalShopper(conversation, signal) {
      shoppers.to(shopperRoom(conversation)).emit("signal", signal);
    },
    signalFollowers(shop, conversation, signal) {
      agents.to(conversationRoom(shop, conversation)).emit("signal", signal);
    },
    signalAgents(rooms, signal) {
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
