import type { Facts, KnownPassage } from "./facts.ts";
import { canAskModel, consultModel, handOver, upsetFrom } from "./model-turn.ts";
import { withoutRepeating } from "./repetition.ts";
import { fallback, shopPolicy } from "./skills/index.ts";
import { intentChoices, sayChoices, sourceOf } from "./skills/speak.ts";
import type { DialogueState } from "./state.ts";
import type { DialogueInput, Step } from "./turn.ts";
import { withHuman } from "./with-human.ts";

type Recalled = Extract<DialogueInput, { type: "recalled" }>;

/** What becomes of a look through the shop's passages by what they mean: the passage, or what would have come without it. */
export function afterRecall(dialogue: DialogueState, { recall, result }: Recalled, facts: Facts): Step {
  const passage = result.ok ? passageOf(facts, result.answer) : undefined;
  return passage ? quoted(dialogue, passage, recall.text) : withoutPassage(dialogue, { recall, result }, facts);
}

/** It is quoted and linked, and may still not be what was asked: a human is offered beside it. */
function quoted(dialogue: DialogueState, passage: KnownPassage, asked: string): Step {
  const choices = intentChoices(["human"], dialogue.language);
  const step: Step = {
    dialogue: { ...dialogue, fallbacks: 0, lowConfidence: 0 },
    skill: shopPolicy.name,
    outcome: "answered",
    turns: [sayChoices(passage.answer, choices, [sourceOf(passage)])],
  };
  const said = withoutRepeating(dialogue, step, asked);
  return (dialogue.moods.at(-1) ?? 0) <= upsetFrom ? withHuman(said) : said;
}

function withoutPassage(
  dialogue: DialogueState,
  { recall: { work }, result }: Pick<Recalled, "recall" | "result">,
  facts: Facts,
): Step {
  const { skill, outcome, isOpen, local: turns } = work;
  const step: Step = { dialogue, skill, outcome, ...(isOpen && { isOpen }), turns };
  const passages = result.ok ? result.likely : [];
  if (facts.model && facts.shop.settings.model.use !== "off") {
    return consultModel(step, { ...work, ...(passages.length > 0 && { passages }) }, facts);
  }
  // The look came before what is done about messages that nothing answers.
  if (work.skill !== fallback.name || canAskModel(facts)) return step;
  const { handoff, confidence } = facts.shop.settings;
  if (dialogue.fallbacks >= handoff.fallbacks) {
    return handOver(step, [{ code: "fallbacks", count: dialogue.fallbacks }]);
  }
  if (dialogue.lowConfidence < handoff.lowConfidence) return step;
  return handOver(step, [{ code: "low_confidence", count: dialogue.lowConfidence, threshold: confidence.offer }]);
}

function passageOf({ passages }: Facts, id: string | undefined): KnownPassage | undefined {
  if (id === undefined) return undefined;
  return [...passages.all("zh"), ...passages.all("en")].find((passage) => passage.id === id);
}
