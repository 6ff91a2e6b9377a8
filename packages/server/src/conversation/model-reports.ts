import type { DraftResult, ModelWork } from "../dialogue/turn.ts";
import { understand } from "../dialogue/understand.ts";
import { type Ask, accept, bot, type Decide, type Draft, type EffectDraft, nothing, system } from "./decision.ts";
import { botTurn, dialogueOf } from "./turns.ts";

/** A conversation so short needs no summary. */
const summarisedFrom = 2;

/** What the model wrote comes back while the bot has the floor: a question made whole, or a reply. */
export const modelReported: Decide<"system:effect.report"> = (ask) => {
  const work = ask.input.input as ModelWork;
  const result = ask.input.result as DraftResult;
  const told = toldOf(ask);
  if (work.task !== "rewrite" || !result.ok || result.asked.outcome !== "used") {
    return botTurn(ask, { type: "drafted", work, result }, told);
  }
  const { text } = result;
  const { locale } = ask.state.views.agents;
  const understood = understand(text, { dialogue: dialogueOf(ask), facts: ask.facts, locale });
  const rewritten: Draft = { type: "message.rewritten", data: { messageId: work.messageId ?? "", text }, by: bot };
  return botTurn(ask, { type: "reread", text, understood, work }, [...told, rewritten]);
};

/** The summary for whoever takes the conversation, whoever has it now. */
export const summarised: Decide<"system:effect.report"> = (ask) => {
  const result = ask.input.result as DraftResult;
  if (ask.state.views.agents.floor === "closed") return nothing();
  const isUsed = result.ok && result.asked.outcome === "used";
  const summary: Draft[] = isUsed ? [{ type: "handoff.summarised", data: { text: result.text }, by: bot }] : [];
  return accept([...toldOf(ask), ...summary]);
};

/** A conversation that goes to a human is summed up for them, where there is something to sum up. */
export function summaryOf({ id, state, facts }: Ask, drafts: Draft[]): EffectDraft[] {
  const { model, shop } = facts;
  const { floor, asked } = state.views.agents;
  const isHandedOver = drafts.some(({ type }) => type === "handoff.requested" || type === "agent.joined");
  const said = asked + drafts.filter(({ type, by }) => type === "message.sent" && by.kind === "shopper").length;
  const { use, summarise } = shop.settings.model;
  if (!isHandedOver || floor !== "bot" || said < summarisedFrom) return [];
  if (model?.state !== "ready" || use === "off" || !summarise) return [];
  return [{ id: `${state.id}.${id}.u`, kind: "summarise", purpose: "summary", input: {}, inMs: 0 }];
}

/** What the model was asked and what came of it, for agents to see. */
function toldOf({ input: { effectId, kind, result } }: Ask<"system:effect.report">): Draft[] {
  if ("error" in result) return [{ type: "effect.failed", data: { effectId, kind, error: result.error }, by: system }];
  return "asked" in result ? [{ type: "model.asked", data: result.asked, by: bot }] : [];
}
