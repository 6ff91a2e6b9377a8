import type { HandoffReason } from "@yiwen/shared";
import { type Ask, type AskType, accept, type Decision, type Draft, reject, system } from "../conversation/decision.ts";
import { withEntailed } from "../conversation/entailed.ts";
import { requestHandoff } from "../conversation/handoff.ts";
import { kept } from "../conversation/kept.ts";
import { languageFor } from "../conversation/turns.ts";

const reasons: HandoffReason[] = [{ code: "internal_error" }];

/**
 * What is stored when deciding broke: the shopper's words, and that a human is needed. A bug costs an
 * answer, never a message, and strands nobody.
 */
export function salvage(type: AskType, ask: Ask): Decision {
  const { floor } = ask.state.views.agents;
  const { drafts, effects } = floor === "bot" ? askForHuman(ask) : { drafts: [], effects: [] };
  if (type === "shopper:message.send" && floor !== "closed") {
    const message = kept(ask as Ask<"shopper:message.send">);
    return message.ok ? withEntailed(type, ask, accept([message.said, ...drafts], effects)) : reject(message.code);
  }
  return type === "system:effect.report" ? accept(drafts, effects) : reject("internal_error");
}

/** The whole handoff; where even its words are what is broken, the bare events. */
function askForHuman(ask: Ask): ReturnType<typeof requestHandoff> {
  try {
    return requestHandoff(ask, reasons, languageFor(ask));
  } catch {
    const bare: Draft[] = [
      { type: "handoff.requested", data: { staffed: false }, by: system },
      { type: "handoff.explained", data: { reasons }, by: system },
    ];
    return { drafts: bare, effects: [] };
  }
}
