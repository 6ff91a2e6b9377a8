import { readable } from "../nlu/normalise.ts";
import { trendLength } from "../nlu/sentiment/trend.ts";
import { escalate, rememberQuestion } from "./escalate.ts";
import type { Facts } from "./facts.ts";
import { afterModel, canAskModel, consult } from "./model-turn.ts";
import { answerPicture } from "./picture.ts";
import { afterRecall } from "./recall-turn.ts";
import { counted } from "./remember.ts";
import { withoutRepeating } from "./repetition.ts";
import { withoutTitle } from "./rewrite/referred.ts";
import { heardMemory } from "./risk.ts";
import { route } from "./route.ts";
import { resumed, run } from "./run-skill.ts";
import { fallback, orderStatus, welcome } from "./skills/index.ts";
import { firstAid } from "./skills/shop-policy/first-aid.ts";
import { type DialogueState, languageOf } from "./state.ts";
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
      return consult(withoutRepeating(dialogue, run(orderStatus, { dialogue, input, facts }), lastQuestion(dialogue)), {
        facts,
      });
    case "reread":
      return reread(dialogue, input, facts);
    case "drafted":
      return afterModel(dialogue, input, facts);
    case "recalled":
      return afterRecall(dialogue, input, facts);
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
  const isOther =
    (productId !== undefined && productId !== dialogue.product?.id) ||
    (orderId !== undefined && orderId !== dialogue.orderId);
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
    // The same words ask something else of another product, and the same answer is news.
    ...(isOther && { questions: [], said: undefined }),
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
  const isAlone = !canAskModel(facts) && !facts.canRecall;
  const weak = isAlone && skill === fallback && understood.intent !== "human" && isMiss(input, facts);
  const reasons = escalate({ ...said, weak }, before, facts);
  if (reasons.length > 0) {
    const isAsked = reasons[0]?.code === "asked_for_human";
    return {
      dialogue,
      skill: isAsked ? "askedForHuman" : "escalation",
      outcome: "handedOver",
      turns: [...firstAid(reasons, { ...input, language: dialogue.language, facts }), { do: "handOver", reasons }],
    };
  }
  const result = run(skill, { dialogue, input, facts, ...(before.product && { before: before.product }) });
  // A follow-up is compared as the whole question it stands for: "能进微波炉吗", "洗碗机呢".
  const told = withoutRepeating(before, resumed(counted(result, input, facts), { input, facts }), input.text);
  const complete = understood.sentiment.label === "negative" ? withHuman(told) : told;
  return consult(complete, { facts, said, before, text: input.text });
}

/** A follow-up that the model made whole: answered here where it can be, else by the model. */
function reread(before: DialogueState, { text, understood, work }: Reread, facts: Facts): Step {
  const said: Said = { type: "said", text: readable(text), understood };
  const input = { ...said, text: wholeText(said, before, facts) };
  const dialogue = onTheTable(before, input, facts);
  const result = run(route(dialogue, input, facts), { dialogue, input, facts });
  const told = result.outcome === "fellBack" ? result : counted(result, input, facts);
  return consult(withoutRepeating(before, told, text), { facts, text: input.text, messageId: work.messageId });
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

function isMiss({ understood }: Said, facts: Facts): boolean {
  return understood.intent === "other" || understood.confidence < facts.shop.settings.confidence.offer;
}
