import type { Entity, Guess, Language, Locale } from "@yiwen/shared";
import { withExamples } from "../nlu/few-shot/with-examples.ts";
import { intentsIn } from "../nlu/intents/intents-in.ts";
import { bare, readable } from "../nlu/normalise.ts";
import type { Facts, Product } from "./facts.ts";
import { aboutProduct, continuedIntent, isElliptical, wholeQuestion } from "./follow-up.ts";
import { languageIn, told } from "./overhear.ts";
import { comparing, isNamed, type Named, namesIn } from "./rewrite/names.ts";
import { withTitle } from "./rewrite/referred.ts";
import { type Whole, wholeOf } from "./rewrite/whole.ts";
import { limitsIn } from "./skills/product-facts/budget.ts";
import type { DialogueState } from "./state.ts";
import { besides, statedOf } from "./stated.ts";
import type { Understood } from "./turn.ts";

type Around = { dialogue: DialogueState; facts: Facts; locale: Locale };

/** A size or colour by itself can only be about the product on the table. */
const followUpConfidence = 0.9;
/** Words that clearly name a product say what the message is about even where its verb is unknown. */
const namedConfidence = 0.75;

/** What a message means: language, intent, entities, mood, and the whole question where it was a follow-up. */
export function understand(raw: string, { dialogue, facts, locale }: Around): Understood {
  const text = readable(raw);
  const language = languageIn(text, dialogue, locale);
  const whole = wholeOf(text, {
    language,
    hasGoods: dialogue.product !== undefined || dialogue.candidates !== undefined,
    hasOrder: dialogue.orderId !== undefined,
    isNamed: (words) => isNamed(words, dialogue, facts),
    ...(dialogue.asked && { asked: dialogue.asked }),
  });
  const named = namesIn(whole.text, dialogue, facts);
  const { guesses, rewritten } = read(whole, { said: text, dialogue, facts, named, language });
  const question = rewritten ?? (whole.isMade ? whole.text : undefined);
  const understood = told(text, { language, guesses, entities: named.entities }, dialogue);
  return question === undefined ? understood : { ...understood, rewritten: question };
}

/** Asked of a product, these are answered by its page before the shop's policies. */
const pageKnows = new Set(["install", "warranty", "authenticity"]);

const aboutOption = new Set(["size", "colour", "option"]);

type Reading = { guesses: Guess[]; rewritten?: string };
type Reader = { said: string; dialogue: DialogueState; facts: Facts; named: Named; language: Language };

function read(whole: Whole, reader: Reader): Reading {
  const { dialogue, facts, named, language } = reader;
  const { text } = whole;
  const { entities } = named;
  const bareIntent = wordless(text, entities);
  if (bareIntent && entities.every(({ kind }) => kind === "order")) {
    const intent =
      whole.isRepair && dialogue.asked && bareIntent === "orderStatus" ? dialogue.asked.intent : bareIntent;
    return { guesses: [{ intent, confidence: followUpConfidence }] };
  }
  const product = facts.catalogue.get(goodsOf(entities)[0]?.value ?? dialogue.product?.id ?? "");
  const options = entities.filter(({ kind }) => kind === "product" || aboutOption.has(kind));
  const words = options.flatMap(({ kind, text: said }) => (kind === "product" ? said.split(" ") : [said]));
  // An agent corrects what the shopper wrote, not what was made of it, so that is looked for first.
  const learnt = facts.examples.near(reader.said).length > 0 ? reader.said : text;
  const guesses = withExamples(promoted(whole, intentsIn(text)), learnt, facts.examples);
  const isOfGoods = product !== undefined || dialogue.candidates?.[0] !== undefined;
  if (isOfGoods && isElliptical(text, words, language)) {
    const intent = continuedIntent(text, options, dialogue.lastIntent);
    const first = { guesses: lead(intent, followUpConfidence, guesses) };
    return product ? { ...first, rewritten: wholeQuestion({ intent, text, product, entities, language }) } : first;
  }
  // "500元以上的": a limit by itself is a wish for others.
  if (isOfGoods && isElliptical(text, limitsIn(text), language))
    return { guesses: lead("recommend", followUpConfidence, guesses) };
  return product ? ofProduct(text, guesses, { ...reader, product, words }) : { guesses };
}

function goodsOf(entities: Entity[]): Entity[] {
  return entities.filter(({ kind }) => kind === "product");
}

function lead(intent: string, confidence: number, guesses: Guess[]): Guess[] {
  return [{ intent, confidence }, ...guesses.filter((guess) => guess.intent !== intent)];
}

/** The word that a question was made from says what it asks. */
function promoted({ intent }: Whole, guesses: Guess[]): Guess[] {
  return intent === undefined ? guesses : lead(intent, followUpConfidence, guesses);
}

/** A question with a product on the table or in it: the name fills in what the words leave open. */
function ofProduct(
  text: string,
  all: Guess[],
  { dialogue, facts, named, language, product, words }: Reader & { product: Product; words: string[] },
): Reading {
  const goods = goodsOf(named.entities);
  const isPointed = named.pointer !== undefined && goods.length === 1;
  const guesses = isPointed && !comparing.test(text) ? ofOne(all, named.entities) : all;
  const best = guesses[0];
  const isOpen = best !== undefined && goods.length === 0 && leavesOpen(text, best, dialogue, language);
  const rewritten = isPointed || isOpen ? withTitle(text, product, language, named.pointer) : undefined;
  const reading = (found: Guess[]): Reading =>
    rewritten === undefined ? { guesses: found } : { guesses: found, rewritten };
  if (best && mayBeOnPage(best, goods.length > 0, facts)) {
    const isStated = statedOf(product, besides(text, words), language).length > 0;
    const onPage = { guesses: lead("productFacts", namedConfidence, guesses) };
    if (isStated && goods.length > 0) return reading(onPage.guesses);
    if (isStated) return { ...onPage, rewritten: rewritten ?? withTitle(text, product, language) };
  }
  return reading(goods.length > 0 ? leanToProduct(guesses) : guesses);
}

/** "Does the previous one come in black?": one product is compared with nothing, and its size or colour is in stock or not. */
function ofOne(guesses: Guess[], entities: Entity[]): Guess[] {
  const [best, ...rest] = guesses;
  if (best?.intent !== "compare") return guesses;
  const hasOption = entities.some(({ kind }) => aboutOption.has(kind));
  return hasOption ? lead("stock", namedConfidence, rest) : rest;
}

/** Whether the product's page is looked into: for what pages know best, and where the intent is not clear. */
function mayBeOnPage({ intent, confidence }: Guess, isNamed: boolean, { shop }: Facts): boolean {
  if (pageKnows.has(intent)) return true;
  if (confidence >= shop.settings.confidence.act) return false;
  return isNamed || intent === "productFacts" || !aboutProduct.has(intent);
}

const zhPronoun = /它|[这那][个款件双条](?!月|星期|时候|问题)/;

/** Whether a question is about the product on the table without naming it: by what it asks, or by saying "it". */
function leavesOpen(text: string, best: Guess, { asked }: DialogueState, language: Language): boolean {
  if (aboutProduct.has(best.intent)) return true;
  if (pageKnows.has(best.intent) && best.confidence >= namedConfidence) return true;
  return language === "zh" && asked?.isOfGoods === true && best.intent === "returnGoods" && zhPronoun.test(text);
}

/** What one says while thinking. */
const sounds = /^(?:e*m+|h+m+|[ao]h+|uh+)$/;

/** A message without words of its own: an order's number, a link to a product, an emoji, a question mark. */
function wordless(text: string, entities: Entity[]): string | undefined {
  const order = entities.find(({ kind }) => kind === "order");
  if (order && !/[\p{Letter}\p{Number}]/u.test(text.replace(order.text, "").replace(order.value, "")))
    return "orderStatus";
  if (/^\p{Number}+$/u.test(bare(text))) return "other";
  if (sounds.test(bare(text))) return "acknowledge";
  if (bare(text) !== "") return undefined;
  if (/https?:\/\//i.test(text)) return "productFacts";
  return /[?？]/.test(text) ? "greeting" : "acknowledge";
}

/** With a product named and no intent clear, the likeliest one about products is meant. */
function leanToProduct(guesses: Guess[]): Guess[] {
  const best = guesses[0];
  if (!best || best.confidence >= namedConfidence) return guesses;
  const likely = guesses.find((guess) => aboutProduct.has(guess.intent) || guess.intent === "recommend");
  if (!likely || likely.confidence < best.confidence * 0.5) return guesses;
  return [{ ...likely, confidence: namedConfidence }, ...guesses.filter((guess) => guess !== likely)];
}
