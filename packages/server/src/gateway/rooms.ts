import type { Channel, ClientToServer, ServerSignal, ServerToClient, WireEvent } from "@yiwen/shared";
import type { Namespace, Socket } from "socket.io";
import type { Actor } from "../pipeline/command.ts";
import type { Listeners, ShopperAddress, Viewer } from "../ports/listeners.ts";
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
/** The room of the sockets that one session of an agent let in. */
export const sessionRoom = (session: string) => `t/${session}`;

/** Reaches the sockets of the other nodes. */
export type Spread = {
  frame(name: keyof ServerToClient, namespace: string, rooms: string[], text: string): void;
  /** Ends the sockets in these rooms, whose names say whether they are shoppers' or agents'. */
  end(rooms: string[]): void;
  /** Whether any other node has a shopper's socket in this room. */
  has(room: string): Promise<boolean>;
  hasAgents(shop: string): boolean;
  viewers(shop: string, conversation: string): Viewer[];
};

/** The listeners on socket.io: the only place that emits to more than one socket. Without `spread` those of this node. */
export function createRooms(shoppers: ShopperNamespace, agents: AgentNamespace, spread?: Spread): Listeners {
  function tell(
    nsp: ShopperNamespace | AgentNamespace,
    rooms: string[],
    name: keyof ServerToClient,
    data: WireEvent | ServerSignal,
  ): void {
    if (!spread && !rooms.some((room) => nsp.adapter.rooms.has(room))) return;
    const text = eventText(nsp.name, name, data);
    write(nsp, rooms, text);
    spread?.frame(name, nsp.name, rooms, text);
  }

  return {
    eventToShopper(conversation, event) {
      tell(shoppers, [shopperRoom(conversation)], "event", event);
    },
    endShopper(shop, id) {
      const rooms = channels.map((channel) => shopperRoom({ shop, shopper: { id, verified: false }, channel }));
      shoppers.in(rooms).disconnectSockets(true);
      spread?.end(rooms);
    },
    endAgentSession(session) {
      const room = sessionRoom(session);
      agents.in(room).disconnectSockets(true);
      spread?.end([room]);
    },
    endAgent(shop, agent) {
      agents.in(agentRoom(shop, agent)).disconnectSockets(true);
    },
    async hasShopper(conversation) {
      const room = shopperRoom(conversation);
      return shoppers.adapter.rooms.has(room) || (spread?.has(room) ?? false);
    },
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
    hasAgents: (shop) => agents.adapter.rooms.has(shopRoom(shop)) || (spread?.hasAgents(shop) ?? false),
    viewers(shop, conversation) {
      const ids = agents.adapter.rooms.get(conversationRoom(shop, conversation)) ?? [];
      const viewers = new Map((spread?.viewers(shop, conversation) ?? []).map((viewer) => [viewer.id, viewer]));
      for (const socket of ids) {
        const actor = agents.sockets.get(socket)?.data.actor;
        if (actor) viewers.set(actor.id, { id: actor.id, name: actor.name });
      }
      return [...viewers.values()];
    },
  };
}

/** Writes a packet to everyone in these rooms, each once. */
export function write(nsp: ShopperNamespace | AgentNamespace, rooms: string[], text: string): void {
  const [first, ...others] = rooms.map((room) => nsp.adapter.rooms.get(room)).filter((ids) => ids !== undefined);
  if (!first) return;
  for (const id of others.length > 0 ? new Set([first, ...others].flatMap((ids) => [...ids])) : first) {
    nsp.sockets.get(id)?.conn.write(text);
  }
}
