import { step } from "../../dialogue/step.ts";
import { understand } from "../../dialogue/understand.ts";
import { withdrawn } from "../../dialogue/withdrawn.ts";
import { cancelledWords, timedOutWords } from "../../dialogue/words.ts";
import { accept, bot, type Decide, type Draft, type Mode, nothing, refused, system } from "../decision.ts";
import { presenceFor } from "../handoff.ts";
import { pictureChecked } from "../pictures.ts";
import { close, correct, listen, note, noteConsult, read, takeOver } from "../rows.ts";
import { botTurn, dialogueOf, languageFor } from "../turns.ts";

const cancel: Decide<"shopper:handoff.cancel"> = (ask) =>
  botTurn(ask, { type: "returned", why: "cancelled" }, [
    { type: "handoff.cancelled", data: {}, by: ask.by },
    { type: "message.sent", data: { id: `${ask.id}.c`, content: cancelledWords(languageFor(ask)) }, by: bot },
  ]);

/** Who writes that no human is wanted any more has the bot again, which answers what else the message says. */
const messageSend: Decide<"shopper:message.send"> = (ask) => {
  const { content } = ask.input;
  const rest = content.kind === "text" ? withdrawn(content.text) : undefined;
  const heard = listen(ask);
  if (rest === undefined || !heard.ok) return heard;
  const cancelled: Draft[] = [
    ...heard.drafts,
    { type: "handoff.cancelled", data: {}, by: ask.by },
    { type: "message.sent", data: { id: `${ask.id}.c`, content: cancelledWords(languageFor(ask)) }, by: bot },
  ];
  const { dialogue } = step(dialogueOf(ask), { type: "returned", why: "cancelled" }, ask.facts);
  if (rest === "") return botTurn(ask, { type: "returned", why: "cancelled" }, cancelled);
  const understood = understand(rest, { dialogue, facts: ask.facts, locale: ask.state.views.agents.locale });
  // "Forget it, you are useless" is no wish to go on with the bot.
  if (understood.sentiment.label === "negative") return heard;
  return botTurn({ ...ask, state: { ...ask.state, dialogue } }, { type: "said", text: rest, understood }, cancelled);
};

/** Nobody came in time: say so honestly; it stays in the queue and in the inbox. */
const report: Decide<"system:effect.report"> = (ask) => {
  if (ask.input.kind !== "wait" || ask.state.views.agents.queue?.timedOut) return nothing();
  return accept([
    { type: "handoff.timedOut", data: {}, by: system },
    {
      type: "message.sent",
      data: { id: `${ask.id}.t`, content: timedOutWords(languageFor(ask), presenceFor(ask)) },
      by: bot,
    },
  ]);
};

/** The shopper waits for a human; nobody answers for the shop until one comes. */
export const queuedMode: Mode = {
  "shopper:conversation.open": noteConsult,
  "shopper:message.send": messageSend,
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
