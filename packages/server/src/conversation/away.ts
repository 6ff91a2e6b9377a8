import { type Ask, accept, type Decide, type Draft, type EffectDraft, nothing, system } from "./decision.ts";

/** A shopper who only changed pages or lost the network for a moment is not away, in milliseconds. */
const firstLookMs = 5000;
/** By then the server knows that a socket is dead whose other end went without a word, in milliseconds. */
const secondLookMs = 40_000;

/** What is looked at: the first time, or again because the words were still unread. */
export type NotifyInput = { look: 1 | 2 };

/**
 * The look at whether a mini-program's shopper is there to read an agent's words, and if not the message that calls
 * them back. One for each absence, however much the agent writes; one that failed is tried again with the next words.
 */
export function callBack({ id, state }: Ask): EffectDraft[] {
  const { absence } = state.views.agents;
  const isTold = absence !== undefined && absence.reason !== "failed";
  const isUnderWay = Object.values(state.pending).includes("callBack");
  if (state.channel !== "weapp" || isTold || isUnderWay) return [];
  return [look(`${state.id}.${id}.n`, 1)];
}

/** What came of it: agents see it, and a shopper who seems to be there and reads nothing is looked at once more. */
export const calledBack: Decide<"system:effect.report"> = ({ input: { effectId, input, result }, state }) => {
  if (state.views.agents.floor === "closed") return nothing();
  if (!result.ok) return accept([unreachable("failed")]);
  const outcome = "notified" in result ? result.notified : "present";
  if (outcome === "sent") return accept([{ type: "shopper.notified", data: {}, by: system }]);
  if (outcome !== "present") return accept([unreachable(outcome)]);
  const isUnread = state.views.everyone.unread.shopper > 0;
  const isFirst = (input as NotifyInput).look === 1;
  return isFirst && isUnread ? accept([], [look(`${effectId}2`, 2)]) : nothing();
};

/** An absent shopper who opens the conversation again is back. */
export function returned({ state, by }: Ask): Draft[] {
  return state.views.agents.absence ? [{ type: "shopper.returned", data: {}, by }] : [];
}

function look(id: string, which: 1 | 2): EffectDraft {
  const input: NotifyInput = { look: which };
  return {
    id,
    kind: "notifyShopper",
    purpose: "callBack",
    input,
    inMs: which === 1 ? firstLookMs : secondLookMs - firstLookMs,
  };
}

function unreachable(reason: Draft<"shopper.unreachable">["data"]["reason"]): Draft {
  return { type: "shopper.unreachable", data: { reason }, by: system };
}
