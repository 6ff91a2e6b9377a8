import { bare } from "../../../nlu/normalise.ts";
import type { Facts, Product } from "../../facts.ts";
import { categoryOf, titleOf } from "../../localise.ts";
import { goodsByOtherNames } from "../product-words.ts";

/** What a request says besides the goods it wants. */
export const requestWords =
  /卖得?最?(?:好|火|多)|最火|热[卖销]|畅销|爆款|销量|最?受?欢迎|推荐|介绍|生日|[节圣情]日?礼物|礼物|礼品|送礼|送给?|给|爸爸?|妈妈?|[爷奶][爷奶]?|长辈|同事|朋友|女朋友|男朋友|老婆|老公|孩子|有没有|有什么|哪些|哪款|哪个|几款|一款|一个|一下|帮我|给我|我想|想要|想买|想看|看看|找|买|卖|你们|店里?|还有|有|好的|好用的|适合|便宜点?的?|别的|其[他它]的?|另外的?|类似的?|同类的?|差不多的?|换[一个]?[个款]|什么|商品|东西|[她他]|喜欢|爱|个|我|想|吗|呢|的|那|\b(?:best|sell(?:s|ers?|ing)|most|ones?|which|your|it|this|these|those|cheaper|less|expensive|recommend|recommendations?|suggest(?:ions?)?|show|find|looking|for|some|any|a|an|the|do|you|have|sell|me|my|i|i'm|want|to|buy|can|please|good|something|anything|what|what's|products?|is|are|popular|others?|another|different|similar|like|else|alternatives?|ideas?|she|he|her|his|him|likes?|loves?|into|gifts?|presents?|birthday|mum|mom|dad|mother|father|wife|husband|girlfriend|boyfriend|friend)\b/gi;

/** What sells best is nothing that the catalogue says. */
export const asksSales = /卖得?最?(?:好|火|多)|最火|热[卖销]|畅销|爆款|销量|欢迎|best.?sell|sells? best|most popular/i;

/** "别的加湿器", "something similar": not the one that is spoken of. */
export const asksOthers =
  /别的|其[他它]|另外|类似|同类|差不多的|换[一个]?[个款]|\b(?:others?|another|different|similar|alternatives?|(?:something|anything|what) else)\b/i;

/** A present, and no card or wrapping. */
export const asksForPresent =
  /礼物|礼品(?!卡)|送礼|伴手礼|生日|送(?:啥|什么)|送给?(?:[我她他]?(?:爸|妈|爷|奶|老婆|老公|老师|女|男|朋友|同事|孩子|长辈|领导|客户))|\b(?:gifts?|presents?|birthday)\b(?! (?:cards?|box|wrap|bag))/i;
const present = /礼盒|礼物|送礼|\bgifts?\b/i;

/** For whom a present is. */
export const tellsForWhom =
  /[爸妈爷奶婆公姐妹哥弟姑姨叔舅]|老师|[女男]朋?友|朋友|同事|孩子|长辈|领导|客户|\b(?:my|her|him|mom|mum|dad|kids?|wife|husband)\b/i;

/** Goods of which the shop says that they are for giving. */
export function presents({ catalogue }: Pick<Facts, "catalogue">): Product[] {
  const found = ["礼盒", "礼物", "gift"].flatMap((word) => catalogue.search(word, 10).map(({ item }) => item));
  return [...new Set(found)].filter(({ title, attributes }) =>
    present.test([title, ...Object.entries(attributes).flat()].join(" ")),
  );
}

const refusing =
  /(?:不想?要|不喜欢|不考虑|别(?:给我)?推荐?|除了)\s*(?!超过|高于|低于|多于|少于|大于|小于)(\p{Script=Han}{1,6}?)(?:[类的]|[以之]外|之类|吗|[\s\p{P}]|$)|\b(?:not|except(?: for)?|other than|anything but|don'?t want)\s+(?:an?y?\s+|the\s+)?([a-z]{3,}(?: [a-z]{3,})?)/giu;
/** Found as well as this, goods are what a word names. */
const namedFrom = 0.5;

/** The kinds of goods that a message refuses: "不要衣服", "not food". */
export function refusedKinds(text: string): string[] {
  return [...text.matchAll(refusing)].map(([, zh, en]) => (zh ?? en ?? "").trim().toLowerCase()).filter(Boolean);
}

/** A request without the kinds it refuses. */
export function withoutRefused(text: string): string {
  return text.replace(refusing, " ");
}

/** Whether a product is of a kind that was refused, by its name, its category's or another word for either. */
export function isOfKind(product: Product, kind: string, facts: Pick<Facts, "catalogue">): boolean {
  const names = (["zh", "en"] as const).flatMap((language) => [
    titleOf(product, language),
    categoryOf(product, language),
  ]);
  if (names.some((name) => bare(name).includes(bare(kind)))) return true;
  const others = goodsByOtherNames(kind, facts).filter(({ score }) => score >= namedFrom);
  return others.some(({ item }) => item.id === product.id);
}

const tellsTaste =
  /喜欢|爱[喝吃玩看]|^(?:送?给|送)|\b(?:likes?|loves?|into|enjoys?)\b|^(?:it'?s )?for (?:my|a|her|him)\b/i;

/** Whether a message says for whom a present is or what they like, after a present was asked for. */
export function answersPresent(text: string, asked: string): boolean {
  return asksForPresent.test(asked) && tellsTaste.test(text.trim());
}

/** Whether all that a message does is to refuse kinds of goods that the shop has. */
export function onlyRefuses(text: string, { catalogue }: Pick<Facts, "catalogue">): boolean {
  const kinds = refusedKinds(text);
  if (kinds.length === 0 || bare(withoutRefused(text).replace(requestWords, "")).length > 1) return false;
  return kinds.some(
    (kind) => catalogue.search(kind, 1).length > 0 || goodsByOtherNames(kind, { catalogue }).length > 0,
  );
}
