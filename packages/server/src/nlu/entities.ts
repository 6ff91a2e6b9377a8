import type { Entity } from "@yiwen/shared";
import { whereAndWhen } from "./entities-where-when.ts";
import { digitNumeral, englishNumber, englishNumeral, numberOf } from "./numerals.ts";

type Pattern = { kind: string; regex: RegExp; value?: (match: RegExpExecArray) => string };

const first = (match: RegExpExecArray) => match[1] ?? match[0];

/** Colour words to one name in both languages; longer words first where one holds another. */
const colours: Record<string, string> = {
  黑: "black",
  白: "white",
  红: "red",
  蓝: "blue",
  绿: "green",
  黄: "yellow",
  紫: "purple",
  粉: "pink",
  灰: "grey",
  棕: "brown",
  咖啡色: "brown",
  橙: "orange",
  橘: "orange",
  金: "gold",
  银: "silver",
  米白: "cream",
  米色: "cream",
  杏色: "cream",
  卡其: "khaki",
  燕麦: "oat",
  藏青: "blue",
  驼色: "camel",
  焦糖: "brown",
  豆沙: "pink",
  香槟: "gold",
  奶油: "cream",
  橄榄: "green",
  砖红: "red",
  透明: "clear",
  maroon: "red",
  burgundy: "red",
  teal: "green",
  olive: "green",
  lilac: "purple",
  violet: "purple",
  ivory: "cream",
  transparent: "clear",
  gray: "grey",
  navy: "blue",
  beige: "cream",
  oatmeal: "oat",
};
const english =
  "black|white|red|blue|navy|green|yellow|purple|pink|grey|gray|brown|orange|gold|silver|cream|beige|khaki|oat|oatmeal|camel|maroon|burgundy|teal|olive|lilac|violet|ivory|transparent";
const han =
  "米白|米色|杏色|卡其|咖啡色|燕麦|藏青|驼色|焦糖|豆沙|香槟|奶油|橄榄|砖红|透明|[黑白红蓝绿黄紫粉灰棕橙橘金银]";
/** "明白", "口红", "现金" and "奶粉" end in no colour, "奶粉色" does. */
const inWord =
  "(?<=[明坦空表蛋美独])白|(?<=[口网走分当])红|(?<=[现资定订押奖基佣租保证合黄])金|(?<=[奶面蛋白散蜜洗衣])粉|(?<=[蛋牛姜])黄|(?<=[水纯])银|(?<=[甜脐鲜])橙|(?<=柑)橘";
const colourWord = new RegExp(`(?:${han})|\\b(?:${english})\\b`, "gi");

/** The colours named in a text, by their English names; a SKU's and a shopper's words meet in them. */
export function coloursIn(text: string): string[] {
  return [...text.matchAll(colourWord)].map(([word]) => colours[word.toLowerCase()] ?? word.toLowerCase());
}

/** "黑42" is a size after a colour, "米粉500g" and "白2件" are not. */
const sizeNumber =
  "(?:\\d{2,3}(?!\\d)(?:\\.\\d)?|\\d\\.\\d)(?![.\\d]|\\s?(?:k?g|ml|[克斤毫升件个双条袋包盒箱块元支瓶罐]))";
const sizeLetters = "[2-6]x[sl]|x{0,5}[sl]|m";
const capital = (match: RegExpExecArray) => first(match).toUpperCase();

/** Units after which a number counts no goods. */
const measured =
  "(?:day|week|month|year|hour|minute|min|people|person|kid|inch|foot|gb|tb|cm|mm|ml|kg|lb|oz|watt|dollar|percent)s?|feet|mah|[gmlvw]|l";
/** How many, in digits; a pair is one, of what comes in pairs. */
const counted = (match: RegExpExecArray) => {
  const said = match[1] ?? match[2] ?? "";
  return String(said.toLowerCase() === "a" ? 1 : (englishNumber(said) ?? said));
};

const patterns: Pattern[] = [
  {
    kind: "order",
    regex:
      /(?:订单编号|订单号|单号|订单|(?<![a-z])order(?![a-z])(?:\s{0,3}(?:number|no\.?|id))?)\s{0,3}(?:是|为|is)?\s{0,3}[:：#]?\s{0,3}\[?([a-z]{0,8}[_-]?\d[\w-]{3,31})/gi,
    value: first,
  },
  { kind: "order", regex: /(?<![\w/.-])([a-z]{1,8}[_-]\d[\w-]{3,31}|[a-z]{1,3}\d{5,30})(?![\w/])/gi, value: first },
  { kind: "order", regex: /(?<![\w/.?=-])(?!1[3-9]\d{9}(?!\d))(\d{8,30})(?![\w/.])/g, value: first },
  {
    kind: "size",
    regex: new RegExp(`(?<![a-z0-9'’])(${sizeLetters})(?:码|号|\\s*size)(?![a-z0-9-])`, "gi"),
    value: capital,
  },
  // "3 L" is how much goes into it; after somebody's height ("175 L可以吗") it is the size.
  {
    kind: "size",
    regex: new RegExp(
      `(?<![a-z0-9'’])(?:(?<!\\d[\\s-]{0,2})|(?<=(?<!\\d)1[4-9]\\d\\s{1,2}))(${sizeLetters})(?![a-z0-9-])(?!\\s*['’])`,
      "gi",
    ),
    value: capital,
  },
  { kind: "size", regex: /(?<![\d.])([2-5]\d(?:\.5)?)(?:码|号(?!楼|线|院|前|之|到|发|送|收))/g, value: first },
  { kind: "size", regex: /\bsize\s+(\d{1,2}(?:\.5)?)\b/gi, value: first },
  {
    kind: "size",
    regex:
      /\bin (?:an? )?(small|medium|large)\b|\b(small|medium|large)s?\b(?= (?:size|one|available|in stock))|\bdo you have (?:an? )?(small|medium|large)\b/gi,
    value: sizeWord,
  },
  {
    kind: "colour",
    regex: new RegExp(
      `(?:深|浅|亮|藏|天|墨|玫|酒|奶|淡|大)?(?!(?:${inWord})(?!色))(?:${han})(?:色)?(?=色|的|款|[\\s,，。?？!！]|$|[lmsx有还呢吗么多几剩缺断和没衣鞋裤杯那]|${sizeNumber})|\\b(?:${english})\\b`,
      "gi",
    ),
    value: (match) => coloursIn(match[0])[0] ?? match[0],
  },
  {
    kind: "quantity",
    regex:
      /(?<!第)(\d{1,4}|(?<!第)[一两二三四五六七八九十]{1,2})\s*(?:件(?!套)|双(?!层)|个(?!月|小时|工作|颜色|尺码|规格|型号|口味|问题|地址|订单|人)|条|台|瓶|盒|套|只|包|袋|箱|把|本|张(?!卡)|支|份)(?!装)/g,
    value: first,
  },
  // "一对一", "一对比" and "对一对" name none.
  { kind: "quantity", regex: /(?<![第对])(\d{1,3}|[一两二三四五六七八九十]{1,2})对(?![一比于不方])/g, value: first },
  {
    kind: "quantity",
    regex: new RegExp(
      `\\b(\\d{1,4}|a(?= pair)|${englishNumeral})\\s*(?:pcs|pieces|pairs?|items|units|of (?:them|these|those))\\b`,
      "gi",
    ),
    value: counted,
  },
  // "buy 3", "the total for two"; "for 2 people", "get 42" and "for 3 years" count no goods.
  {
    kind: "quantity",
    regex: new RegExp(
      `\\b(?:(?:buy|buying|(?<=(?:\\bto|\\bi|\\bwe|'ll) )order|ordering)\\s+(\\d{1,3}|${englishNumeral})(?![\\w.,%'’-]*\\d)(?!\\s*(?:${measured})\\b)|(?:for|get|take|getting|taking)\\s+([2-9]|${englishNumeral})(?=\\s*(?:$|[?!,;.](?!\\d)|(?:please|pls|together|total|any|with|and|what|how|is|do|can)\\b)))(?![\\w-])`,
      "gi",
    ),
    value: counted,
  },
  {
    kind: "amount",
    regex: new RegExp(
      `[¥$€£]\\s{0,2}(${digitNumeral})|(?<![\\d.,])(${digitNumeral})\\s{0,2}(?:元|块(?!头)|usd|dollars)`,
      "gi",
    ),
    value: (match) => String(numberOf(match[1] ?? match[2] ?? "") ?? match[0]),
  },
];

function sizeWord(match: RegExpExecArray): string {
  const word = (match[1] ?? match[2] ?? match[3] ?? "").toLowerCase();
  return word.slice(0, 1).toUpperCase();
}

/** Sizes, colours, order numbers, quantities, amounts, phones, dates and addresses named in a text, each once. `text` is as the shopper wrote it. */
export function entitiesIn(text: string): Entity[] {
  const plain = text.normalize("NFKC").replace(/https?:\/\/\S+/gi, " ");
  const read = patterns.flatMap(({ kind, regex, value = first }) =>
    [...plain.matchAll(regex)].map((match) => ({ kind, value: value(match), text: match[0].trim() })),
  );
  const found: Entity[] = [];
  for (const entity of [...read, ...whereAndWhen(plain)]) {
    const isKnown = ({ kind, value, text: said }: Entity) =>
      kind === entity.kind && (value === entity.value || (kind === "order" && said.includes(entity.value)));
    if (!found.some(isKnown)) found.push(entity);
  }
  return found;
}
