import type { HandoffReason, Language } from "@yiwen/shared";
import { handoffWords, type Presence } from "../dialogue/words.ts";
import { type Ask, bot, type Draft, type EffectDraft, system } from "./decision.ts";

const minute = 60_000;

/** Puts the conversation into the queue: says so, says why to the agents, and sets the timer that ends the wait. */
export function requestHandoff(
  ask: Ask,
  reasons: HandoffReason[],
  language: Language,
): { drafts: Draft[]; effects: EffectDraft[] } {
  const { shop } = ask.facts;
  const presence = presenceFor(ask);
  const isUpset = reasons.some(({ code }) => code === "sentiment");
  const content = handoffWords(language, { ...presence, isUpset });
  return {
    drafts: [
      { type: "handoff.requested", data: { staffed: presence.staffed }, by: system },
      { type: "handoff.explained", data: { reasons }, by: system },
      { type: "message.sent", data: { id: `${ask.id}.h`, content }, by: bot },
    ],
    effects: [
      {
        id: `${ask.state.id}.${ask.id}.q`,
        kind: "wait",
        purpose: "queueTimeout",
        input: { for: "queueTimeout" },
        inMs: Math.round(shop.settings.handoff.timeoutMinutes * minute),
      },
    ],
  };
}

/** Whether somebody is there to answer, and from when on, as shoppers are told of it. */
export function presenceFor({ facts }: Pick<Ask, "facts">): Presence {
  const { open, online, opensAt } = facts.staffing();
  const { timeZone } = facts.shop.settings.hours;
  return { staffed: open && online > 0, timeZone, ...(opensAt !== undefined && { opensAt }) };
}
