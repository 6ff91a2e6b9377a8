import type { Content, EventData, HandoffReason, Locale, OrderCard, Source } from "@yiwen/shared";
import type { DialogueState } from "./state.ts";

/** What was understood of one message. */
export type Understood = Omit<EventData["message.understood"], "messageId">;

/** Something to find out outside the process; the answer comes back as one more input. */
export type LookUp = { kind: "orders"; orderId?: string };

export type LookUpResult = { ok: true; orders: OrderCard[] } | { ok: false; error: string };

/** What can happen to the dialogue while the bot has the floor. */
export type DialogueInput =
  | { type: "opened"; locale: Locale; consult?: { productId?: string; orderId?: string } }
  | { type: "consulted"; productId?: string; orderId?: string }
  | { type: "said"; text: string; understood: Understood }
  /** The shopper sent a picture. */
  | { type: "shown" }
  | { type: "lookedUp"; lookUp: LookUp; result: LookUpResult }
  /** A human gave the conversation back, or the shopper stopped waiting for one. */
  | { type: "returned"; why: "agent" | "cancelled" };

/** What the bot does with its turn. Nothing here is done by the dialogue itself. */
export type Turn =
  | { do: "say"; content: Content; sources?: Source[] }
  | { do: "grantCoupon"; couponId: string }
  | { do: "lookUp"; lookUp: LookUp }
  | { do: "handOver"; reasons: HandoffReason[] };

/** The dialogue's answer to one input. */
export type Step = {
  dialogue: DialogueState;
  /** The skill that took the turn. */
  skill: string;
  outcome: EventData["dialogue.stepped"]["outcome"];
  turns: Turn[];
};
