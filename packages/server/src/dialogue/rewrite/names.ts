import type { Entity } from "@yiwen/shared";
import { entitiesIn } from "../../nlu/entities.ts";
import { type Mention, mentionsIn } from "../../nlu/mentions.ts";
import type { Facts } from "../facts.ts";
import { pickOf } from "../pick.ts";
import { waiting } from "../stack.ts";
import type { DialogueState } from "../state.ts";
import { withOptions } from "../variants.ts";
import { pointedBack } from "./referred.ts";

/** What a message names, and the words by which it points to a product without naming it: "第二个", "刚才那个". */
export type Named = { entities: Entity[]; pointer?: string };

/** The products, sizes, colours and numbers that a message names, with what it points to. */
export function namesIn(text: string, dialogue: DialogueState, { catalogue }: Facts): Named {
  const isAsked = waiting(dialogue.stack) !== undefined;
  const mentions = mentionsIn(text, catalogue, { isLoose: isAsked }).filter((mention) =>
    isMeant(mention, text, dialogue),
  );
  const { goods, pointer } = goodsIn(text, mentions, dialogue, { catalogue });
  const product = catalogue.get(goods[0]?.value ?? dialogue.product?.id ?? "");
  const spoken = entitiesIn(text);
  const options = product ? withOptions(product, text, spoken) : spoken;
  return { entities: [...goods, ...options], ...(pointer !== undefined && { pointer }) };
}

/** Whether words name something that a question can be about: a size, a colour, an order, a product, one of a list. */
export function isNamed(words: string, dialogue: DialogueState, facts: Facts): boolean {
  const { entities } = namesIn(words, dialogue, facts);
  return entities.some(({ kind }) => kind !== "quantity" && kind !== "amount");
}

/** After one of a list was picked, another is named by its place in so many words only. */
const ofList =
  /第\s*[一二三四1-4]\s*[个款种件条]|最后一?[个款]|最?[便贵]宜?的?[那这]|\bthe (?:first|second|third|fourth|last|cheapest|cheaper) one\b/iu;

function goodsIn(
  text: string,
  mentions: Mention[],
  dialogue: DialogueState,
  { catalogue }: Pick<Facts, "catalogue">,
): { goods: Entity[]; pointer?: string } {
  const list = dialogue.candidates ?? (ofList.test(text) ? dialogue.listed : undefined) ?? [];
  const picked = pickOf(text, list, catalogue);
  if (picked) return { goods: [picked], pointer: picked.text };
  const pointed = pointedBack(text, dialogue, catalogue);
  const first = pointed[0];
  const isOpen = mentions.length === 0 || mentions.some(({ product }) => product.id === first?.value);
  if (first && isOpen) return { goods: pointed, pointer: first.text };
  return { goods: mentionEntities(mentions, dialogue) };
}

const pronoun = /这个|这款|这件|这双|它|\b(?:it|this|that)\b/i;
/** Words that set one thing against another. */
export const comparing = /比|区别|不同|差|哪[个款]|还是|\b(?:compare|than|vs|difference|better|or)\b/i;
/** From here a mention is a whole title or a link. */
const certain = 100;

/** What goods are put into, used with or meant for: "能插充电宝上用吗" asks about the lamp, not the power bank. */
const accessory: RegExp[] = [
  /(?:插|搭?配|(?<![直链])接|连[接着上到]|(?<=[能以会么要想可])连|(?<![套包安男女童组])装|(?<!投)放|给(?!我)|兼容|适配|支持)(?:在|到|上|进|着|的)?(?:我|你们?)?(?:家|的)*(?:[这那][个款种件])?$/u,
  /\b(?:(?<!\b(?:go|going) )with|into|onto|via|fits?|charges?|(?:plug(?:ged)?|connect(?:ed)?|attach(?:ed)?|pair(?:ed)?) to|(?:works?|used?|runs?) (?:on|in|from))\s+(?:(?:my|the|an?|your|this|that)\s+)?$/i,
];

/** Whether one of the words stands where something that the product is used with would. */
function isAccessory(text: string, words: string): boolean {
  const plain = text.toLowerCase();
  return words.split(" ").some((word) => {
    const before = plain.slice(0, Math.max(0, plain.indexOf(word)));
    return accessory.some((pattern) => pattern.test(before));
  });
}

/** With "it" said of the product on the table, a word that another title happens to have names nothing; nor does what it is used with. */
function isMeant({ product, score, text: words }: Mention, text: string, { product: current }: DialogueState): boolean {
  if (!current || product.id === current.id || score >= certain || comparing.test(text)) return true;
  return !isAccessory(text, words) && (words.includes(" ") || !pronoun.test(text));
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
