import type { StoredRow } from "../history.ts";

/** The events of each conversation, in the order of their numbers. */
export function byConversation(events: StoredRow[]): Map<string, StoredRow[]> {
  const found = Map.groupBy(events, (event) => event.conversation);
  for (const rows of found.values()) rows.sort((a, b) => a.seq - b.seq);
  return found;
}

/** The sender's id of a message or a note. */
export function messageIdOf({ type, data }: Pick<StoredRow, "type" | "data">): string | undefined {
  return type === "message.sent" || type === "message.noted" ? (data as { id: string }).id : undefined;
}
