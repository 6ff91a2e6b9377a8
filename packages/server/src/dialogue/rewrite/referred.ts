import { cut, type Entity, type Language } from "@yiwen/shared";
import { literally } from "../../nlu/normalise.ts";
import type { Catalogue, Product } from "../facts.ts";
import { titleOf } from "../localise.ts";
import type { DialogueState } from "../state.ts";

const back =
  /(?:回到)?(?:刚才|刚刚|之前|前面|先前|一开始|最开始|最早|上面)(?:说|问|看|聊|提到?|咨询)?过?的?(?:那|这)?(?:个|款|件|双|条|种)(?:商品|产品|东西)?|(?:那个|那款)?上一?(?:个|款|件|双)(?!月|星期|礼拜|周)(?:商品|产品|东西)?|原来(?:的)?那(?:个|款|件)|\b(?:back to )?the (?:one|item|product) (?:before|i (?:asked|was asking) about|from before|you showed me(?: before| first| earlier)?)|\bthe (?:previous|earlier|last) (?:one|item|product)\b|\bback to the (?:first|other) one\b/iu;
const both =
  /(?:这|那|刚才)(?:那|这)?[两俩2二](?:个|款|件|双|种|者)|它们|\b(?:both(?: of them)?|the two(?: of them)?|these two|those two|between them)\b/iu;
/** What is of an order, or is only a point in time, names no product. */
const notGoods = /(?:订单|快递|包裹|客服|问题|链接)/;

/** The goods that words point back to: the one spoken of before ("刚才那个"), or the last two ("这两款"). */
export function pointedBack(text: string, dialogue: DialogueState, catalogue: Catalogue): Entity[] {
  const named = (ids: (string | undefined)[], words: string): Entity[] =>
    ids.flatMap((id) =>
      id !== undefined && catalogue.get(id) ? [{ kind: "product", value: id, text: words.trim() }] : [],
    );
  const pair = both.exec(text)?.[0];
  if (pair !== undefined) {
    const { candidates = [], product, recent = [] } = dialogue;
    const ids = candidates.length === 2 ? candidates : [product?.id, recent[0]];
    const found = named(ids, pair);
    return found.length === 2 ? found : [];
  }
  const found = back.exec(text);
  if (!found || notGoods.test(text.slice(found.index + found[0].length, found.index + found[0].length + 3))) return [];
  return named([earlier(dialogue)], found[0]);
}

/** Talking of the product on the table, "the one before" is the one before it; after something else, it is that product. */
function earlier({ product, recent = [], asked }: DialogueState): string | undefined {
  if (!product) return recent[0];
  return asked?.isOfGoods && recent[0] !== undefined ? recent[0] : product.id;
}

const pronouns: Record<Language, RegExp> = {
  zh: /(?:这|那)(?:个|款|件|双|条|只|台|瓶)(?:商品|产品|东西|宝贝|鞋子?|衣服|裤子|裙子|包包?|杯子)?(?!月|星期|时候|问题)|它们?|该商品|此款/u,
  en: /\b(?:this one|that one|the one|it|this|that|they|these|them)\b(?!['’])/i,
};

/** The message with the product's name where it says "it", or before it where it says nothing of the kind. */
export function withTitle(text: string, product: Product, language: Language, words?: string): string {
  const title = titleOf(product, language);
  const plain = cut(text.trim(), 300);
  const found = (words ? wordsAt(words).exec(plain) : null) ?? pronouns[language].exec(plain);
  if (!found) return `${title}${language === "zh" ? " " : ": "}${plain}`;
  const { index: at, 0: said } = found;
  const [before, after] = [plain.slice(0, at), plain.slice(at + said.length)];
  if (language === "en") return before + title + after;
  const rest = withoutName(after, title);
  return `${before}${title}${/^[^\s\p{P}]/u.test(rest) ? " " : ""}${rest}`;
}

/** The words where they stand by themselves: "it" is no part of "with". */
function wordsAt(words: string): RegExp {
  const plain = literally(words);
  return new RegExp(/^[\w ]+$/.test(words) ? `\\b${plain}\\b` : plain);
}

/** "刚才那个T恤有黑色吗": what the title says already is not said again. */
function withoutName(after: string, title: string): string {
  const name = [6, 5, 4, 3, 2].map((length) => after.slice(0, length)).find((words) => title.includes(words.trim()));
  return name?.trim() && name.length > 1 ? after.slice(name.length) : after;
}

/** The whole question as skills hear it: they know the product on the table, so its name is a pronoun again. */
export function withoutTitle(rewritten: string, product: Product | undefined, language: Language): string {
  const title = product && titleOf(product, language);
  return title && rewritten.includes(title) ? rewritten.replace(title, language === "zh" ? "它" : "it") : rewritten;
}
