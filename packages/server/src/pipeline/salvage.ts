import type { HandoffReason } from "@yiwen/shared";
import { type Ask, type AskType, accept, type Decision, type Draft, reject, system } from "../conversation/decision.ts";

const reasons: HandoffReason[] = [{ code: "internal_error" }];

/**
 * What is stored when deciding broke: the shopper's words, and that a human is needed. A bug costs an
 * answer, never a message. Uses nothing of the dialogue, because that is what may be broken.
 */
export function salvage(type: AskType, ask: Ask): Decision {
  const { floor } = ask.state.views.agents;
  const handoff: Draft[] =
    floor === "bot"
      ? [
          { type: "handoff.requested", data: { staffed: ask.facts.staffing.online > 0 }, by: system },
          { type: "handoff.explained", data: { reasons }, by: system },
        ]
      : [];
  if (type === "shopper:message.send" && floor !== "closed") {
    const { content } = (ask as Ask<"shopper:message.send">).input;
    return accept([{ type: "message.sent", data: { id: ask.id, content }, by: ask.by }, ...handoff]);
  }
  return type === "system:effect.report" ? accept(handoff) : reject("internal_error");
}
