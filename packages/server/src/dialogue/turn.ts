import type { Content, EventData, HandoffReason, Locale, ModelAsked, OrderCard, Source } from "@yiwen/shared";
import type { DialogueState } from "./state.ts";

/** What was understood of one message. */
export type Understood = Omit<EventData["message.understood"], "messageId">;

/** Something to find out outside the process; the answer comes back as one more input. */
export type LookUp = { kind: "orders"; orderId?: string };

export type LookUpResult = { ok: true; orders: OrderCard[] } | { ok: false; error: string };

/**
 * Work for the language model: to make a follow-up whole, or to write the reply. `local` is what the bot says without it,
 * and `outcome` what that comes to; `messageId` is the message asked about.
 */
export type ModelWork = {
  task: "rewrite" | "reply";
  messageId?: string;
  local: Turn[];
  outcome: Step["outcome"];
  isOpen?: true;
  skill: string;
  /** Passages that are likely to be about it, by their ids. */
  passages?: string[];
};

/** What to look for among the shop's passages by what it means, and what is done where nothing is found. */
export type RecallWork = { text: string; work: ModelWork };

/** `answer` is the passage that is near enough to be quoted, `likely` those to be told to the model. */
export type RecallResult = { ok: true; answer?: string; likely: string[] } | { ok: false; error: string };

export type DraftResult =
  | { ok: true; asked: ModelAsked; text: string; sources: Source[] }
  | { ok: false; error: string };

/** What can happen to the dialogue while the bot has the floor. */
export type DialogueInput =
  | { type: "opened"; locale: Locale; consult?: { productId?: string; orderId?: string } }
  | { type: "consulted"; productId?: string; orderId?: string }
  | { type: "said"; text: string; understood: Understood }
  /** The shopper sent a picture. */
  | { type: "shown" }
  | { type: "lookedUp"; lookUp: LookUp; result: LookUpResult }
  /** The model made a message whole. */
  | { type: "reread"; text: string; understood: Understood; work: ModelWork }
  | { type: "drafted"; work: ModelWork; result: DraftResult }
  /** The shop's passages were looked through by what they mean. */
  | { type: "recalled"; recall: RecallWork; result: RecallResult }
  /** A human gave the conversation back, or the shopper stopped waiting for one. */
  | { type: "returned"; why: "agent" | "cancelled" };

/** What the bot does with its turn. Nothing here is done by the dialogue itself. */
export type Turn =
  | { do: "say"; content: Content; sources?: Source[] }
  | { do: "grantCoupon"; couponId: string }
  | { do: "lookUp"; lookUp: LookUp }
  | { do: "askModel"; work: ModelWork }
  | { do: "recall"; recall: RecallWork }
  | { do: "handOver"; reasons: HandoffReason[] };

/** The dialogue's answer to one input. */
export type Step = {
  dialogue: DialogueState;
  /** The skill that took the turn. */
  skill: string;
  outcome: EventData["dialogue.stepped"]["outcome"];
  /** The answer is only that the shop's own facts don't state what was asked: whoever knows more may answer instead. */
  isOpen?: true;
  turns: Turn[];
};
