import { effect } from "@preact/signals";
import { belongs, type InboxRow, limits } from "@yiwen/shared";
import type { Desk } from "./desk.ts";

/** Knows which conversations are this agent's, whatever the list shows. */
export type OwnConversations = {
  /** Takes a changed row; answers whether it became this agent's just now. */
  take(row: InboxRow): boolean;
  stop(): void;
};

/** Learns at the first connection which conversations are the agent's; until then none counts as new. */
export function watchOwn(desk: Desk): OwnConversations {
  const own = new Set<string>();
  let isKnown = false;
  let isAsked = false;
  const learn = async () => {
    isAsked = true;
    const result = await desk.client.command("inbox.open", { filter: "mine", limit: limits.inboxPageSize });
    isAsked = result.ok;
    if (!result.ok) return;
    for (const row of result.data.rows) own.add(row.conversation.id);
    isKnown = true;
  };
  const stop = effect(() => {
    if (desk.state.value.connection === "online" && !isAsked) void learn();
  });
  return {
    stop,
    take(row) {
      const { id } = row.conversation;
      const isNew = isKnown && !own.has(id);
      if (!belongs(row, "mine", desk.me.id)) {
        own.delete(id);
        return false;
      }
      own.add(id);
      return isNew;
    },
  };
}
