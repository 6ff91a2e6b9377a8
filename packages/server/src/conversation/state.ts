import type { Channel, Language, ShopperRef, Summary } from "@yiwen/shared";
import { emptySummary } from "@yiwen/shared";
import type { DialogueState } from "../dialogue/state.ts";

/** What a pending effect is for; a report of one that is no longer pending does nothing. */
export type Purpose =
  | "lookUp"
  | "queueTimeout"
  | "agentSilent"
  | "callBack"
  | "picture"
  | "draft"
  | "recall"
  | "summary";

/** All that is known of a conversation at `seq`: the fold of its events, and the work that is under way. */
export type Conversation = {
  id: string;
  shop: string;
  shopper: ShopperRef;
  channel: Channel;
  createdAt: number;
  seq: number;
  shopperSeq: number;
  /** What each audience sees; the shopper's own numbers in the first. */
  views: { everyone: Summary; agents: Summary };
  /** The language of the shopper's last message. */
  language?: Language;
  dialogue?: DialogueState;
  /** The last messages' numbers, `[seq, shopperSeq]`: how a reader's number is understood by the other audience. */
  marks: [number, number][];
  pending: Record<string, Purpose>;
};

/** A conversation before its first event. */
export function emptyConversation(
  start: Pick<Conversation, "id" | "shop" | "shopper" | "channel" | "createdAt">,
): Conversation {
  const summary = {
    ...emptySummary(start.id),
    channel: start.channel,
    openedAt: start.createdAt,
    lastAt: start.createdAt,
  };
  return { ...start, seq: 0, shopperSeq: 0, views: { everyone: summary, agents: summary }, marks: [], pending: {} };
}
