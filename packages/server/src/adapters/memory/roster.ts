import type { AgentPresence } from "@yiwen/shared";
import type { Roster } from "../../ports/roster.ts";

type Entry = AgentPresence & { sockets: Set<string> };

/** The roster of one node. */
export function createMemoryRoster(): Roster {
  const shops = new Map<string, Map<string, Entry>>();
  const agentsOf = (shop: string) => shops.get(shop) ?? new Map<string, Entry>();

  return {
    join(shop, { id, name }, socket) {
      const agents = agentsOf(shop);
      shops.set(shop, agents);
      const known = agents.get(id);
      if (known) {
        known.sockets.add(socket);
        return false;
      }
      agents.set(id, { id, name, status: "online", sockets: new Set([socket]) });
      return true;
    },
    leave(shop, agentId, socket) {
      const agents = agentsOf(shop);
      const known = agents.get(agentId);
      known?.sockets.delete(socket);
      if (!known || known.sockets.size > 0) return false;
      agents.delete(agentId);
      if (agents.size === 0) shops.delete(shop);
      return true;
    },
    setStatus(shop, agentId, status) {
      const known = agentsOf(shop).get(agentId);
      if (!known || known.status === status) return false;
      known.status = status;
      return true;
    },
    list: (shop) => [...agentsOf(shop).values()].map(({ id, name, status }) => ({ id, name, status })),
    online: (shop) => [...agentsOf(shop).values()].filter(({ status }) => status === "online").length,
  };
}
