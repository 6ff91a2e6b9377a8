import { belongs, type InboxRow } from "@yiwen/shared";

/** What a row tells anew: a shopper waits, a colleague handed one over, one's own shopper spoke. */
export type News = "queued" | "received" | "spoke";

/** What was told of the rows so far, whatever the list shows. */
export type RowMemory = {
  /** Takes a row as it is now; answers what it tells anew. An older state of it tells nothing. */
  take(row: InboxRow): News | undefined;
  /** The conversations that are this agent's. */
  own(): string[];
  /** A conversation is no longer this agent's, though no row has told so. */
  disown(id: string): void;
};

type Known = { seq: number; isOwn: boolean; waitSince: number | undefined; spokenSeq: number };

const unknown: Known = { seq: 0, isOwn: false, waitSince: undefined, spokenSeq: 0 };

/** Remembers, for one agent, since when each shopper waited, whose each conversation is, and the shopper's last word. */
export function createRowMemory(agentId: string): RowMemory {
  const known = new Map<string, Known>();
  return {
    take(row) {
      const { id, seq, queue, last } = row.conversation;
      const before = known.get(id) ?? unknown;
      if (before.seq > seq) return undefined;
      const isQueued = belongs(row, "queue", agentId);
      const now: Known = {
        seq,
        isOwn: belongs(row, "mine", agentId),
        waitSince: isQueued ? queue?.since : before.waitSince,
        spokenSeq: last?.by.kind === "shopper" ? last.seq : before.spokenSeq,
      };
      known.set(id, now);
      if (isQueued) return now.waitSince === before.waitSince ? undefined : "queued";
      if (!now.isOwn) return undefined;
      if (!before.isOwn) return "received";
      return now.spokenSeq > before.spokenSeq ? "spoke" : undefined;
    },
    own: () => [...known].filter(([, { isOwn }]) => isOwn).map(([id]) => id),
    disown(id) {
      known.set(id, { ...(known.get(id) ?? unknown), isOwn: false });
    },
  };
}
