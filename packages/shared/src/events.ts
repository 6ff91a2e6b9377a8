import type { PageRef, Resolution } from "./schema/commands.ts";
import type { Content } from "./schema/content.ts";

export type Locale = "zh-CN" | "en";
export type Language = "zh" | "en";
export type Channel = "web" | "weapp";

/** Who caused an event. Shoppers see an agent's `name` and `id`, nothing else of them. */
export type By = { kind: "shopper" | "agent" | "bot" | "system"; id?: string; name?: string };

/** A passage that an answer was read from. */
export type Source = { id: string; title: string; quote: string; url?: string };

/** One of the things a message can mean, with a calibrated probability between 0 and 1. */
export type Guess = { intent: string; confidence: number };

/** Something named in a message: a size, a colour, an order number. */
export type Entity = { kind: string; value: string; text: string };

/** How a message feels: -1 (furious) to 1 (delighted). */
export type Sentiment = { score: number; label: "negative" | "neutral" | "positive" };

/** What can speak for a handoff; its share is of all that does, 0 to 1. */
export type HandoffFactor = "sentiment" | "trend" | "repetition" | "botRepetition" | "turns" | "confidence" | "words";

/** Why a conversation went to a human, with the numbers that decided it. Only agents see these. */
export type HandoffReason =
  | { code: "asked_for_human" }
  | { code: "sentiment"; trend: number; threshold: number }
  | { code: "repeated_question"; times: number; text: string }
  | { code: "fallbacks"; count: number }
  | { code: "low_confidence"; count: number; threshold: number }
  | { code: "foreseen"; score: number; threshold: number; factors: { factor: HandoffFactor; share: number }[] }
  | { code: "risky_topic"; topic: string }
  | { code: "look_up_down"; what: string }
  | { code: "model_unavailable" }
  | { code: "unverified_answer"; claims: string[] }
  | { code: "agent_silent"; minutes: number }
  | { code: "internal_error" };

/**
 * Why an absent shopper could not be told of an agent's words: they allowed no (further) message, or took it back;
 * the shop's template or mini-program is not set up; WeChat did not take it.
 */
export type UnreachableReason = "none_granted" | "refused" | "not_configured" | "failed";

/** What the language model can be asked for in a conversation. */
export type ModelTask = "rewrite" | "reply" | "summary";

/**
 * `used`: it was said, or shown to agents. `declined`: the model could not answer from what it was given.
 * `unverified`: twice it stated what no source says. `unavailable`: it could not be reached in time, or its circuit is
 * open. `overBudget`: the shop's budget of the day is used up.
 */
export type ModelOutcome = "used" | "declined" | "unverified" | "unavailable" | "overBudget";

export type ModelAsked = {
  task: ModelTask;
  outcome: ModelOutcome;
  model: string;
  /** The tools it called, in order. */
  tools: string[];
  /** What it stated that no source says, as it wrote it. */
  claims: string[];
  inputTokens: number;
  outputTokens: number;
  ms: number;
};

/** Data of every event by its type. What is stored is exactly this, for ever. */
export type EventData = {
  "conversation.opened": { channel: Channel; locale: Locale; page?: PageRef };
  /** A product or order was put on the table; the card is read when it is shown. */
  "conversation.consulted": { productId?: string; orderId?: string; page?: PageRef };
  /** `id` is the sender's command id, so a pending bubble becomes the real one. */
  "message.sent": {
    id: string;
    content: Content;
    sources?: Source[];
    /** A picture that may not be shown yet: `message.cleared` or `message.withheld` follows. */
    checking?: true;
  };
  /** The picture of this message passed its check and may be shown. */
  "message.cleared": { messageId: string };
  /** The picture of this message may not be shown; nobody is given its bytes any more. */
  "message.withheld": { messageId: string };
  "message.noted": { id: string; text: string };
  /** Everything up to `seq` (numbered as the audience sees it) was read by that side. */
  "message.read": { reader: "shopper" | "agent"; seq: number };
  "message.understood": {
    messageId: string;
    language: Language;
    intent: string;
    confidence: number;
    alternatives: Guess[];
    entities: Entity[];
    /** The full question, where the shopper's was a follow-up. */
    rewritten?: string;
    sentiment: Sentiment;
    /** Weighted mean of the last turns' sentiment, -1 to 1. */
    trend: number;
  };
  /** The whole question, where only the language model could tell what a follow-up meant. */
  "message.rewritten": { messageId: string; text: string };
  /** An agent said what the message was; the shop's bot learns from it. */
  "message.corrected": { messageId: string; intent: string };
  /** The bot took a turn; `skill` answered, `outcome` says how it ended. */
  "dialogue.stepped": {
    skill: string;
    outcome: "answered" | "asked" | "lookingUp" | "drafting" | "fellBack" | "handedOver";
    /** The dialogue's next state: stored for the fold, never delivered. */
    dialogue?: unknown;
  };
  "coupon.granted": { couponId: string; code: string; label: string };
  /** The conversation waits for a human; `staffed` is false when nobody is there to answer now. */
  "handoff.requested": { staffed: boolean };
  "handoff.explained": { reasons: HandoffReason[] };
  /** What an agent should know of the conversation so far, in a few sentences, by the language model. */
  "handoff.summarised": { text: string };
  "handoff.cancelled": Record<string, never>;
  /** Nobody came in time; the conversation stays in the inbox, the shopper was told. */
  "handoff.timedOut": Record<string, never>;
  "agent.joined": { agentId: string; name: string };
  "agent.left": { agentId: string; name: string; why: "returned" | "transferred" | "silent" };
  "conversation.closed": { resolution: Resolution };
  "conversation.rated": { score: number; comment?: string };
  /** The shopper is away and was sent a message outside the chat. */
  "shopper.notified": Record<string, never>;
  /** The shopper is away and could not be told. */
  "shopper.unreachable": { reason: UnreachableReason };
  /** The shopper opened the conversation again after either. */
  "shopper.returned": Record<string, never>;
  /** The shopper turned out to be someone known already, whose conversation this is from now on. */
  "shopper.identified": { shopperId: string; name?: string; verified: boolean };
  /** The language model was asked, and what became of what it said. */
  "model.asked": ModelAsked;
  /** An effect was given up after its last attempt. */
  "effect.failed": { effectId: string; kind: string; error: string };
};

export type EventType = keyof EventData;
export type Audience = "everyone" | "agents";

/** Who may see an event. Shoppers' numbers skip the agents' events and have no holes. */
export const eventAudience = {
  "conversation.opened": "everyone",
  "conversation.consulted": "everyone",
  "message.sent": "everyone",
  "message.cleared": "everyone",
  "message.withheld": "everyone",
  "message.noted": "agents",
  "message.read": "everyone",
  "message.understood": "agents",
  "message.rewritten": "agents",
  "message.corrected": "agents",
  "dialogue.stepped": "agents",
  "coupon.granted": "everyone",
  "handoff.requested": "everyone",
  "handoff.explained": "agents",
  "handoff.summarised": "agents",
  "handoff.cancelled": "everyone",
  "handoff.timedOut": "everyone",
  "agent.joined": "everyone",
  "agent.left": "everyone",
  "conversation.closed": "everyone",
  "conversation.rated": "everyone",
  "shopper.notified": "agents",
  "shopper.unreachable": "agents",
  "shopper.returned": "agents",
  "shopper.identified": "agents",
  "model.asked": "agents",
  "effect.failed": "agents",
} as const satisfies Record<EventType, Audience>;

/** An event as its type allows it, without a number. */
export type EventBody<T extends EventType = EventType> = T extends EventType ? { type: T; data: EventData[T] } : never;

/** What a client receives. `seq` counts the events that this audience sees: 1, 2, 3, no holes. `at` is epoch milliseconds. */
export type WireEvent<T extends EventType = EventType> = EventBody<T> & {
  conversationId: string;
  seq: number;
  at: number;
  by: By;
};
