import type { By } from "./events.ts";
import type { PresenceStatus } from "./schema/commands.ts";
import type { InboxRow } from "./view/inbox.ts";

export type AgentPresence = { id: string; name: string; status: PresenceStatus };

/** Signals from the server: worth showing now, never stored. */
export type ServerSignals = {
  /** Someone types; forgotten after `limits.typingExpiresMs`. `text` is the bot's reply as far as it is written. */
  typing: { by: By; on: boolean; text?: string };
  /** Place in the queue: how many wait ahead, and about how many minutes that takes (absent when unknown). */
  "queue.place": { ahead: number; waitMinutes?: number };
  /** Agents who look at this conversation now (agents only). */
  viewers: { agents: { id: string; name: string }[] };
  /** Agents of the shop and whether they are there (agents only; `conversationId` is absent). */
  presence: { agents: AgentPresence[] };
  /** A row of the inbox as it is now (agents only). */
  "inbox.changed": { row: InboxRow };
  /** The server may have failed to tell something: look for what was missed, as after a reconnect (`conversationId` is absent). */
  resync: Record<string, never>;
};

export type ServerSignalType = keyof ServerSignals;

export type ServerSignal<T extends ServerSignalType = ServerSignalType> = T extends ServerSignalType
  ? { conversationId?: string; type: T; data: ServerSignals[T] }
  : never;

export type ClientSignal = { conversationId: string; type: "typing"; data: { on: boolean } };
