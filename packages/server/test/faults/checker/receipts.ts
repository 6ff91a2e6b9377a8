import type { History, StoredRow, Violation } from "../history.ts";
import { byConversation } from "./by-conversation.ts";

type Mark = { reader: string; seq: number; shopperSeq: number };

/** Receipts only move forward: in the database, and on every screen. */
export function checkReceipts({ entries, stored }: History): Violation[] {
  const violations: Violation[] = [];
  const wrong = (what: string) => violations.push({ promise: "receipts", what });
  for (const [id, events] of byConversation(stored.events)) {
    const reached = new Map<string, number>();
    for (const { reader, seq } of events.flatMap(markOf)) {
      if (seq <= (reached.get(reader) ?? 0)) wrong(`${id}: ${reader} read ${seq} after ${reached.get(reader)}`);
      reached.set(reader, seq);
    }
  }
  const shown = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== "read") continue;
    const key = `${entry.person} ${entry.window} ${entry.conversation} ${entry.reader}`;
    if (entry.seq < (shown.get(key) ?? 0)) wrong(`${key} went back from ${shown.get(key)} to ${entry.seq}`);
    shown.set(key, entry.seq);
  }
  return violations;
}

function markOf({ type, data }: StoredRow): Mark[] {
  return type === "message.read" ? [data as Mark] : [];
}
