import type { Language } from "@yiwen/shared";
import { bare } from "../../../nlu/normalise.ts";
import { queryTerms, searchTerms } from "../../../nlu/terms.ts";
import { notQuestions } from "../../escalate.ts";
import type { Facts, KnownPassage } from "../../facts.ts";
import { aboutProduct } from "../../follow-up.ts";
import type { DialogueState } from "../../state.ts";
import { statedOf } from "../../stated.ts";
import type { Step, Understood } from "../../turn.ts";
import { findPassage, findPoint } from "../find-passage.ts";
import { isMeant, sureFrom } from "../point-fit.ts";
import { pointOf } from "../policy-points.ts";
import { topicWordsOf } from "../policy-topics.ts";

type Said = { text: string; understood: Understood };

const longest: Record<Language, number> = { zh: 12, en: 8 };

/**
 * The answer to a message that goes on with the policy just cited: "怎么弄" after price protection, "要拍啥照片" after
 * damage. Another section of the same document, or the sentence of the same section that says it.
 */
export function continuedIn(facts: Facts, dialogue: DialogueState, said: Said): KnownPassage | undefined {
  const cited = citedIn(facts, dialogue);
  if (!cited || !dialogue.cited || !mayContinue(said, dialogue)) return undefined;
  const { text, understood } = said;
  const hasOwn = pointOf(text, understood) !== undefined;
  const isOpen = isUnsure(understood);
  const product = aboutProduct.has(understood.intent) ? facts.catalogue.get(dialogue.product?.id ?? "") : undefined;
  if (product && statedOf(product, text, dialogue.language).length > 0) return undefined;
  const when = hasOwn || ofOrder.has(understood.intent) ? undefined : whenIn(cited, text);
  const section = isOpen && !product ? sectionFor(facts, dialogue.cited, { text, cited }) : undefined;
  if (when || section) return when ?? section;
  if (hasOwn || !(isOpen || isAbout(facts, { cited, intent: dialogue.cited.intent, said }))) return undefined;
  return sentenceIn(cited, text) ?? (isOpen && whatThen.test(text.trim()) ? cited : undefined);
}

/** Whether a sure question may still be about the section: a neighbour of its matter, or the same and no other section's. */
function isAbout(facts: Facts, { cited, intent, said }: { cited: KnownPassage; intent: string; said: Said }): boolean {
  const { text, understood } = said;
  if (understood.intent !== intent) return isMeant(intent, understood);
  return findPassage(facts, { text, intent, asked: understood, language: cited.language }) === cited;
}

/** What is remembered of an answer: the section it cited and what that was about. Small talk and misses change nothing. */
export function citedAfter(facts: Facts, step: Step, { text, understood }: Said): DialogueState["cited"] {
  const { cited: before } = step.dialogue;
  if (step.outcome === "fellBack" || step.skill === "smallTalk") return before;
  const source = step.turns.flatMap((turn) => (turn.do === "say" ? (turn.sources ?? []) : []))[0];
  const after = source && sectionOf(facts, understood.language, source.id);
  if (!after) return undefined;
  const isSame = before && sectionOf(facts, understood.language, before.id)?.document === after.document;
  if (isSame && isUnsure(understood)) return { id: after.id, intent: before.intent };
  return { id: after.id, intent: (pointOf(text, understood) ?? understood).intent };
}

function isUnsure({ intent, confidence }: Understood): boolean {
  return intent === "other" || intent === "shopPolicy" || confidence < sureFrom;
}

function citedIn(facts: Facts, { cited, language }: DialogueState): KnownPassage | undefined {
  return cited && sectionOf(facts, language, cited.id);
}

function sectionOf({ passages }: Facts, language: Language, id: string): KnownPassage | undefined {
  return passages.all(language).find((passage) => passage.id === id);
}

/** Who names goods or an order has left the matter, and small talk goes on with nothing. */
const named = new Set(["product", "order", "size", "colour"]);
/** These are looked up: the order knows better than a page. */
const ofOrder = new Set(["logistics", "urgeShipping", "orderStatus"]);

function mayContinue({ text, understood }: Said, { language }: DialogueState): boolean {
  const { intent, entities } = understood;
  const length = language === "zh" ? bare(text).length : text.trim().split(/\s+/).length;
  if (length > longest[language] || bare(text) === "") return false;
  return intent !== "human" && !notQuestions.has(intent) && !entities.some(({ kind }) => named.has(kind));
}

/** Another section of the document: the one that the topic and the message ask for together. */
function sectionFor(
  facts: Facts,
  { intent }: NonNullable<DialogueState["cited"]>,
  { text, cited }: { text: string; cited: KnownPassage },
): KnownPassage | undefined {
  const { language } = cited;
  const topic = topicWordsOf(intent, language)?.[0];
  if (topic === undefined) return undefined;
  const whole = language === "zh" ? `${topic}${text}` : `${text} ${topic}`;
  const asked = { intent, confidence: 1, alternatives: [] };
  const found = findPoint(facts, { text: whole, asked, language });
  return found?.document === cited.document && found.id !== cited.id ? found : undefined;
}

/** "What then": asks of what was just said and nothing else. */
const whatThen =
  /^(?:那|那么|那我|我)?(?:该|要|应该)?(?:怎么|咋|如何)(?:办|弄|赔|处理|操作|整|搞|解决|补)?[呢啊呀]?[?？。!！]*$|^(?:so |and |ok |then )*(?:what (?:now|then|do i do|should i do)|how|and then)[?.! ]*$/i;
const asksWhen = /^(?:那|大概|一般)?(?:啥时候|什么时候|多久|几天|要多久|多长时间)|\b(?:when|how long|how soon)\b/i;
const span = /\d+\s*个?(?:小时|天|日|工作日|分钟|周)|\d+ (?:to \d+ )?(?:working )?(?:hours?|days?|minutes?|weeks?)/i;

/** What a question says happens, and how a page says that it does. */
const deeds: [asked: RegExp, told: RegExp][] = [
  [/到账|退|返|赔|refund|money|\bget (?:it|that|my \w+)\b/i, /到账|退回|退款|refunded|pays back|goes back|reach/i],
  [/补|寄|发|\bsend|ship|replace/i, /补发|寄出|发出|resend|leaves|ship/i],
  [/开|\bissue/i, /开出|重开|issued?\b/i],
];

/** The sentence of the section that says how long what is asked for takes. */
function whenIn(cited: KnownPassage, text: string): KnownPassage | undefined {
  const told = asksWhen.test(text) ? deeds.find(([asked]) => asked.test(text))?.[1] : undefined;
  return told && quoted(cited, (sentence) => (span.test(sentence) && told.test(sentence) ? 1 : 0));
}

/** What pages say in other words than those who ask: photos to take, money to pay. */
const matters: [asked: RegExp, told: RegExp][] = [
  [/照片|图片|拍|视频|\b(?:photo|picture|video)s?\b/i, /拍|照片|视频|photo|picture|video/i],
  [
    /运费|邮费|收费|要钱|谁出|\b(?:postage|shipping|who pays|cost|charge)/i,
    /运费|邮费|费用|免费|不收|postage|shipping|pay|free/i,
  ],
];

/** Characters that stand in every question tell nothing of which sentence is asked for. */
const isTelling = (term: string) => !/^2|^1?[要有行能会吗啥咋我们不没了的怎办]$/.test(term);

/** The sentence of the section that has the message's words. */
function sentenceIn(cited: KnownPassage, text: string): KnownPassage | undefined {
  const asked = new Set(queryTerms(text).filter(isTelling));
  const least = Math.min(2, asked.size);
  const told = matters.find(([one]) => one.test(text))?.[1];
  return quoted(cited, (sentence) => {
    const shared = sharedTerms(sentence, asked);
    return (shared >= least ? shared : 0) + (told?.test(sentence) ? 1 : 0);
  });
}

function sharedTerms(sentence: string, asked: ReadonlySet<string>): number {
  return new Set(searchTerms(sentence).filter((term) => asked.has(term))).size;
}

/** The section with only its best sentence as the answer; undefined where none is worth anything. */
function quoted(cited: KnownPassage, worth: (sentence: string) => number): KnownPassage | undefined {
  const sentences = cited.answer.split(/(?<=[。！？!?；;]|\.(?=\s))/u).map((text) => ({ text, worth: worth(text) }));
  const best = sentences.sort((a, b) => b.worth - a.worth)[0];
  return best && best.worth > 0 ? { ...cited, answer: best.text.trim() } : undefined;
}
