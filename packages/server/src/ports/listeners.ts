import type { ServerSignal, WireEvent } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";

/** Where a shopper is reached: all their sockets on one channel. */
export type ShopperAddress = Pick<Conversation, "shop" | "shopper" | "channel">;

/** An agent who looks at a conversation. */
export type Viewer = { id: string; name: string };

/** Those who are connected now, on any node. Telling never fails and never waits; who is not there asks later for what they missed. */
export type Listeners = {
  eventToShopper(address: ShopperAddress, event: WireEvent): void;
  /** Ends all sockets of a shopper who turned out to be another; their clients sign in again. */
  endShopper(shop: string, shopper: string): void;
  /** Ends all sockets that an agent's session let in; the agent's other sessions go on. */
  endAgentSession(session: string): void;
  /** Ends an agent's sockets on this node; every node hears by itself whose sign-ins ended. */
  endAgent(shop: string, agent: string): void;
  /** Whether any of the shopper's sockets on this channel is connected. */
  hasShopper(address: ShopperAddress): Promise<boolean>;
  /** To the agents who follow the event's conversation. */
  eventToFollowers(shop: string, event: WireEvent): void;
  signalShopper(address: ShopperAddress, signal: ServerSignal): void;
  signalFollowers(shop: string, conversation: string, signal: ServerSignal): void;
  signalAgents(shop: string, signal: ServerSignal): void;
  /** To one agent, and to those whose list shows more than the queue and what is their own. */
  signalInterested(shop: string, agent: string | undefined, signal: ServerSignal): void;
  hasAgents(shop: string): boolean;
  /** Agents who look at a conversation now. */
  viewers(shop: string, conversation: string): Viewer[];
};
