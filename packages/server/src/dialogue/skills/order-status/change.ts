import type { Language, OrderCard } from "@yiwen/shared";
import { isWithdrawal } from "../../../nlu/intents/rules.ts";
import type { Turn } from "../../turn.ts";
import { exceptionsTo } from "../exceptions.ts";
import { findPassage } from "../find-passage.ts";
import { pointOf } from "../policy-points.ts";
import type { Scene } from "../skill.ts";
import { intentChoices, productOf, sayChoices, sayText, sourceOf } from "../speak.ts";
import { phrases } from "./phrases.ts";
import { progressLine } from "./tell.ts";

/** Words of someone who wants it done, not explained. */
const wants = /我(?:要|想)|帮我|给我|麻烦|申请|办理|能帮|\bi (?:want|need|'?d like)\b|please|help me/i;

/** Words of someone who wants to know how it is done, whichever order it is. */
const asksHow =
  /怎么|如何|怎样|哪里|多久|几天|什么|吗|能不能|可不可以|可以.*[么不]|\b(?:how|what|when|where|can|could|do|does|is|are)\b/i;

/** Whether a text asks how something is done in this shop, which needs no look at an order. */
export function isGeneral(text: string): boolean {
  return asksHow.test(text) && !wants.test(text);
}

/** A faulty thing is changed by other rules than one that doesn't suit. */
const ofFaulty: Record<string, Record<Language, string>> = {
  exchange: { zh: "质量问题可以换新吗", en: "can I exchange a faulty item" },
  returnGoods: { zh: "质量问题怎么退", en: "how do I return a faulty item" },
};

/** What the shop's pages say to the wish, and the way to a human; `order` is the one that is meant, where it was looked up. */
export function explainChange(scene: Scene, order?: OrderCard): Turn[] {
  const { language } = scene;
  const words = phrases[language];
  const question = questionOf(scene);
  const choices = intentChoices(order ? ["human"] : ["human", "orderStatus"], language);
  const card: Turn[] = order ? [{ do: "say", content: { kind: "order", orderId: order.id } }] : [];
  const lead = order ? [words.order(order.id, words.status[order.status]), ...progressLine(scene, order)] : [];
  const passage = isWithdrawal(question) ? undefined : passageFor(scene, question);
  if (!passage) return [...card, sayChoices([...lead, words.change].join("\n"), choices)];
  const exceptions = exceptionsTo(passage, { facts: scene.facts, product: productOf(scene), language });
  const told = exceptions ? [passage, exceptions] : [passage];
  const text = [...lead, ...told.map(({ answer }) => answer)].join("\n");
  if (pointOf(question, scene.said?.understood) && !wants.test(question))
    return [...card, sayChoices(text, choices, told.map(sourceOf))];
  return [...card, sayText(text, told.map(sourceOf)), sayChoices(words.change, choices)];
}

/** The message, or after a look-up the question that led to it. */
function questionOf({ said, context }: Scene): string {
  return said?.text ?? String(context.question ?? "");
}

function passageFor({ said, facts, language, context }: Scene, text: string) {
  const intent = String(context.intent);
  const faulty = context.isFaulty ? ofFaulty[intent]?.[language] : undefined;
  return findPassage(facts, { text: faulty ?? text, intent, language, ...(said && { asked: said.understood }) });
}
