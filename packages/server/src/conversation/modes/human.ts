import { agentSilentWords, returnedWords } from "../../dialogue/words.ts";
import { timeNewcomer, timeSilence } from "../agent-silence.ts";
import {
  type Ask,
  accept,
  bot,
  type Decide,
  type Draft,
  type Mode,
  nothing,
  refused,
  reject,
  system,
} from "../decision.ts";
import { presenceFor, requestHandoff } from "../handoff.ts";
import { kept } from "../kept.ts";
import { pictureChecked } from "../pictures.ts";
import { close, correct, ifMine, listen, note, noteConsult, read } from "../rows.ts";
import { botTurn, languageFor } from "../turns.ts";

/** The shopper's words start the agent's timer, unless it runs already. */
const messageSend: Decide<"shopper:message.send"> = (ask) => {
  const decision = listen(ask);
  return decision.ok ? accept(decision.drafts, timeSilence(ask)) : decision;
};

const takeOver: Decide<"agent:conversation.takeOver"> = ({ state, by }) =>
  state.views.agents.agent?.id === by.id ? nothing() : reject("already_taken");

const returnToBot: Decide<"agent:conversation.returnToBot"> = (ask) =>
  botTurn(ask, { type: "returned", why: "agent" }, [
    left(ask, "returned"),
    { type: "message.sent", data: { id: `${ask.id}.r`, content: returnedWords(languageFor(ask)) }, by: bot },
  ]);

const transfer: Decide<"agent:conversation.transfer"> = (ask) => {
  const { id, name } = ask.input.to;
  if (id === ask.by.id) return nothing();
  const joined: Draft = { type: "agent.joined", data: { agentId: id, name }, by: ask.by };
  return accept([left(ask, "transferred"), joined], timeNewcomer(ask));
};

const agentMessage: Decide<"agent:message.send"> = (ask) => {
  const message = kept(ask);
  return message.ok ? accept([message.said]) : reject(message.code);
};

/** The agent left the shopper's words unanswered: back into the queue, and say so; or that nobody is there, at night. */
const report: Decide<"system:effect.report"> = (ask) => {
  if (ask.input.kind !== "wait") return nothing();
  const minutes = ask.facts.shop.settings.handoff.agentSilentMinutes;
  const { drafts, effects } = requestHandoff(ask, [{ code: "agent_silent", minutes }], languageFor(ask));
  const silent: Draft = {
    type: "message.sent",
    data: { id: `${ask.id}.s`, content: agentSilentWords(languageFor(ask)) },
    by: bot,
  };
  const { staffed } = presenceFor(ask);
  const said = staffed ? [...drafts.filter(({ type }) => type !== "message.sent"), silent] : drafts;
  return accept([left(ask, "silent"), ...said], effects);
};

function left(ask: Ask, why: "returned" | "transferred" | "silent"): Draft {
  const { id, name } = ask.state.views.agents.agent ?? { id: "", name: "" };
  return { type: "agent.left", data: { agentId: id, name, why }, by: why === "silent" ? system : ask.by };
}

/** A human has the floor: the bot never speaks here. */
export const humanMode: Mode = {
  "shopper:conversation.open": noteConsult,
  "shopper:message.send": messageSend,
  "shopper:message.read": read("shopper"),
  "shopper:handoff.request": nothing,
  "shopper:handoff.cancel": refused("not_queued"),
  "shopper:rating.give": refused("not_closed"),
  "agent:conversation.takeOver": takeOver,
  "agent:conversation.returnToBot": ifMine(returnToBot),
  "agent:conversation.transfer": ifMine(transfer),
  "agent:conversation.close": ifMine(close),
  "agent:message.send": ifMine(agentMessage),
  "agent:message.note": note,
  "agent:message.read": read("agent"),
  "agent:message.correct": correct,
  "system:effect.report": report,
  "system:picture.checked": pictureChecked,
};
