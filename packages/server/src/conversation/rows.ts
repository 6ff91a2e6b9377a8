import type { ErrorCode } from "@yiwen/shared";
import { overhear } from "../dialogue/overhear.ts";
import type { Understood } from "../dialogue/turn.ts";
import { timeNewcomer } from "./agent-silence.ts";
import { type Ask, accept, bot, type Decide, type Decision, type Draft, nothing, reject } from "./decision.ts";
import { kept } from "./kept.ts";
import { dialogueOf } from "./turns.ts";

/** Rows of the floor's table that more than one mode shares. */

/** What was understood of the shopper's words: stored with them whoever has the floor. */
export function heard({ id }: Ask<"shopper:message.send">, understood: Understood): Draft<"message.understood"> {
  return { type: "message.understood", data: { ...understood, messageId: id }, by: bot };
}

/** Stores what the shopper sent for a human; the bot stays silent. */
export const listen: Decide<"shopper:message.send"> = (ask) => {
  const { content } = ask.input;
  const message = kept(ask);
  if (!message.ok) return reject(message.code);
  if (content.kind !== "text") return accept([message.said]);
  const { locale } = ask.state.views.agents;
  return accept([
    message.said,
    heard(ask, overhear(content.text, { dialogue: dialogueOf(ask), facts: ask.facts, locale })),
  ]);
};

/** Puts a product or an order on the table without a word from the bot; the same one again is no news. */
export const noteConsult: Decide<"shopper:conversation.open"> = (ask) => {
  const draft = consulted(ask);
  return draft ? accept([draft]) : nothing();
};

/** The event of a consult that is news, if it is. */
export function consulted(ask: Ask<"shopper:conversation.open">): Draft<"conversation.consulted"> | undefined {
  const { consult } = ask.input;
  if (!consult || (!consult.productId && !consult.orderId)) return undefined;
  const known = ask.state.views.everyone.consult;
  if (known?.productId === consult.productId && known?.orderId === consult.orderId) return undefined;
  return { type: "conversation.consulted", data: consult, by: ask.by };
}

/** Marks what a side has read, understood by its own numbers; never backwards. */
export function read(
  reader: "shopper" | "agent",
): (ask: Ask<"shopper:message.read"> | Ask<"agent:message.read">) => Decision {
  return ({ state, input, by }) => {
    const own = reader === "agent" ? 0 : 1;
    const mark = state.marks.findLast((numbers) => numbers[own] <= input.seq);
    if (!mark || mark[0] <= state.views.agents.read[reader]) return nothing();
    const data = { reader, seq: mark[0], shopperSeq: mark[1] };
    return accept([{ type: "message.read", data, by }]);
  };
}

/** A note among agents, wherever the conversation stands. */
export const note: Decide<"agent:message.note"> = ({ id, by, input }) =>
  accept([{ type: "message.noted", data: { id, text: input.text }, by }]);

/** An agent says what a message was, wherever the conversation stands. */
export const correct: Decide<"agent:message.correct"> = ({ by, input }) =>
  accept([{ type: "message.corrected", data: { messageId: input.messageId, intent: input.intent }, by }]);

/** A human takes the floor. */
export const takeOver: Decide<"agent:conversation.takeOver"> = (ask) => {
  const { by } = ask;
  const joined: Draft = { type: "agent.joined", data: { agentId: by.id ?? "", name: by.name ?? "" }, by };
  return accept([joined], timeNewcomer(ask));
};

/** Ends the conversation. */
export const close: Decide<"agent:conversation.close"> = ({ by, input }) =>
  accept([{ type: "conversation.closed", data: { resolution: input.resolution }, by }]);

/** Lets a row through only for the agent who has the conversation. */
export function ifMine<A extends Ask>(
  decide: (ask: A) => Decision,
  otherwise: ErrorCode = "not_yours",
): (ask: A) => Decision {
  return (ask) => (ask.state.views.agents.agent?.id === ask.by.id ? decide(ask) : reject(otherwise));
}
