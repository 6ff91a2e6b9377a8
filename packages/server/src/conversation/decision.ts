import type {
  AgentInput,
  By,
  ConsultInput,
  ErrorCode,
  EventBody,
  EventType,
  Floor,
  Locale,
  PageRef,
  ShopperInput,
  UnreachableReason,
} from "@yiwen/shared";
import type { Facts } from "../dialogue/facts.ts";
import type { DraftResult, LookUpResult, RecallResult } from "../dialogue/turn.ts";
import type { Conversation, Purpose } from "./state.ts";
import type { EffectKind } from "./stored.ts";

/** What work came to: nothing to tell, an answer, how an absent shopper was told, what is in a picture; or why not. */
export type EffectResult =
  | { ok: true }
  | LookUpResult
  | DraftResult
  | RecallResult
  | { ok: true; notified: "sent" | "present" | UnreachableReason }
  | { ok: true; verdict: "pass" | "risky" };

/** What an effect reports back. */
export type Report = { effectId: string; kind: EffectKind; input: unknown; result: EffectResult };

/** Everything that can be asked of a conversation, by who asks: the rows of the floor's table. */
export type Asks = {
  "shopper:conversation.open": { locale: Locale; consult?: ConsultInput; page?: PageRef; granted: string[] };
  "shopper:message.send": ShopperInput<"message.send">;
  "shopper:message.read": ShopperInput<"message.read">;
  "shopper:handoff.request": ShopperInput<"handoff.request">;
  "shopper:handoff.cancel": ShopperInput<"handoff.cancel">;
  "shopper:rating.give": ShopperInput<"rating.give">;
  "agent:conversation.takeOver": AgentInput<"conversation.takeOver">;
  "agent:conversation.returnToBot": AgentInput<"conversation.returnToBot">;
  "agent:conversation.transfer": { to: { id: string; name: string } };
  "agent:conversation.close": AgentInput<"conversation.close">;
  "agent:message.send": AgentInput<"message.send">;
  "agent:message.note": AgentInput<"message.note">;
  "agent:message.read": AgentInput<"message.read">;
  "agent:message.correct": AgentInput<"message.correct">;
  "system:effect.report": Report;
  "system:picture.checked": { messageId: string; verdict: "pass" | "risky" };
};

export type AskType = keyof Asks;

/** One thing asked of a conversation, with everything that deciding may know. */
export type Ask<T extends AskType = AskType> = {
  /** The command's id: message ids and effect ids grow from it, so deciding twice decides the same. */
  id: string;
  by: By;
  input: Asks[T];
  state: Conversation;
  facts: Facts;
};

/** An event to be stored; numbers and time are given when it is. */
export type Draft<T extends EventType = EventType> = EventBody<T> & { by: By };

/** Work to be stored beside the events. `inMs` is how long from now. */
export type EffectDraft = { id: string; kind: EffectKind; purpose: Purpose; input: unknown; inMs: number };

export type Decision = { ok: true; drafts: Draft[]; effects: EffectDraft[] } | { ok: false; code: ErrorCode };

export type Decide<T extends AskType> = (ask: Ask<T>) => Decision;

/** What every ask means in one mode. A row left out does not compile. */
export type Mode = { [T in AskType]: Decide<T> };

export type FloorTable = Record<Floor, Mode>;

/** It happens: these events, and this work. */
export function accept(drafts: Draft[], effects: EffectDraft[] = []): Decision {
  return { ok: true, drafts, effects };
}

/** It does not happen, and nothing changes. */
export function reject(code: ErrorCode): Decision {
  return { ok: false, code };
}

/** A row that is refused whatever the input. */
export function refused(code: ErrorCode): () => Decision {
  return () => reject(code);
}

/** A row where nothing is left to do. */
export const nothing = (): Decision => accept([]);

export const bot: By = { kind: "bot" };
export const system: By = { kind: "system" };
