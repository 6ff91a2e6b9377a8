import type { HandoffReason } from "@yiwen/shared";
import type { LookUp, LookUpResult, RecallResult, RecallWork } from "../../dialogue/turn.ts";
import { understand } from "../../dialogue/understand.ts";
import { type Ask, accept, type Decide, type Draft, type Mode, nothing, refused, reject, system } from "../decision.ts";
import { requestHandoff } from "../handoff.ts";
import { kept } from "../kept.ts";
import { modelReported } from "../model-reports.ts";
import { pictureChecked } from "../pictures.ts";
import { close, consulted, correct, heard, note, read, takeOver } from "../rows.ts";
import { botTurn, dialogueOf, languageFor } from "../turns.ts";

const open: Decide<"shopper:conversation.open"> = (ask) => {
  const consult = consulted(ask);
  if (ask.state.seq === 0) return firstOpen(ask, consult);
  if (!consult) return nothing();
  const { productId, orderId } = consult.data;
  return botTurn(ask, { type: "consulted", ...(productId && { productId }), ...(orderId && { orderId }) }, [consult]);
};

function firstOpen(ask: Ask<"shopper:conversation.open">, consult: Draft<"conversation.consulted"> | undefined) {
  const { locale, page, granted } = ask.input;
  const opened: Draft = {
    type: "conversation.opened",
    data: { channel: ask.state.channel, locale, ...(page && { page }) },
    by: ask.by,
  };
  const before = consult ? [opened, consult] : [opened];
  return botTurn(ask, { type: "opened", locale, ...(consult && { consult: consult.data }) }, before, granted);
}

const messageSend: Decide<"shopper:message.send"> = (ask) => {
  const { content } = ask.input;
  const message = kept(ask);
  if (!message.ok) return reject(message.code);
  if (content.kind === "image") return botTurn(ask, { type: "shown" }, [message.said]);
  const { text } = content;
  const { locale } = ask.state.views.agents;
  const understood = understand(text, { dialogue: dialogueOf(ask), facts: ask.facts, locale });
  return botTurn(ask, { type: "said", text, understood }, [message.said, heard(ask, understood)]);
};

const handoffRequest: Decide<"shopper:handoff.request"> = (ask) => {
  const reasons: HandoffReason[] = [{ code: "asked_for_human" }];
  const { drafts, effects } = requestHandoff(ask, reasons, languageFor(ask));
  return accept(drafts, effects);
};

const report: Decide<"system:effect.report"> = (ask) => {
  const { kind, input, effectId, result } = ask.input;
  if (kind === "askModel") return modelReported(ask);
  const failed: Draft[] =
    "error" in result ? [{ type: "effect.failed", data: { effectId, kind, error: result.error }, by: system }] : [];
  if (kind === "recallPassages") {
    const recalled = { recall: input as RecallWork, result: result as RecallResult };
    return botTurn(ask, { type: "recalled", ...recalled }, failed);
  }
  if (kind !== "lookUpOrders") return nothing();
  return botTurn(ask, { type: "lookedUp", lookUp: input as LookUp, result: result as LookUpResult }, failed);
};

/** The bot has the floor. */
export const botMode: Mode = {
  "shopper:conversation.open": open,
  "shopper:message.send": messageSend,
  "shopper:message.read": read("shopper"),
  "shopper:handoff.request": handoffRequest,
  "shopper:handoff.cancel": refused("not_queued"),
  "shopper:rating.give": refused("not_closed"),
  "agent:conversation.takeOver": takeOver,
  "agent:conversation.returnToBot": refused("not_yours"),
  "agent:conversation.transfer": refused("not_yours"),
  "agent:conversation.close": close,
  "agent:message.send": refused("not_yours"),
  "agent:message.note": note,
  "agent:message.read": read("agent"),
  "agent:message.correct": correct,
  "system:effect.report": report,
  "system:picture.checked": pictureChecked,
};
