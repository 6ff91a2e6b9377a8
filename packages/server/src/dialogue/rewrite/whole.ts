import type { Language } from "@yiwen/shared";
import { repairOf } from "./repair.ts";
import { isSibling, withSibling } from "./siblings.ts";
import { topicOf } from "./topics.ts";

/** What a message says once it stands by itself, and what is known of it from how it was made whole. */
export type Whole = {
  text: string;
  /** The message put something said before right. */
  isRepair: boolean;
  /** Other words than the shopper's, so agents are shown them. */
  isMade: boolean;
  /** What it asks, where the word it was made from says so. */
  intent?: string;
};

/** What was spoken of before. `isNamed` says whether words name a size, a colour, an order or a product. */
export type Before = {
  language: Language;
  /** The last question, whole. */
  asked?: { text: string; intent: string };
  hasGoods: boolean;
  hasOrder: boolean;
  isNamed(words: string): boolean;
};

/**
 * Makes a message whole from what was said before it, where it depends on that: a correction ("我问的是退货不是换货"),
 * another matter by one word ("那快递呢"), another word in the last question ("那换货呢" after "退货运费谁出").
 * Goods, sizes and pronouns are not its business: they are filled in once it is known what the message names.
 */
export function wholeOf(text: string, before: Before): Whole {
  const asIs: Whole = { text, isRepair: false, isMade: false };
  const repair = hasPast(before) ? repairOf(text, before.language, (words) => isKnown(words, before)) : undefined;
  if (repair) return repaired(repair.said, repair.not, before);
  const phrase = phraseOf(text, before.language);
  if (phrase === undefined || before.isNamed(phrase)) return asIs;
  return filled(phrase, before) ?? asIs;
}

function hasPast({ asked, hasGoods, hasOrder }: Before): boolean {
  return asked !== undefined || hasGoods || hasOrder;
}

function isKnown(words: string, before: Before): boolean {
  const bare = withoutArticle(words);
  return before.isNamed(words) || isSibling(bare) || topicOf(bare, { ...before, hasGoods: true }) !== undefined;
}

function repaired(said: string, not: string | undefined, before: Before): Whole {
  const made = { isRepair: true, isMade: true };
  if (before.isNamed(said)) return { text: said, ...made };
  const word = withoutArticle(said);
  const { asked } = before;
  const isSwap = asked && not !== undefined && !isSibling(word) && asked.text.includes(not);
  if (isSwap) return { text: asked.text.replace(not, word), ...made };
  return { text: said, ...made, ...filled(word, before), isRepair: true };
}

/** The phrase in the last question's place, or the question that it stands for by itself. */
function filled(phrase: string, before: Before): Whole | undefined {
  const made = { isRepair: false, isMade: true };
  const word = withoutArticle(phrase);
  const { asked } = before;
  const again = asked && withSibling(asked.text, word);
  const topic = topicOf(word, before);
  if (again) {
    // "怎么退货" asks what "退货" stands for, so with "换货" in its place it asks what that stands for.
    const isItsTopic = topic && topicOf(again.there, before)?.intent === asked.intent;
    return { text: again.text, ...made, intent: isItsTopic ? topic.intent : asked.intent };
  }
  if (topic) return { ...topic, ...made };
  const framed = asked && inFrame(asked.text, word, before.language);
  return framed === undefined ? undefined : { text: framed, ...made };
}

function withoutArticle(words: string): string {
  return words.trim().replace(/^(?:the|a|an|about|my|your|its)\s+/i, "");
}

const leads: Record<Language, RegExp> = {
  zh: /^(?:(?:那么?|还有|另外|然后|再问一?下|顺便问一?下|请问|好的?|嗯+|哦+)[\s，,]*)+/,
  en: /^(?:(?:ok(?:ay)?|so|and|also|then|alright)[\s,]+)*(?:what about|how about|and|also)\s+/i,
};
const tails = /(?:方面|的话|的事|这块)?(?:呢|怎么样|咋样|怎么说|如何|怎么弄)[?？。!！~\s]*$/;
const longest = 14;

/** The bare phrase of a message that only asks "and X?": "那快递呢", "运费呢", "what about returns?". */
function phraseOf(text: string, language: Language): string | undefined {
  const plain = text.trim();
  if (language === "en") {
    const rest = leads.en.test(plain) ? plain.replace(leads.en, "").replace(/[\s?!.]+$/, "") : "";
    return rest !== "" && rest.split(/\s+/).length <= 5 ? rest : undefined;
  }
  const after = plain.replace(leads.zh, "");
  const rest = after.replace(tails, "").replace(/^(?:你们?家?的?|这个的?|它的?)/, "");
  const isAsking = after !== plain || tails.test(after);
  const phrase = rest.replace(/[?？。!！~\s]+$/, "");
  return isAsking && phrase !== "" && phrase.length <= longest ? phrase : undefined;
}

const frames: Record<Language, RegExp> = {
  zh: /^(.{0,16}?)(能不能|可不可以|会不会|有没有|可以|支持|包含|能|会|带|含|送|有)(.{1,8}?)(吗|么|嘛|不)[?？]?$/u,
  en: /^((?:.{0,40}?\b)?(?:can (?:i|it|you|they|we)|is (?:it|this|that)|are they|do(?:es)? (?:it|you|they|this) (?:have|come with|support|include|take|accept|fit|ship to|deliver to|work with))(?: an?| the)?) .{1,40}?\??$/i,
};
/** A question or a verb of its own stands in no frame. */
const ownQuestion = /[吗么嘛]|什么|怎么|多少|几|哪|谁|为什么|\b(?:what|how|why|when|where|who|which|if)\b/i;

/** "能机洗吗" and then "那脱水呢": the phrase in the place of what was asked whether it can be done or is there. */
function inFrame(asked: string, phrase: string, language: Language): string | undefined {
  if (ownQuestion.test(phrase)) return undefined;
  const found = frames[language].exec(asked.trim());
  if (!found) return undefined;
  if (language === "en") return `${found[1]} ${phrase}?`;
  const [, start = "", verb = "", , mark = ""] = found;
  const isNew = !phrase.startsWith(verb);
  return phrase.length > 6 ? undefined : `${start}${isNew ? verb : ""}${phrase}${mark}`;
}
