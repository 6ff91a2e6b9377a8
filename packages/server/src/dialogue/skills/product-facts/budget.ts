import { entitiesIn } from "../../../nlu/entities.ts";
import { digitNumeral, hanNumeral, numberOf } from "../../../nlu/numerals.ts";

/** What something may cost, in major units. */
export type Span = { least?: number; most?: number };

const units =
  "(?:cm|mm|km|m|ml|l|kg|g|mah|w|v|gb|tb|inch(?:es)?|days?|hours?|weeks?|months?|years?|people|persons?|pcs|pieces|pairs|items|units|colou?rs?|sizes?|stars?)(?![a-z])|[寸米升斤克瓦岁天周个月年人件双条台瓶盒套只包袋箱本张支份码号点度折%]|厘米|公斤|公里|千克|毫[米升安]|小时|分钟";
const currency = "(?:元|块钱?|dollars?|bucks|yuan|usd|rmb|cny|euros?|pounds?)";
const sum = `(?:[$¥€£]|usd|rmb|cny)?\\s{0,2}(?<!\\d[.,]?|${hanNumeral})(${digitNumeral}|${hanNumeral}{2,8})(?!\\d|[.,]\\d|\\s{0,2}(?:${units}))\\s{0,2}${currency}?`;

const betweens = `between\\s{0,2}${sum}\\s{0,2}and\\s{0,2}${sum}|${sum}\\s{0,2}(?:to|[-–—~到至]+)\\s{0,2}${sum}`;
const overAfter = "(?:以上|往上|朝上|起步?(?!来)|\\+|不止|or (?:more|above|over|up)|and (?:up|above|over|more))";
const underAfter = "(?:以内|以下|之内|左右|上下|不到|内(?!存)|or (?:less|under|below)|max\\b|tops\\b)";
const overs = [
  `(?<!不|别|不要|no |not )(?:超过|高于|大于|多于|over|above|more than)\\s{0,2}${sum}`,
  `(?:不(?:低于|少于|小于)|至少|最少|最低|起码|at least|starting (?:at|from)|(?:no|not) less than|minimum(?: of)?)\\s{0,2}${sum}`,
  `${sum}\\s{0,2}${overAfter}`,
].join("|");
const unders = [
  `(?<!no |not |不|别)(?:under|below|within|less than|cheaper than|up to|at most|max(?:imum)?(?: of)?|低于|少于|小于|不到|最多|最高|顶多)\\s{0,2}${sum}`,
  `(?:(?:不|别|不要)(?:超过|高于|大于|多于)|(?:no|not) (?:more than|over|above))\\s{0,2}${sum}`,
  `(?:budget(?: is| of| about| around)*|预算(?:大概|大约|是|在|有|就|只有)*)\\s{0,2}${sum}(?!\\s{0,2}${currency}?\\s{0,2}${overAfter})`,
  `${sum}\\s{0,2}${underAfter}`,
].join("|");

const [between, over, under] = [betweens, overs, unders].map((source) => new RegExp(source, "iu"));

/** What a message says of money, and no word of it of goods. */
export const budgetWords = new RegExp(
  `(?:${betweens}|${overs}|${unders})(?:\\s{0,2}${underAfter})?|预算|价[格位]|之间|便宜(?:一?[点些])?的?|不?(?:超过|高于)|[$¥€£]?\\s{0,2}(?:${digitNumeral})\\s{0,2}${currency}?|\\b(?:between|under|below|within|less than|dollars|yuan|budget)\\b`,
  "giu",
);

/** By how much "左右" may be more. */
const leeway = 1.2;
const asksRoughly = /左右|上下|\b(?:around|about|roughly|approximately)\s*[$¥€£]?\s*\d/i;

/** What may be spent at most and at least, where the words set a limit. */
export function budget(text: string): Span | undefined {
  const range = rangeIn(text);
  if (range) return range;
  const least = numberIn(over, text);
  const said = numberIn(under, text) ?? (least === undefined ? amountIn(text) : undefined);
  const most = said !== undefined && asksRoughly.test(text) ? Math.round(said * leeway * 1000) / 1000 : said;
  if (least === undefined && most === undefined) return undefined;
  return { ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
}

/** The words that set a limit to what something may cost; a price alone ("500元吗") sets none. */
export function limitsIn(text: string): string[] {
  const isLimit =
    rangeIn(text) !== undefined || numberIn(over, text) !== undefined || numberIn(under, text) !== undefined;
  return isLimit ? (text.match(budgetWords) ?? []).map((words) => words.trim()) : [];
}

function numberIn(pattern: RegExp | undefined, text: string): number | undefined {
  const [, ...sums] = pattern?.exec(text) ?? [];
  return numberOf(sums.find((one) => one !== undefined) ?? "") || undefined;
}

function amountIn(text: string): number | undefined {
  return numberOf(entitiesIn(text).find(({ kind }) => kind === "amount")?.value ?? "") || undefined;
}

/** Two numbers without a word of money are as often sizes: "36-37". */
const ofMoney = /[$¥€£元块]|dollar|bucks|yuan|usd|rmb|cny|预算|价|之间|左右|budget|price|between/i;
const surelyMoney = 100;

function rangeIn(text: string): Span | undefined {
  const [, ...sums] = between?.exec(text) ?? [];
  const [first, second] = sums.filter((one) => one !== undefined);
  const high = numberOf(second ?? "");
  const low = lowOf(first ?? "", second ?? "");
  if (!low || !high || (low < surelyMoney && !ofMoney.test(text))) return undefined;
  return { least: Math.min(low, high), most: Math.max(low, high) };
}

/** "2到3万" is from 20,000; "5000到1万" is from 5,000. */
function lowOf(first: string, second: string): number | undefined {
  const [, digits = "", place = ""] = /^([\d.,]+)\s*([万千百k])/i.exec(second) ?? [];
  const isShort = /^[\d.]+$/.test(first) && place !== "" && Number(first) < Number(digits.replaceAll(",", ""));
  return numberOf(isShort ? first + place : first);
}
