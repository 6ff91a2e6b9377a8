import type { InboxFilter } from "../schema/commands.ts";
import type { Summary } from "./summary.ts";

/** Who asks, as agents see it. */
export type ShopperRef = { id: string; name?: string; verified: boolean };

/** One line of the inbox: the conversation as agents see it, and who asks. */
export type InboxRow = { shopper: ShopperRef; conversation: Summary };

/** Whether a row belongs under a filter, for this agent. */
export function belongs(row: InboxRow, filter: InboxFilter, agentId: string): boolean {
  const { floor, agent } = row.conversation;
  switch (filter) {
    case "queue":
      return floor === "queued";
    case "mine":
      return floor === "human" && agent?.id === agentId;
    case "all":
      return floor !== "closed";
    case "closed":
      return floor === "closed";
  }
}

/** The order of a list: the longest wait first in the queue, the latest word first elsewhere. */
export function compareRows(filter: InboxFilter): (a: InboxRow, b: InboxRow) => number {
  if (filter === "queue") {
    return (a, b) => (a.conversation.queue?.since ?? 0) - (b.conversation.queue?.since ?? 0) || byId(a, b);
  }
  return (a, b) => b.conversation.lastAt - a.conversation.lastAt || byId(a, b);
}

function byId(a: InboxRow, b: InboxRow): number {
  return a.conversation.id < b.conversation.id ? -1 : 1;
}

/** Puts a changed row where it belongs; an older state of a row that is known changes nothing. */
export function reduceInbox(rows: InboxRow[], row: InboxRow, filter: InboxFilter, agentId: string): InboxRow[] {
  const known = rows.find((r) => r.conversation.id === row.conversation.id);
  if (known && known.conversation.seq > row.conversation.seq) return rows;
  const others = rows.filter((r) => r !== known);
  if (belongs(row, filter, agentId)) return [...others, row].sort(compareRows(filter));
  return known ? others : rows;
}
