import type { Ask, EffectDraft } from "./decision.ts";

const minute = 60_000;

/** The timer that takes the conversation from an agent who leaves the shopper unanswered; it runs already where there is one. */
export function timeSilence(ask: Ask): EffectDraft[] {
  return isTimed(ask) ? [] : [timer(ask)];
}

/** The timer of an agent who comes to a shopper who waits for an answer: it starts anew with them. */
export function timeNewcomer(ask: Ask): EffectDraft[] {
  const { floor, last } = ask.state.views.everyone;
  // What the bot said since a human was asked for is no answer.
  return floor === "queued" || last?.by.kind === "shopper" || isTimed(ask) ? [timer(ask)] : [];
}

function isTimed({ state }: Ask): boolean {
  return Object.values(state.pending).includes("agentSilent");
}

function timer({ id, state, facts }: Ask): EffectDraft {
  const inMs = Math.round(facts.shop.settings.handoff.agentSilentMinutes * minute);
  return {
    id: `${state.id}.${id}.s`,
    kind: "wait",
    purpose: "agentSilent",
    input: { for: "agentSilent" },
    inMs,
  };
}
