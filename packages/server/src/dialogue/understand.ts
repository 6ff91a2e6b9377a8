import type { Entity, Guess, Language, Locale } from "@yiwen/shared";
import { withExamples } from "../nlu/few-shot/with-examples.ts";
import { intentsIn } from "../nlu/intents/intents-in.ts";
import { bare, readable } from "../nlu/normalise.ts";
import type { Facts, Product } from "./facts.ts";
import { aboutProduct, continuedIntent, isElliptical, wholeQuestion } from "./follow-up.ts";
import { openMeaning } from "./open-meaning.ts";
import { languageIn, told } from "./overhear.ts";
import { comparing, isNamed, type Named, namesIn } from "./rewrite/names.ts";
import { withTitle } from "./rewrite/referred.ts";
import { type Whole, wholeOf } from "./rewrite/whole.ts";
import { limitsIn } from "./skills/product-facts/budget.ts";
import type { DialogueState } from "./state.ts";
import { besides, statedOf } from "./stated.ts";
import { topicsAsked } from "./topics.ts";
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
  const open = openMeaning(text, guesses[0]?.intent, { dialogue, entities, facts });
  if (open) return { guesses: lead(open, followUpConfidence, guesses) };
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
  const { act } = facts.shop.settings.confidence;
  const asked = besides(text, words);
  const whole = () => rewritten ?? withTitle(text, product, language);
  if (best && mayBeOnPage(best, { asked, isNamed: goods.length > 0, act })) {
    const onPage = lead(asksChoice(asked, guesses) ? "stock" : "productFacts", namedConfidence, guesses);
    const isStated = statedOf(product, asked, language).length > 0;
    if (isStated) return goods.length > 0 ? reading(onPage) : { guesses: onPage, rewritten: whole() };
  }
  if (goods.length > 0) return reading(leanToProduct(guesses));
  const likely = best && best.confidence < act && !ofShop.test(text) ? likelyOfProduct(guesses, asked) : undefined;
  return likely === undefined
    ? reading(guesses)
    : { guesses: lead(likely, namedConfidence, guesses), rewritten: whole() };
}

/** What is the shop's matter or an order's, and no product's page tells. */
const ofShop =
  /订单|下单|快递|物流|包裹|发货|收货|到货|签收|退|换|赔|发票|抬头|运费|包邮|邮费|配送|寄|投诉|举报|客服|人工|老板|支付|付款|花呗|积分|会员|优惠|[券卷]|活动|地址|\b(?:orders?|ordered|packages?|parcels?|deliver\w*|ship\w*|postage|track\w*|refund\w*|return\w*|exchange|swap|invoice|complain\w*|human|agent|person|pay\w*|coupon|code|discount|deal|points|member\w*|address|arrived?|bought)\b/i;
/** From here on a guess about the product on the table is more likely than a question of something else. */
const likelyFrom = 0.3;
/** Share of the likeliest from which another is as good. */
const rivalFrom = 0.8;

/** "有什么颜色" may be asked of what is left, which tells more than the page. */
function asksChoice(asked: string, guesses: Guess[]): boolean {
  const isStock = guesses.some(({ intent, confidence }) => intent === "stock" && confidence >= likelyFrom);
  return isStock && /(?:什么|哪些|几种|啥)(?:颜色|尺码|色|码)|\b(?:what|which) (?:colou?rs?|sizes?)\b/i.test(asked);
}

/** What is asked of the product on the table where the intent isn't clear: its page answers, or says that it doesn't know. */
function likelyOfProduct(guesses: Guess[], asked: string): string | undefined {
  const [likely, rival] = guesses.filter(({ intent }) => aboutProduct.has(intent));
  // "2米的多少" may ask for the price as well as for how many are left.
  const isOpen = rival !== undefined && likely !== undefined && rival.confidence > likely.confidence * rivalFrom;
  if (likely && likely.confidence >= likelyFrom && !isOpen) return likely.intent;
  if (whether.test(asked) && !/[你您我]/.test(asked)) return "productFacts";
  const isOther = guesses[0]?.intent === "other";
  return !isOther && topicsAsked(asked).length > 0 ? "productFacts" : undefined;
}

/** "扎不扎", "稳不稳" are asked of things. */
const whether = /(\p{Script=Han})不\1/u;

/** "Does the previous one come in black?": one product is compared with nothing, and its size or colour is in stock or not. */
function ofOne(guesses: Guess[], entities: Entity[]): Guess[] {
  const [best, ...rest] = guesses;
  if (best?.intent !== "compare") return guesses;
  const hasOption = entities.some(({ kind }) => aboutOption.has(kind));
  return hasOption ? lead("stock", namedConfidence, rest) : rest;
}

/** Whether the product's page is looked into: for what pages know best, for a known point, and where the intent is not clear. */
function mayBeOnPage(
  { intent, confidence }: Guess,
  { asked, isNamed, act }: { asked: string; isNamed: boolean; act: number },
): boolean {
  if (pageKnows.has(intent)) return true;
  if (intent === "other" && topicsAsked(asked).length > 0) return true;
  if (confidence >= act) return false;
  if (isNamed || intent === "productFacts" || !aboutProduct.has(intent)) return true;
  return intent === "sizeAdvice" && topicsAsked(asked).length > 0;
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
