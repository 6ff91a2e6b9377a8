import type { HandoffReason, Language } from "@yiwen/shared";
import { handoffWords } from "../dialogue/words.ts";
import { type Ask, bot, type Draft, type EffectDraft, system } from "./decision.ts";

const minute = 60_000;

/** Puts the conversation into the queue: says so, says why to the agents, and sets the timer that ends the wait. */
export function requestHandoff(
  ask: Ask,
  reasons: HandoffReason[],
  language: Language,
): { drafts: Draft[]; effects: EffectDraft[] } {
  const staffing = ask.facts.staffing();
  const { shop } = ask.facts;
  const isStaffed = staffing.open && staffing.online > 0;
  const content = handoffWords(language, {
    staffed: isStaffed,
    timeZone: shop.settings.hours.timeZone,
    ...(staffing.opensAt !== undefined && { opensAt: staffing.opensAt }),
  });
  return {
    drafts: [
      { type: "handoff.requested", data: { staffed: isStaffed }, by: system },
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
