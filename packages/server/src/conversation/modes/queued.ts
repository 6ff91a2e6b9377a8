import { cancelledWords, timedOutWords } from "../../dialogue/words.ts";
import { accept, bot, type Decide, type Mode, nothing, refused, system } from "../decision.ts";
import { pictureChecked } from "../pictures.ts";
import { close, correct, listen, note, noteConsult, read, takeOver } from "../rows.ts";
import { botTurn, languageFor } from "../turns.ts";

const cancel: Decide<"shopper:handoff.cancel"> = (ask) =>
  botTurn(ask, { type: "returned", why: "cancelled" }, [
    { type: "handoff.cancelled", data: {}, by: ask.by },
    { type: "message.sent", data: { id: `${ask.id}.c`, content: cancelledWords(languageFor(ask)) }, by: bot },
  ]);

/** Nobody came in time: say so honestly; it stays in the queue and in the inbox. */
const report: Decide<"system:effect.report"> = (ask) => {
  if (ask.input.kind !== "wait" || ask.state.views.agents.queue?.timedOut) return nothing();
  return accept([
    { type: "handoff.timedOut", data: {}, by: system },
    { type: "message.sent", data: { id: `${ask.id}.t`, content: timedOutWords(languageFor(ask)) }, by: bot },
  ]);
};

/** The shopper waits for a human; nobody answers for the shop until one comes. */
export const queuedMode: Mode = {
  "shopper:conversation.open": noteConsult,
  "shopper:message.send": listen,
  "shopper:message.read": read("shopper"),
  "shopper:handoff.request": nothing,
  "shopper:handoff.cancel": cancel,
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
