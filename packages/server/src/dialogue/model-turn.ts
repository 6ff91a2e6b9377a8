import type { HandoffReason, Source } from "@yiwen/shared";
import type { Facts } from "./facts.ts";
import { withoutRepeating } from "./repetition.ts";
import { sayChoices } from "./skills/speak.ts";
import type { DialogueState } from "./state.ts";
import type { DialogueInput, ModelWork, RecallWork, Step, Turn, Understood } from "./turn.ts";
import { withHuman } from "./with-human.ts";

/** Skills whose answers a model may put into the shop's own tone, as long as they only say something. */
const wordable = new Set(["productFacts", "shopPolicy", "orderStatus", "discount"]);
/** A message this short after another question may be a piece of that one, in UTF-16 code units. */
const followUpLength = { zh: 24, en: 60 };
/** What stands for the product on the table in a whole question. */
const pronoun = /^(?:它|it) /i;
/** Below so many UTF-16 code units a message has no meaning to look for. */
const shortestRecalled = 2;
/** From here down a mood is one in which a way to a human is offered. */
export const upsetFrom = -0.3;

type Drafted = Extract<DialogueInput, { type: "drafted" }>;

/** Whether the model can be asked to answer what nothing here answers. */
export function canAskModel({ model, shop }: Facts): boolean {
  return model?.state === "ready" && shop.settings.model.use !== "off";
}

type Consulted = {
  facts: Facts;
  said?: { text: string; understood: Understood };
  before?: DialogueState;
  /** The question as it is understood, where there is one. */
  text?: string;
  messageId?: string | undefined;
};

/**
 * Leaves the turn to what is outside, where the bot has no answer of its own or only that none is stated: first to the shop's passages by what they
 * mean, then to the model; to the model as well where the shop wants all answers worded by it. Where neither can be
 * asked, what has a local answer is answered, and the rest is a human's.
 */
export function consult(step: Step, { facts, said, before, text, messageId }: Consulted): Step {
  const isHard = step.outcome === "fellBack";
  const isRewritable = isHard && said !== undefined && before !== undefined && isPiece(said, before);
  const task = isRewritable && canAskModel(facts) ? "rewrite" : "reply";
  const { turns, outcome, skill, isOpen } = step;
  const work: ModelWork = {
    task,
    local: turns,
    outcome,
    skill,
    ...(isOpen && { isOpen }),
    ...(messageId !== undefined && { messageId }),
  };
  // A piece of a question means little by itself.
  const isWhole = task === "reply" && text !== undefined && text.trim().length >= shortestRecalled;
  if ((isHard || isOpen) && isWhole && facts.canRecall) return recall(step, { text: text.replace(pronoun, ""), work });
  return consultModel(step, work, facts);
}

/** Leaves the turn to the model, where there is one and it has something to do. */
export function consultModel(step: Step, work: ModelWork, facts: Facts): Step {
  const { use } = facts.shop.settings.model;
  if (!facts.model || use === "off") return step;
  const isHard = step.outcome === "fellBack";
  const isWorded = use === "all" && step.outcome === "answered" && isWordable(step);
  if (!isHard && !isWorded && !step.isOpen) return step;
  if (!canAskModel(facts)) return isHard ? handOver(step, [{ code: "model_unavailable" }]) : step;
  return ask(step, work);
}

/** What becomes of what the model wrote, or did not. */
export function afterModel(dialogue: DialogueState, { work, result }: Drafted, facts: Facts): Step {
  const step: Step = { dialogue, skill: work.skill, outcome: work.outcome, turns: work.local };
  const outcome = result.ok ? result.asked.outcome : "unavailable";
  if (result.ok && outcome === "used" && work.task === "reply") {
    const answered = { ...dialogue, fallbacks: 0, lowConfidence: 0 };
    const turns = worded(work, sayChoices(result.text, choicesOf(work), result.sources));
    const said = withoutRepeating(dialogue, { ...step, dialogue: answered, outcome: "answered", turns }, result.text);
    return (dialogue.moods.at(-1) ?? 0) <= upsetFrom ? withHuman(said) : said;
  }
  if (work.outcome === "answered") return step;
  if (outcome === "unavailable" || outcome === "overBudget") return handOver(step, [{ code: "model_unavailable" }]);
  // A question that could not be made whole is answered as it stands, if it can be.
  if (work.task === "rewrite") {
    return canAskModel(facts) ? ask(step, { ...work, task: "reply" }) : handOver(step, [{ code: "model_unavailable" }]);
  }
  if (result.ok && outcome === "unverified") {
    return handOver(step, [{ code: "unverified_answer", claims: result.asked.claims.slice(0, 5) }]);
  }
  const { fallbacks } = facts.shop.settings.handoff;
  return dialogue.fallbacks >= fallbacks ? handOver(step, [{ code: "fallbacks", count: dialogue.fallbacks }]) : step;
}

function recall(step: Step, { text, work }: RecallWork): Step {
  return { ...step, outcome: "lookingUp", turns: [{ do: "recall", recall: { text, work } }] };
}

function ask(step: Step, work: ModelWork): Step {
  return { ...step, outcome: "drafting", turns: [{ do: "askModel", work }] };
}

/** Ends the bot's turn with a human. */
export function handOver(step: Step, reasons: HandoffReason[]): Step {
  return { ...step, outcome: "handedOver", turns: [{ do: "handOver", reasons }] };
}

/** Cards stay where they are; the model's words take the place of the bot's. */
function worded({ outcome, local }: ModelWork, say: Turn): Turn[] {
  const cards = outcome === "answered" ? local.filter((turn) => turn.do !== "say" || !("text" in turn.content)) : [];
  return [...cards, say];
}

function choicesOf({ outcome, local }: ModelWork) {
  const last = local.at(-1);
  const isAnswer = outcome === "answered" && last?.do === "say" && last.content.kind === "choices";
  return isAnswer && last.content.kind === "choices" ? last.content.choices : [];
}

/** The texts of turns, as facts for the model. */
export function textOf(turns: Turn[]): string {
  return turns.flatMap((turn) => (turn.do === "say" && "text" in turn.content ? [turn.content.text] : [])).join("\n");
}

/** The sources that turns cite. */
export function sourcesOf(turns: Turn[]): Source[] {
  return turns.flatMap((turn) => (turn.do === "say" ? (turn.sources ?? []) : []));
}

function isWordable({ skill, turns }: Step): boolean {
  return wordable.has(skill) && turns.every((turn) => turn.do === "say") && textOf(turns) !== "";
}

function isPiece({ text, understood }: { text: string; understood: Understood }, before: DialogueState): boolean {
  if (understood.rewritten !== undefined || before.questions.length === 0) return false;
  return text.length <= followUpLength[understood.language];
}
