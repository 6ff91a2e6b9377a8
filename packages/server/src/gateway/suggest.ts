import { ok, refuse } from "@yiwen/shared";
import { suggestReplies } from "../model/tasks.ts";
import { modelWork } from "../model/work.ts";
import { authorize } from "../pipeline/authorize.ts";
import { conversationOf } from "../pipeline/open-conversation.ts";
import type { Answer } from "./context.ts";
import type { AgentSocket } from "./rooms.ts";

/** A client takes an answer that is later than 15 seconds for lost. */
const patienceMs = 12_000;

/** Replies that an agent could send, by the shop's language model; nothing is stored. */
export const suggest: Answer<AgentSocket> = async ({ pipeline, counts }, socket, { conversationId }) => {
  const { deps, conversations } = pipeline;
  const { actor } = socket.data;
  const wanted = conversationOf(conversationId);
  if (!wanted.ok) return wanted;
  const state = await conversations.load(actor.shop, wanted.data);
  if (!state || authorize(actor, state)) return refuse("conversation_not_found");
  const shop = await deps.shopData.snapshot(actor.shop);
  const model = shop && (await deps.models.of(shop));
  if (!model || !shop.settings.model.suggest) return refuse("model_not_configured");
  if (model.state !== "ready") return refuse("model_unavailable");
  const late = new AbortController();
  const cancel = deps.clock.after(Math.min(patienceMs, deps.modelPatienceMs), () => late.abort());
  try {
    const { world, talk } = await modelWork(deps, state, late.signal);
    const written = await suggestReplies(world, talk);
    counts.modelAsked("suggestions", written.outcome, written);
    const isDown = written.outcome === "unavailable" || written.outcome === "overBudget";
    return isDown ? refuse("model_unavailable") : ok({ suggestions: written.suggestions });
  } finally {
    cancel();
  }
};
