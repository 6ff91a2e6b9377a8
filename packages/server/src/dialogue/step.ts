import { bare, readable } from "../nlu/normalise.ts";
import { trendLength } from "../nlu/sentiment/trend.ts";
import { escalate, notQuestions, rememberQuestion } from "./escalate.ts";
import type { Facts } from "./facts.ts";
import { aboutProduct } from "./follow-up.ts";
import { afterModel, canAskModel, consultModel } from "./model-turn.ts";
import { answerPicture } from "./picture.ts";
import { withoutRepeating } from "./repetition.ts";
import { withoutTitle } from "./rewrite/referred.ts";
import { heardMemory } from "./risk.ts";
import { findPassage, findPoint } from "./skills/find-passage.ts";
import { fallback, orderStatus, productFacts, shopPolicy, skillFor, welcome } from "./skills/index.ts";
import { pointOf } from "./skills/policy-points.ts";
import { resume, type Scene, type Skill, type SkillEvent } from "./skills/skill.ts";
import { contextOf, move, push, waiting } from "./stack.ts";
import { askedLength, type DialogueState, languageOf } from "./state.ts";
import { onTheTable, recentWith } from "./table.ts";
import type { DialogueInput, Step } from "./turn.ts";
import { withHuman } from "./with-human.ts";

type Said = Extract<DialogueInput, { type: "said" }>;
type Reread = Extract<DialogueInput, { type: "reread" }>;

/** The bot's turn on one input: pure, so any conversation can be played again. Escalation comes before any skill. */
export function step(dialogue: DialogueState, input: DialogueInput, facts: Facts): Step {
  switch (input.type) {
    case "opened":
    case "consulted":
      return begin(notice(dialogue, input), input, facts);
    case "shown":
      return answerPicture(dialogue);
    case "lookedUp":
      return consultModel(
        withoutRepeating(dialogue, run(orderStatus, { dialogue, input, facts }), lastQuestion(dialogue)),
        { facts },
      );
    case "reread":
      return reread(dialogue, input, facts);
    case "drafted":
      return afterModel(dialogue, input, facts);
    case "returned":
      return {
        dialogue: {
          ...dialogue,
          stack: [],
          moods: [],
          questions: [],
          fallbacks: 0,
          lowConfidence: 0,
          said: undefined,
          memory: undefined,
        },
        skill: welcome.name,
        outcome: "answered",
        turns: [],
      };
    case "said":
      return answer(dialogue, { ...input, text: readable(input.text) }, facts);
  }
}

/** What a consult puts on the table. */
function notice(
  dialogue: DialogueState,
  input: Extract<DialogueInput, { type: "opened" | "consulted" }>,
): DialogueState {
  const { productId, orderId } = (input.type === "opened" ? input.consult : input) ?? {};
  const locale = input.type === "opened" ? input.locale : dialogue.locale;
  return {
    ...dialogue,
    locale,
    language: dialogue.moods.length > 0 ? dialogue.language : languageOf(locale),
    ...(productId !== undefined && {
      ...recentWith(dialogue, productId),
      product: { id: productId, chosen: {} },
      lastIntent: undefined,
      candidates: undefined,
      listed: undefined,
    }),
    ...(orderId !== undefined && { orderId }),
  };
}

function begin(
  dialogue: DialogueState,
  input: Extract<DialogueInput, { type: "opened" | "consulted" }>,
  facts: Facts,
): Step {
  const consult = (input.type === "opened" ? input.consult : input) ?? {};
  const isOrder = consult.orderId !== undefined && consult.productId === undefined;
  return run(isOrder ? orderStatus : welcome, { dialogue, input, facts });
}

function answer(before: DialogueState, said: Said, facts: Facts): Step {
  const { understood } = said;
  const input = { ...said, text: wholeText(said, before, facts) };
  const heard: DialogueState = {
    ...before,
    language: understood.language,
    moods: [...before.moods, understood.sentiment.score].slice(-trendLength),
    questions: rememberQuestion(before.questions, said),
    memory: heardMemory(said, before),
  };
  const dialogue = onTheTable(heard, input, facts);
  const skill = route(dialogue, input, facts);
  const weak = !canAskModel(facts) && skill === fallback && understood.intent !== "human" && isMiss(input, facts);
  const reasons = escalate({ ...said, weak }, before, facts);
  if (reasons.length > 0) {
    const isAsked = reasons[0]?.code === "asked_for_human";
    return {
      dialogue,
      skill: isAsked ? "askedForHuman" : "escalation",
      outcome: "handedOver",
      turns: [{ do: "handOver", reasons }],
    };
  }
  const result = run(skill, { dialogue, input, facts, ...(before.product && { before: before.product }) });
  const isOther = !bare(input.text).includes(bare(said.text)) && before.asked?.text !== input.text;
  // The same words may answer another question, asked by a follow-up: "能进微波炉吗", "洗碗机呢".
  const heardBefore = isOther ? { ...before, said: undefined } : before;
  const told = withoutRepeating(heardBefore, resumed(counted(result, input, facts), { input, facts }), said.text);
  const complete = understood.sentiment.label === "negative" ? withHuman(told) : told;
  return consultModel(complete, { facts, said, before });
}

/** A follow-up that the model made whole: answered here where it can be, else by the model. */
function reread(before: DialogueState, { text, understood, work }: Reread, facts: Facts): Step {
  const said: Said = { type: "said", text: readable(text), understood };
  const input = { ...said, text: wholeText(said, before, facts) };
  const dialogue = onTheTable(before, input, facts);
  const result = run(route(dialogue, input, facts), { dialogue, input, facts });
  const told = result.outcome === "fellBack" ? result : counted(result, input, facts);
  return consultModel(withoutRepeating(before, told, text), { facts, messageId: work.messageId });
}

/** What skills hear of a message: the whole question where it was rewritten, without the product's own words. */
function wholeText({ text, understood }: Said, { product }: DialogueState, { catalogue }: Facts): string {
  if (understood.rewritten === undefined) return text;
  const named = understood.entities.find(({ kind }) => kind === "product")?.value ?? product?.id;
  return withoutTitle(understood.rewritten, catalogue.get(named ?? ""), understood.language);
}

function lastQuestion({ questions }: DialogueState): string {
  return questions.at(-1)?.text ?? "";
}

/** Which skill takes the message. */
function route(dialogue: DialogueState, input: Said, facts: Facts): Skill {
  const { intent, confidence } = input.understood;
  const { act, offer } = facts.shop.settings.confidence;
  const asker = waiting(dialogue.stack);
  const scene = sceneFor(asker ?? fallback, { dialogue, input, facts });
  if (asker && isReply(asker, scene)) return asker;
  if (isPolicy(dialogue, input, facts)) return shopPolicy;
  if (confidence >= act && intent !== "other") return skillFor(intent);
  if (confidence >= offer && !isNothing(intent)) return fallback;
  const cited = findPassage(facts, { text: input.text, language: dialogue.language });
  return cited && !isSmall(input.text) ? shopPolicy : fallback;
}

/** Nothing that one could be asked whether it is meant. */
function isNothing(intent: string): boolean {
  return intent === "other" || intent === "human" || notQuestions.has(intent);
}

/** Skills whose own answer to these intents is better than a passage: changes are explained with a way to act. */
const explained = new Set<string>(["cancelOrder", "modifyOrder", "returnGoods", "exchange", "human"]);

const aboutOneOrder = new Set<string>(["logistics", "urgeShipping"]);

/** A question that the policies have a passage for, and no product's page or order should answer. */
function isPolicy(dialogue: DialogueState, { text, understood }: Said, facts: Facts): boolean {
  const skill = skillFor(understood.intent);
  const isSure = understood.confidence >= facts.shop.settings.confidence.act;
  if (isSure && explained.has(understood.intent)) return false;
  const point = pointOf(text);
  // When one's own order ships or comes is looked up; the policy is the answer where there is no order.
  if (point && aboutOneOrder.has(point.intent) && skill === orderStatus) return false;
  if (!point || (skill === productFacts && dialogue.product && point.intent !== "stock")) return false;
  // With a product on the table its own coupon is the better answer.
  if (point.intent === "coupon" && dialogue.product && skill.name === skillFor("coupon").name) return false;
  return findPoint(facts, text, dialogue.language) !== undefined;
}

/** The message names what the skill asked for, and doesn't clearly ask for something else. */
function isReply(asker: Skill, scene: Scene): boolean {
  if (!asker.isAnswer?.(scene)) return false;
  const { intent, confidence } = scene.said?.understood ?? { intent: "other", confidence: 0 };
  const isElsewhere = confidence >= scene.facts.shop.settings.confidence.act && skillFor(intent) !== asker;
  return !isElsewhere || intent === "productFacts" || intent === "orderStatus";
}

function isSmall(text: string): boolean {
  return text.trim().length < 2;
}

function isMiss({ understood }: Said, facts: Facts): boolean {
  return understood.intent === "other" || understood.confidence < facts.shop.settings.confidence.offer;
}

type Around = { dialogue: DialogueState; input: DialogueInput; facts: Facts; before?: DialogueState["product"] };

function sceneFor(skill: Skill, { dialogue, input, facts, before }: Around): Scene {
  return {
    facts,
    dialogue,
    input,
    language: dialogue.language,
    context: contextOf(skill, dialogue.stack),
    ...(input.type === "said" && { said: { text: input.text, understood: input.understood } }),
    ...(before && { before }),
  };
}

/** Lets the skill hear the input, moves its machine and performs what that asks for. */
function run(skill: Skill, around: Around): Step {
  const scene = sceneFor(skill, around);
  const event = skill.hear(scene);
  if (!event) return { dialogue: around.dialogue, skill: skill.name, outcome: "answered", turns: [] };
  return perform(skill, scene, event);
}

function perform(skill: Skill, scene: Scene, event: SkillEvent): Step {
  const { frame, actions, isAsking } = move(skill, scene.dialogue.stack, event);
  let dialogue: DialogueState = { ...scene.dialogue, stack: push(scene.dialogue.stack, frame) };
  let outcome: Step["outcome"] = isAsking ? "asked" : "answered";
  const turns: Step["turns"] = [];
  for (const action of actions) {
    const deed = skill.perform(action, { ...scene, dialogue, context: frame.context });
    turns.push(...deed.turns);
    outcome = deed.outcome ?? outcome;
    dialogue = { ...dialogue, ...deed.dialogue };
  }
  return { dialogue, skill: skill.name, outcome, turns };
}

/** Counts what escalation looks at, and remembers what a follow-up can continue. */
function counted(result: Step, { text, understood }: Said, facts: Facts): Step {
  const missed = result.outcome === "fellBack";
  const low = missed && understood.confidence < facts.shop.settings.confidence.offer;
  const { dialogue } = result;
  const lastIntent = missed || !isLasting(understood.intent) ? dialogue.lastIntent : understood.intent;
  return {
    ...result,
    dialogue: {
      ...dialogue,
      ...(lastIntent !== undefined && { lastIntent }),
      ...(isQuestion(understood) && { asked: lastAsked(text, understood) }),
      fallbacks: missed ? dialogue.fallbacks + 1 : 0,
      lowConfidence: low ? dialogue.lowConfidence + 1 : 0,
    },
  };
}

function isQuestion({ intent }: Said["understood"]): boolean {
  return !notQuestions.has(intent) && intent !== "human";
}

function lastAsked(text: string, { intent, entities }: Said["understood"]): DialogueState["asked"] {
  const isOfGoods = isLasting(intent) || entities.some(({ kind }) => kind === "product");
  return { text: text.replace(/^它 /, "").slice(0, askedLength), intent, ...(isOfGoods && { isOfGoods }) };
}

function isLasting(intent: string): boolean {
  return aboutProduct.has(intent);
}

/** Skills whose answers interrupt; another product's question means that the shopper has moved on. */
const asides = new Set([shopPolicy.name, orderStatus.name]);

/** After an interruption the skill beneath asks its open question again, once; ignored twice, it is dropped. */
function resumed(result: Step, { input, facts }: { input: Said; facts: Facts }): Step {
  const { dialogue, outcome } = result;
  const beneath = dialogue.stack.slice(0, -1);
  const skill = waiting(beneath);
  if (!skill || (outcome !== "answered" && outcome !== "fellBack")) return result;
  const top = dialogue.stack.at(-1)!;
  if (!asides.has(result.skill) || outcome === "fellBack" || beneath.at(-1)?.resumed) {
    return { ...result, dialogue: { ...dialogue, stack: push(beneath.slice(0, -1), top) } };
  }
  const scene = sceneFor(skill, { dialogue: { ...dialogue, stack: [top, ...beneath] }, input, facts });
  const again = perform(skill, scene, resume);
  const stack = again.dialogue.stack.map((frame) =>
    frame.skill === skill.name ? { ...frame, resumed: true as const } : frame,
  );
  return { ...result, dialogue: { ...again.dialogue, stack }, turns: [...result.turns, ...again.turns] };
}
