import type { Entity, Language } from "@yiwen/shared";
import { literally, normalise } from "../nlu/normalise.ts";
import type { Product } from "./facts.ts";
import { titleOf, valueWords } from "./localise.ts";
import { meant, readingsOf } from "./refused.ts";

/** Questions about a product that a bare size, colour or other product can continue. */
const continued = new Set(["stock", "price", "productFacts", "sizeAdvice", "compare"]);

/** Intents whose question is about the product on the table when it names none. */
export const aboutProduct = new Set([...continued, "coupon", "bargain"]);

const fillers: Record<Language, RegExp> = {
  zh: /请问|您好|你好|你们|店里|这里|家里|卖|那|么|呢|的话|的|码|号|款|色|这个|这|个|有没有|还有货|还有|有货|有|吗|没|啊|呀|件|几(?=[件个双条套只])|剩|换成|如果|要|再|也|是|我|看看|吧|[\s\p{P}]/gu,
  en: /\b(?:hi|hello|please|sell|got|your|shop|and|what|how|about|the|one|ones|a|an|in|is|it|for|size|or|then|colou?r|do|you|have|there|available|any|instead)\b|[\s\p{P}]/giu,
};

/** The words of an intent's question, to make a follow-up whole again. */
const tails: Record<string, Record<Language, string>> = {
  stock: { zh: "有货吗", en: "in stock?" },
  price: { zh: "多少钱", en: "how much is it?" },
  compare: { zh: "有什么区别", en: "what is the difference?" },
  sizeAdvice: { zh: "合适吗", en: "would it fit?" },
  productFacts: { zh: "介绍一下", en: "tell me about it" },
};

/** A message that only names a size, colour or product: nothing else is left of it. */
export function isElliptical(text: string, named: string[], language: Language): boolean {
  if (named.length === 0) return false;
  const rest = [...named]
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replace(wordsLike(name), " "), normalise(text));
  return rest.replace(fillers[language], "") === "";
}

/** Names come stemmed: "thermo" stands for the "thermos" that was written. */
function wordsLike(name: string): RegExp {
  const plain = literally(name.toLowerCase());
  return new RegExp(/^[a-z]{3,}$/.test(plain) ? `\\b${plain}[a-z]{0,3}\\b` : plain, "g");
}

const asksWhetherThere = /有|剩|几[件个双条套只]|\b(?:do you have|available|in stock|any)\b/i;

/** The intent that an elliptical message continues: the stock of what is named, its price where that was asked, or more about it. */
export function continuedIntent(text: string, named: Entity[], lastIntent: string | undefined): string {
  const isOneVersion = ["size", "colour"].every((kind) => named.some((entity) => entity.kind === kind));
  if (asksWhetherThere.test(text) || (isOneVersion && lastIntent !== "price")) return "stock";
  if (lastIntent === "price" || lastIntent === "compare") return lastIntent;
  const hasOption = named.some(({ kind }) => kind !== "product");
  // Whether a size fits can go on, but a colour fits nobody: it is or isn't there in that size.
  const isOfFit = lastIntent === "sizeAdvice" && !named.some(({ kind }) => kind === "colour");
  if (hasOption) return isOfFit ? lastIntent : "stock";
  return lastIntent !== undefined && continued.has(lastIntent) ? lastIntent : "productFacts";
}

/** "Size" and "colour" are joined to the product and the question's own words. */
export function wholeQuestion(question: {
  intent: string;
  text: string;
  product: Product;
  entities: Entity[];
  language: Language;
}): string {
  const { intent, text, product, entities, language } = question;
  const readings = readingsOf(text, entities);
  const said = (kind: string) => meant(readings, kind).at(-1);
  const size = said("size")?.value;
  const tail = tails[intent]?.[language] ?? "";
  if (language === "zh") {
    const colour = said("colour")?.text.replace(/的$/, "");
    return `${titleOf(product, language)} ${colour ? `${colour.replace(/色$/, "")}色 ` : ""}${size ? valueWords("size", size, language) : ""}${tail}`;
  }
  return [titleOf(product, language), said("colour")?.text, size && valueWords("size", size, language), tail]
    .filter(Boolean)
    .join(" ");
}
