import { cut } from "@yiwen/shared";
import { isOffTopic, notQuestions } from "./escalate.ts";
import type { Facts } from "./facts.ts";
import { aboutProduct } from "./follow-up.ts";
import { citedAfter } from "./skills/shop-policy/continued.ts";
import { askedLength, type DialogueState } from "./state.ts";
import type { DialogueInput, Step } from "./turn.ts";

type Said = Extract<DialogueInput, { type: "said" }>;

/** Counts what escalation looks at, and remembers what a follow-up can continue. */
export function counted(result: Step, { text, understood }: Said, facts: Facts): Step {
  const missed = result.outcome === "fellBack";
  const low = missed && understood.confidence < facts.shop.settings.confidence.offer;
  const { cited: _, ...dialogue } = result.dialogue;
  const cited = citedAfter(facts, result, { text, understood });
  const lastIntent = missed || !isLasting(understood.intent) ? dialogue.lastIntent : understood.intent;
  return {
    ...result,
    dialogue: {
      ...dialogue,
      ...(cited && { cited }),
      ...(lastIntent !== undefined && { lastIntent }),
      ...(isQuestion(understood) && { asked: lastAsked(text, understood) }),
      fallbacks: missed ? dialogue.fallbacks + (isOffTopic(understood, facts) ? 0 : 1) : 0,
      lowConfidence: low ? dialogue.lowConfidence + 1 : 0,
    },
  };
}

function isQuestion({ intent }: Said["understood"]): boolean {
  return !notQuestions.has(intent) && intent !== "human";
}

function lastAsked(text: string, { intent, entities }: Said["understood"]): DialogueState["asked"] {
  const isOfGoods = isLasting(intent) || entities.some(({ kind }) => kind === "product");
  return { text: cut(text.replace(/^它 /, ""), askedLength), intent, ...(isOfGoods && { isOfGoods }) };
}

function isLasting(intent: string): boolean {
  return aboutProduct.has(intent);
}
