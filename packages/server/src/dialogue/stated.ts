import type { Language } from "@yiwen/shared";
import { literally } from "../nlu/normalise.ts";
import { queryTerms, searchTerms } from "../nlu/terms.ts";
import type { Product } from "./facts.ts";
import { attributesOf, keyWords, titleOf, valueWords } from "./localise.ts";
import { optionKind } from "./option-kind.ts";
import { type Topic, topicsAsked } from "./topics.ts";
import { type Option, optionsOf } from "./variants.ts";

/** What the catalogue states about what was asked, by name and value; empty where it states nothing. */
export function statedOf(product: Product, text: string, language: Language): [string, string][] {
  const options = optionsOf(product).map((option): Row => ({ key: option.key, row: optionWords(option, language) }));
  const own = attributesOf(product, language).map(asRow);
  const found = statedIn([...own, ...options], text);
  // What is written in the other language only is better than nothing.
  return found.length > 0 ? found : statedIn(attributesOf(product, language === "zh" ? "en" : "zh").map(asRow), text);
}

/** An attribute or option under the shop's own name for it, and as it is read. */
type Row = { key: string; row: [string, string] };

const asRow = (row: [string, string]): Row => ({ key: row[0], row });

function statedIn(rows: Row[], text: string): [string, string][] {
  const asked = topicsAsked(text).flatMap((topic) => rowsOn(topic, rows));
  const lower = text.toLowerCase();
  const named = rows.filter(({ key, row: [, value] }) =>
    [key, value].some((words) => words.length > 1 && lower.includes(words.toLowerCase())),
  );
  const found = asked.length + named.length > 0 ? [...asked, ...named] : rows.filter((row) => sharesWord(row, text));
  return [...new Map(found.map(({ row }) => row))];
}

/** What is stated on a point: under its name, else where a value puts it. */
function rowsOn({ keys, values }: Topic, rows: Row[]): Row[] {
  const named = rows.filter(({ key }) => keys.test(key));
  return named.length > 0 || !values ? named : rows.filter(({ row: [, value] }) => values.test(value));
}

/** What is stated near to a point that isn't, at most two of them. */
export function nearTo(product: Product, asked: Topic[], language: Language): [string, string][] {
  const near = attributesOf(product, language).filter(([key]) => asked.some((topic) => topic.near?.test(key)));
  return near.slice(0, 2);
}

const questionWords =
  /效果|怎么?样|咋样|如何|[是的吗么嘛呢啊不没会能可以它这那个款\s\p{P}]|\b(?:is|are|it|they|really|the|this|one)\b/giu;

/** Whether the product's name answers: "静音吗" is said by "静音无线鼠标". */
export function isInTitle(product: Product, text: string, language: Language): boolean {
  const title = titleOf(product, language).toLowerCase();
  const rest = text.toLowerCase().replace(questionWords, "");
  return (
    (rest.length > 1 && title.includes(rest)) || topicsAsked(text).some(({ values }) => values?.test(title) ?? false)
  );
}

/** Words that questions and pages are full of and that tell no point from another, as they are searched. */
const common =
  /^(?:适合|质量|商品|颜色|尺码|大小|有货|现货|价格|建议|一般|正常|支持|使用|适用|需要|推荐|方式|左右|不可|避免|选择|size|colou?r|stock|price|which|that|about|from|with|over|take|only|when|after|once|open|whole|good|best|first|year|your|choos|usual)$/;
/** Where something comes from is asked for by that, not by a town's name. */
const places = /产地|origin/i;

/** A telling word in both: "能带上飞机吗" is answered by "可带上飞机", "is it microwave safe" by "microwave safe". */
function sharesWord({ key, row: [, value] }: Row, text: string): boolean {
  if (places.test(key)) return false;
  const words = queryTerms(text).filter((term) => !/^[12]\p{Script=Han}/u.test(term) && !common.test(term));
  const there = new Set(searchTerms(`${key} ${value}`));
  const isThere = (word: string) => (/^[a-z]/.test(word) ? word.length > 3 : word.length > 1) && there.has(word);
  return words.some(isThere) || sharesMark(value.toLowerCase(), text.toLowerCase());
}

/** A grade or measure with its word: "A类的吗" is answered by "A类婴幼儿用品". */
function sharesMark(value: string, text: string): boolean {
  const marks = text.match(/[a-z]+\p{Script=Han}|\d+(?:\.\d+)?(?:个\p{Script=Han}|[a-z]+|\p{Script=Han})/gu) ?? [];
  return marks.some((mark) => new RegExp(`(?<![\\d.a-z])${literally(mark)}`, "u").test(value));
}

/** An option with its values as they are read. */
export function optionWords({ key, values }: Option, language: Language): [string, string] {
  const said = values.map((value) => (optionKind(key) === "size" ? value : valueWords(key, value, language)));
  return [keyWords(key, language), said.join(language === "zh" ? "、" : ", ")];
}

/** A text without the words that name goods: "蓝牙耳机" asks nothing about its connection. */
export function besides(text: string, words: string[]): string {
  return words.filter((word) => word !== "").reduce((left, word) => left.replaceAll(word, " "), text.toLowerCase());
}
