import { notQuestions } from "./escalate.ts";
import type { Facts } from "./facts.ts";
import { sceneFor } from "./run-skill.ts";
import { findPassage, findPoint } from "./skills/find-passage.ts";
import { fallback, orderStatus, productFacts, shopPolicy, skillFor } from "./skills/index.ts";
import { pointOf } from "./skills/policy-points.ts";
import { continuedIn } from "./skills/shop-policy/continued.ts";
import type { Scene, Skill } from "./skills/skill.ts";
import { waiting } from "./stack.ts";
import type { DialogueState } from "./state.ts";
import type { DialogueInput, Understood } from "./turn.ts";

type Said = Extract<DialogueInput, { type: "said" }>;

/** Which skill takes the message. */
export function route(dialogue: DialogueState, input: Said, facts: Facts): Skill {
  const { intent } = input.understood;
  const confidence = sureness(input.understood);
  const { act, offer } = facts.shop.settings.confidence;
  const asker = waiting(dialogue.stack);
  const scene = sceneFor(asker ?? fallback, { dialogue, input, facts });
  if (asker && isReply(asker, scene)) return asker;
  if (continuedIn(facts, dialogue, input)) return shopPolicy;
  if (isPolicy(dialogue, input, facts)) return shopPolicy;
  if (confidence >= act && intent !== "other") return skillFor(intent);
  if (confidence >= offer && !isNothing(intent)) return fallback;
  const cited = findPassage(facts, { text: input.text, asked: input.understood, language: dialogue.language });
  return cited && !isSmall(input.text) ? shopPolicy : fallback;
}

/** Intents that get one answer: which of them it is may be unsure where it is surely one. */
const alike: ReadonlySet<string>[] = [notQuestions, new Set(["coupon", "bargain"])];

function sureness({ intent, confidence, alternatives }: Understood): number {
  const kin = alike.find((intents) => intents.has(intent));
  const others = alternatives.filter((guess) => kin?.has(guess.intent));
  return others.reduce((sum, guess) => sum + guess.confidence, confidence);
}

/** Asks for nothing: "好的，#1001 那个" only answers. */
function asksNothing(intent: string): boolean {
  return intent === "other" || notQuestions.has(intent);
}

/** Nothing that one could be asked whether it is meant. */
function isNothing(intent: string): boolean {
  return intent === "human" || asksNothing(intent);
}

/** Skills whose own answer to these intents is better than a passage: changes are explained with a way to act. */
const explained = new Set<string>(["cancelOrder", "modifyOrder", "returnGoods", "exchange", "human"]);

const aboutOneOrder = new Set<string>(["logistics", "urgeShipping"]);

/** A question that the policies have a passage for, and no product's page or order should answer. */
function isPolicy(dialogue: DialogueState, { text, understood }: Said, facts: Facts): boolean {
  const skill = skillFor(understood.intent);
  const isSure = understood.confidence >= facts.shop.settings.confidence.act;
  if (isSure && explained.has(understood.intent)) return false;
  const point = pointOf(text, understood);
  // When one's own order ships or comes is looked up; the policy is the answer where there is no order.
  if (point && aboutOneOrder.has(point.intent) && skill === orderStatus) return false;
  if (!point || (skill === productFacts && dialogue.product && point.intent !== "stock")) return false;
  // With a product on the table its own coupon is the better answer.
  if (point.intent === "coupon" && dialogue.product && skill.name === skillFor("coupon").name) return false;
  return findPoint(facts, { text, asked: understood, language: dialogue.language }) !== undefined;
}

/** The message names what the skill asked for, and doesn't clearly ask for something else. */
function isReply(asker: Skill, scene: Scene): boolean {
  if (!asker.isAnswer?.(scene)) return false;
  const { intent, confidence } = scene.said?.understood ?? { intent: "other", confidence: 0 };
  const isElsewhere = confidence >= scene.facts.shop.settings.confidence.act && skillFor(intent) !== asker;
  return !isElsewhere || intent === "productFacts" || intent === "orderStatus" || asksNothing(intent);
}

function isSmall(text: string): boolean {
  return text.trim().length < 2;
}
