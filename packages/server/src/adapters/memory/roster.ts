import type { AgentPresence } from "@yiwen/shared";
import type { Clock } from "../../ports/clock.ts";
import type { Nodes } from "../../ports/nodes.ts";
import { type Roster, rosterKey } from "../../ports/roster.ts";

/** `at`: when they came or said how they are, in epoch milliseconds; the latest word counts. */
type Entry = AgentPresence & { at: number };
type Own = Entry & { sockets: Set<string> };

/** The agents of this node, and with `nodes` those of the others. */
export function createRoster({ now }: Pick<Clock, "now">, nodes?: Pick<Nodes, "post" | "posted">): Roster {
  const shops = new Map<string, Map<string, Own>>();
  const ownOf = (shop: string) => shops.get(shop) ?? new Map<string, Own>();

  const elsewhere = (shop: string) => (nodes?.posted(rosterKey(shop)) ?? []).flat() as Entry[];

  function all(shop: string): Entry[] {
    const latest = new Map<string, Entry>(ownOf(shop));
    for (const entry of elsewhere(shop)) {
      if (entry.at > (latest.get(entry.id)?.at ?? Number.NEGATIVE_INFINITY)) latest.set(entry.id, entry);
    }
    return [...latest.values()];
  }

  function post(shop: string): void {
    const entries = [...ownOf(shop).values()].map(({ id, name, status, at }) => ({ id, name, status, at }));
    nodes?.post(rosterKey(shop), entries.length > 0 ? entries : undefined);
  }

  return {
    join(shop, { id, name }, socket) {
      const agents = ownOf(shop);
      shops.set(shop, agents);
      const known = agents.get(id);
      if (known) {
        known.sockets.add(socket);
        return false;
      }
      const other = all(shop).find((entry) => entry.id === id);
      const { status, at } = other ?? { status: "online", at: now() };
      agents.set(id, { id, name, status, at, sockets: new Set([socket]) });
      post(shop);
      return other === undefined;
    },
    leave(shop, agentId, socket) {
      const agents = ownOf(shop);
      const known = agents.get(agentId);
      known?.sockets.delete(socket);
      if (!known || known.sockets.size > 0) return false;
      agents.delete(agentId);
      if (agents.size === 0) shops.delete(shop);
      post(shop);
      return !elsewhere(shop).some(({ id }) => id === agentId);
    },
    setStatus(shop, agentId, status) {
      const known = ownOf(shop).get(agentId);
      if (!known || known.status === status) return false;
      known.status = status;
      // After whatever another node's clock said.
      known.at = Math.max(now(), ...elsewhere(shop).map(({ id, at }) => (id === agentId ? at + 1 : 0)));
      post(shop);
      return true;
    },
    heard(shop) {
      let isOther = false;
      for (const { id, status, at } of elsewhere(shop)) {
        const own = ownOf(shop).get(id);
        if (!own || own.at >= at) continue;
        isOther ||= own.status !== status;
        Object.assign(own, { status, at });
      }
      if (isOther) post(shop);
    },
    list: (shop) => all(shop).map(({ id, name, status }) => ({ id, name, status })),
    online: (shop) => all(shop).filter(({ status }) => status === "online").length,
  };
}
