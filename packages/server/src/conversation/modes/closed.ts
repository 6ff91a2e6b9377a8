import { accept, type Decide, type Mode, nothing, refused, reject } from "../decision.ts";
import { pictureChecked } from "../pictures.ts";
import { correct, note, read } from "../rows.ts";

const rate: Decide<"shopper:rating.give"> = ({ state, by, input }) =>
  state.views.everyone.rating ? reject("already_rated") : accept([{ type: "conversation.rated", data: input, by }]);

/** The conversation is over; it can be read, rated and noted. */
export const closedMode: Mode = {
  "shopper:conversation.open": nothing,
  "shopper:message.send": refused("conversation_closed"),
  "shopper:message.read": read("shopper"),
  "shopper:handoff.request": refused("conversation_closed"),
  "shopper:handoff.cancel": refused("conversation_closed"),
  "shopper:rating.give": rate,
  "agent:conversation.takeOver": refused("conversation_closed"),
  "agent:conversation.returnToBot": refused("conversation_closed"),
  "agent:conversation.transfer": refused("conversation_closed"),
  "agent:conversation.close": nothing,
  "agent:message.send": refused("conversation_closed"),
  "agent:message.note": note,
  "agent:message.read": read("agent"),
  "agent:message.correct": correct,
  "system:effect.report": nothing,
  "system:picture.checked": pictureChecked,
};
