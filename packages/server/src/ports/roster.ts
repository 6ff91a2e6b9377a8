import type { AgentPresence, PresenceStatus } from "@yiwen/shared";

/** Which agents are there, on any node. An agent is there as long as one of their sockets is. */
export type Roster = {
  /** A socket came; answers whether this changed what others see. */
  join(shop: string, agent: { id: string; name: string }, socket: string): boolean;
  /** A socket went; answers whether this changed what others see. */
  leave(shop: string, agentId: string, socket: string): boolean;
  /** Another node's agents of this shop changed: what was said there of one who is here as well counts here too. */
  heard(shop: string): void;
  setStatus(shop: string, agentId: string, status: PresenceStatus): boolean;
  list(shop: string): AgentPresence[];
  /** How many would take a conversation now. */
  online(shop: string): number;
};

/** Where the nodes post who of a shop is connected to them. */
export const rosterKey = (shop: string) => `roster ${shop}`;
