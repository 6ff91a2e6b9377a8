import type { Audience, Channel, Floor, InboxFilter, InboxRow } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import type { EffectKind, StoredEvent } from "../conversation/stored.ts";

/** Work to do outside. `dueAt` and `leaseUntil` in epoch milliseconds. */
export type EffectRow = {
  shop: string;
  conversation: string;
  id: string;
  kind: EffectKind;
  input: unknown;
  attempts: number;
  dueAt: number;
  leaseUntil: number;
};

/** The remembered answer of a command that appended nothing. Hashes are 128 bits in hex. */
export type Seen = { actor: string; command: string; bodyHash: string; answer: unknown };

/** One decision: kept whole or not at all. */
export type Append = {
  shop: string;
  conversation: string;
  /** The conversation the decision was made on, and what it becomes. */
  previous: Conversation;
  next: Conversation;
  events: StoredEvent[];
  effects: EffectRow[];
  /** Effects that this decision is the answer to, or made pointless. */
  settled: string[];
  /** The command that asked for it; `seq` is the number it is answered with. */
  command?: { actor: string; id: string; bodyHash: string; seq: number };
};

/** `conflict`: someone else appended first. `seen`: the command id was used before. */
export type AppendResult = "appended" | "conflict" | "seen";

/** The event that tells what came of a picture's check. */
export type PictureOutcome = "message.cleared" | "message.withheld";

export type ConversationKey = { shop: string; shopper: string; channel: Channel };

/** Conversations, their events and their work. Every call names a shop; nothing crosses shops. */
export type Store = {
  append(append: Append): Promise<AppendResult>;
  /** The conversation as of its last event. */
  load(shop: string, conversation: string): Promise<Conversation | undefined>;
  /** The shopper's latest conversation on this channel, open or closed. */
  latest(key: ConversationKey): Promise<{ id: string; floor: Floor } | undefined>;
  /**
   * The shopper's open conversation on this channel, made (with `fresh`) where there is none. Undefined when it was closed
   * at the same moment, or when the shopper turned out to be another, who has their conversations.
   */
  openConversation(key: ConversationKey, fresh: Conversation): Promise<string | undefined>;
  /** A page of events, oldest first; `limit + 1` rows are never needed: `more` says whether the page was cut. */
  page(question: {
    shop: string;
    conversation: string;
    audience: Audience;
    limit: number;
    since?: number;
    before?: number;
  }): Promise<{ events: StoredEvent[]; more: boolean }>;
  /** The words of a shopper's text message; undefined where the conversation has none of this id. */
  shopperText(shop: string, conversation: string, messageId: string): Promise<string | undefined>;
  /** What was said last of a message's picture; undefined where nothing was. */
  pictureOutcome(shop: string, conversation: string, messageId: string): Promise<PictureOutcome | undefined>;
  seen(shop: string, actor: string, command: string): Promise<{ bodyHash: string; answer: unknown } | undefined>;
  /** Remembers an answer that appended nothing; the first one stays. */
  remember(shop: string, seen: Seen): Promise<void>;
  inbox(question: { shop: string; filter: InboxFilter; agent: string; limit: number; cursor?: string }): Promise<{
    rows: InboxRow[];
    cursor?: string;
  }>;
  counts(shop: string, agent: string): Promise<{ queue: number; mine: number }>;
  /** How many conversations the shopper has had. */
  conversationsOf(shop: string, shopper: string): Promise<number>;
  /** The ids of the coupons that the shopper was granted, in whatever conversation. */
  couponsOf(shop: string, shopper: string): Promise<string[]>;
  /** Takes work that is due and that nobody runs, leasing it until `leaseUntil`. */
  claimEffects(now: number, leaseUntil: number, limit: number): Promise<EffectRow[]>;
  /**
   * What a clock that was ahead put off is due no later than it would be if it were stored now, and leased no longer
   * than `leaseMs` from now; work that waits for its time says in `input.inMs` how long.
   */
  bringForward(now: number, leaseMs: number): Promise<void>;
  /** Work that was answered, or is tried again at `dueAt`, or is given up. */
  finishEffect(
    effect: Pick<EffectRow, "shop" | "id">,
    end: { status: "done" } | { status: "pending"; dueAt: number; error: string } | { status: "dead"; error: string },
  ): Promise<void>;
  /** Writes what is only a saving of time and was put off; nothing is lost without it. */
  flush(): Promise<void>;
  /** Resolves when the store answers; throws when it does not. */
  ping(): Promise<void>;
};
