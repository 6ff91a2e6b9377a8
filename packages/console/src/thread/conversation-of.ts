import type { AgentState, InboxRow, ShopperProfile, ThreadState } from "@yiwen/shared";

/** A conversation as the thread pane needs it: the row, and the messages once they are read. */
export type OpenConversation = { row: InboxRow; thread?: ThreadState & { shopper: ShopperProfile } };

/** Finds a conversation among the followed threads and the inbox rows; the fresher of the two summaries counts. */
export function conversationOf(state: AgentState, id: string | undefined): OpenConversation | undefined {
  if (!id) return undefined;
  const thread = state.threads[id];
  const row = state.inbox.rows.find((r) => r.conversation.id === id);
  if (!thread) return row && { row };
  const { summary } = thread.view;
  const conversation = row && row.conversation.seq > summary.seq ? row.conversation : summary;
  return { row: { shopper: thread.shopper, conversation }, thread };
}
