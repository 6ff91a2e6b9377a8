import { callBack, returned } from "./away.ts";
import type { Ask, AskType, Decision } from "./decision.ts";
import { summaryOf } from "./model-reports.ts";
import { checks } from "./pictures.ts";

/** A decision with what follows from it whoever has the floor: pictures are checked, absent shoppers called back. */
export function withEntailed(type: AskType, ask: Ask, decision: Decision): Decision {
  if (!decision.ok) return decision;
  const { drafts, effects } = decision;
  const before = type === "shopper:conversation.open" ? returned(ask) : [];
  const after = type === "agent:message.send" ? callBack(ask) : [];
  return {
    ok: true,
    drafts: [...before, ...drafts],
    effects: [...effects, ...checks(ask, drafts), ...summaryOf(ask, drafts), ...after],
  };
}
