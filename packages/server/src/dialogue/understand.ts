import type { Entity, Guess, Language, Locale } from "@yiwen/shared";
import { entitiesIn } from "../nlu/entities.ts";
import { intentsIn } from "../nlu/intents/intents-in.ts";
import { type Mention, mentionsIn } from "../nlu/mentions.ts";
import { bare, readable } from "../nlu/normalise.ts";
import type { Facts } from "./facts.ts";
import { aboutProduct, continuedIntent, isElliptical, wholeQuestion } from "./follow-up.ts";
import { titleOf } from "./localise.ts";
import { languageIn, told } from "./overhear.ts";
import { pickOf } from "./pick.ts";
import { waiting } from "./stack.ts";
import type { DialogueState } from "./state.ts";
import { besides, statedOf } from "./stated.ts";
import type { Understood } from "./turn.ts";
import { optionEntities } from "./variants.ts";

type Around = { dialogue: DialogueState; facts: Facts; locale: Locale };

/** A size or colour by itself can only be about the product on the table. */
const followUpConfidence = 0.9;
/** Words that clearly name a product say what the message is about even where its verb is unknown. */
const namedConfidence = 0.75;

/** What a message means: language, intent, entities, mood, and the whole question where it was a follow-up. */
export function understand(raw: string, { dialogue, facts, locale }: Around): Understood {
  const text = readable(raw);
  const language = languageIn(text, dialogue, locale);
  const isAsked = waiting(dialogue.stack) !== undefined;
  const mentions = mentionsIn(text, facts.catalogue, { isLoose: isAsked }).filter((mention) =>
    isMeant(mention, text, dialogue),
  );
  const picked = pickOf(text, dialogue.candidates ?? [], facts.catalogue);
  const named = picked ? [picked] : mentionEntities(mentions, dialogue);
  const product = facts.catalogue.get(named[0]?.value ?? dialogue.product?.id ?? "");
  const spoken = entitiesIn(text);
  const entities = [...named, ...spoken, ...(product ? optionEntities(product, text, spoken) : [])];
  const { rewritten, guesses } = read(text, { dialogue, facts, entities, language });
  const understood = told(text, { language, guesses, entities }, dialogue);
  return rewritten === undefined ? understood : { ...understood, rewritten };
}

const pronoun = /这个|这款|这件|这双|它|\b(?:it|this|that)\b/i;
const comparing = /比|区别|不同|差|哪[个款]|还是|\b(?:compare|than|vs|difference|better|or)\b/i;
/** From here a mention is a whole title or a link. */
const certain = 100;

/** With "it" said of the product on the table, a word that another title happens to have names nothing. */
function isMeant({ product, score, text: words }: Mention, text: string, { product: current }: DialogueState): boolean {
  if (!current || product.id === current.id || score >= certain) return true;
  return words.includes(" ") || !pronoun.test(text) || comparing.test(text);
}

/** The clearest product, or all that are equally clear (the one on the table wins a draw), and others named in other words. */
function mentionEntities(mentions: Mention[], dialogue: DialogueState): Entity[] {
  const chosen: Mention[] = [];
  const taken: string[] = [];
  for (const mention of mentions) {
    const words = mention.text.split(" ");
    if (words.some((word) => taken.some((other) => other.includes(word) || word.includes(other)))) continue;
    const drawn = mentions.filter(({ score, text }) => score === mention.score && text === mention.text);
    const current = drawn.find(({ product }) => product.id === dialogue.product?.id);
    chosen.push(...(current ? [current] : drawn));
    taken.push(...words);
  }
  return chosen.map(({ product, text }) => ({ kind: "product", value: product.id, text }));
}

/** Asked of a product, these are answered by its page before the shop's policies. */
const pageKnows = new Set(["install", "warranty", "authenticity"]);

const aboutOption = new Set(["size", "colour", "option"]);

type Reading = { guesses: Guess[]; rewritten?: string };

function read(
  text: string,
  {
    dialogue,
    facts,
    entities,
    language,
  }: { dialogue: DialogueState; facts: Facts; entities: Entity[]; language: Language },
): Reading {
  const bareIntent = wordless(text, entities);
  if (bareIntent && entities.every(({ kind }) => kind === "order"))
    return { guesses: [{ intent: bareIntent, confidence: followUpConfidence }] };
  const guesses = intentsIn(text);
  const products = entities.filter(({ kind }) => kind === "product");
  const product = facts.catalogue.get(products[0]?.value ?? dialogue.product?.id ?? "");
  const named = entities.filter(({ kind }) => kind === "product" || aboutOption.has(kind));
  const words = named.flatMap(({ kind, text: said }) => (kind === "product" ? said.split(" ") : [said]));
  const first = dialogue.candidates?.[0];
  if (!product && first !== undefined && isElliptical(text, words, language)) {
    const intent = continuedIntent(text, named, dialogue.lastIntent);
    return { guesses: [{ intent, confidence: followUpConfidence }, ...guesses.filter((g) => g.intent !== intent)] };
  }
  if (product && isElliptical(text, words, language)) {
    const intent = continuedIntent(text, named, dialogue.lastIntent);
    const rest = guesses.filter((guess) => guess.intent !== intent);
    const rewritten = wholeQuestion({ intent, product, entities, language });
    return { guesses: [{ intent, confidence: followUpConfidence }, ...rest], rewritten };
  }
  const best = guesses[0];
  if (best && aboutProduct.has(best.intent) && product && products.length === 0) {
    const glue = language === "zh" ? " " : ": ";
    return { guesses, rewritten: `${titleOf(product, language)}${glue}${text.trim().slice(0, 300)}` };
  }
  if (product && best && (pageKnows.has(best.intent) || best.confidence < facts.shop.settings.confidence.act)) {
    const isStated = statedOf(product, besides(text, words), language).length > 0;
    if (isStated) return { guesses: [{ intent: "productFacts", confidence: namedConfidence }, ...guesses] };
  }
  return { guesses: products.length > 0 ? leanToProduct(guesses) : guesses };
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
