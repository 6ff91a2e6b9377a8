import { englishNumber, englishNumeral, hanNumber, hanNumeral } from "../nlu/numerals.ts";

/** What is counted: time in hours, working days and months are three things; money has its currency behind it. */
export type Unit =
  | "hours"
  | "workdays"
  | "months"
  | "percent"
  | "discount"
  | "bare"
  | `money ${string}`
  | `of ${string}`;

/** A number in a text with what it counts; `to` where it is a span. `said` is how it stands there. */
export type Quantity = { at: number; end: number; value: number; to?: number; unit: Unit; said: string };

type Measure = { unit: Unit; times: number };

const measures: [RegExp, Measure][] = [
  [/^(?:个)?(?:工作日|交易日)|^(?:business|working|work)[- ]days?\b/, { unit: "workdays", times: 1 }],
  [/^(?:个)?(?:自然日|天|日|昼夜)|^(?:calendar |natural |full )?days?\b|^d\b/, { unit: "hours", times: 24 }],
  [/^(?:个)?(?:小时|钟头)|^(?:hours?|hrs?|h)\b/, { unit: "hours", times: 1 }],
  [/^(?:个)?(?:星期|礼拜|周)(?!边|末|年)|^weeks?\b/, { unit: "hours", times: 168 }],
  [/^分钟|^(?:minutes?|mins?)\b/, { unit: "hours", times: 1 / 60 }],
  [/^秒钟?|^(?:seconds?|secs?)\b/, { unit: "hours", times: 1 / 3600 }],
  [/^(?:个)?季度|^quarters?\b/, { unit: "months", times: 3 }],
  [/^个月|^months?\b/, { unit: "months", times: 1 }],
  [/^(?:周)?年(?!\d)|^years?\b/, { unit: "months", times: 12 }],
  [/^(?:元|块钱?|圆|人民币|rmb\b|cny\b|yuan\b)/, { unit: "money CNY", times: 1 }],
  [/^(?:角|毛钱?)/, { unit: "money CNY", times: 0.1 }],
  [/^(?:美元|美金|us dollars?\b|dollars?\b|usd\b|bucks\b)/, { unit: "money USD", times: 1 }],
  [/^(?:欧元|euros?\b|eur\b)/, { unit: "money EUR", times: 1 }],
  [/^(?:英镑|pounds?\b|gbp\b)/, { unit: "money GBP", times: 1 }],
  [/^(?:港币|港元|hkd\b)/, { unit: "money HKD", times: 1 }],
  [/^(?:%|percent\b|per cent\b)/, { unit: "percent", times: 1 }],
  [/^成(?![为功员分交本人年都立品熟长套效色就份衣])/, { unit: "percent", times: 10 }],
  [/^折(?!叠|痕|腾|返)/, { unit: "discount", times: 1 }],
];

/** Words that make a Chinese numeral before them a count; "一个" and its like only point at a thing. */
const classifiers =
  /^(?:件|个|双|条|只|张|瓶|盒|包(?!邮|退|换|装|含|括|赔|修)|套|台|部|款|份|次|倍|位|名|人|斤|公斤|克|千克|升|毫升|米|厘米|毫米|平方米|公里|寸|英寸|瓦|伏|毫安|℃|°c|度|岁|档|种|码|号|级|页|层|箱|袋|片|颗|支|根|把)/;
const latinUnit =
  /^(?:mah|kwh|wh|ml|kg|cm|mm|km|gb|tb|mb|hz|khz|dpi|ppi|fps|db|lb|oz|in(?! stock)|ft|w|v|a|g|l|m|k)(?![a-z])/;

const currencies: Record<string, string> = {
  "¥": "CNY",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  hk$: "HKD",
  rmb: "CNY",
  cny: "CNY",
  usd: "USD",
};

const plain = "\\d+(?:,\\d{3})*(?:\\.\\d+)?[万千]?";
const sign = "(?:hk\\$|[¥$€£]|\\b(?:rmb|cny|usd)\\b)";
const number = `(?:${plain}|${hanNumeral}+|\\b(?:${englishNumeral})\\b)`;
const joint = "\\s*(?:-|‐|–|—|~|到|至|\\bto\\b|\\bor\\b|或)\\s*";
const pattern = new RegExp(`(${sign}\\s*)?(${number})(?:([^\\s\\d]{0,4}?)${joint}(${sign}\\s*)?(${number}))?`, "g");

/** The quantities in a text that went through `plainText`; a Chinese numeral counts only where it counts something. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(pattern)) found.push(...read(text, match));
  return [...found, ...percentsIn(text), ...vagueIn(text)];
}

/** "A few days" is a span of time that only a source which says the same bears out. */
const vague =
  /(?:好几|数|若干)个?(?:工作日|小时|天|日|周|星期|月)|(?<![十百千\d多])几个?(?:工作日|小时|天|日|周|星期|月)(?:之?内|以内|后|就|左右)|\b(?:a few|several|some) (?:business |working )?(?:hours|days|weeks|months)\b/g;

function vagueIn(text: string): Quantity[] {
  return [...text.matchAll(vague)].map(({ 0: said, index: at }) => {
    return { at, end: at + said.length, value: 0, unit: `of ${said}` as const, said };
  });
}

function read(text: string, match: RegExpMatchArray): Quantity[] {
  const [whole, sign1, first = "", between = "", sign2, second] = match;
  const at = match.index ?? 0;
  const end = at + whole.length;
  if (second !== undefined) {
    const span = spanOf(text, { at, end, first, second, between, sign: sign1 ?? sign2 });
    if (span) return [span];
    // What looked like a span is two numbers, or none.
    const from = end - second.length;
    const halves = [one(text, { at, end: at + (sign1?.length ?? 0) + first.length, word: first, sign: sign1 })];
    halves.push(one(text, { at: from, end, word: second, sign: sign2 }));
    return halves.filter((half) => half !== undefined);
  }
  const single = one(text, { at, end, word: first, sign: sign1 });
  return single ? [single] : [];
}

type Word = { at: number; end: number; word: string; sign: string | undefined };

function one(text: string, { at, end, word, sign: money }: Word): Quantity | undefined {
  const isDigits = /^\d/.test(word);
  if (!isDigits && isIdiom(text, at, end)) return undefined;
  const vague = /^[几多余来]/.exec(text.slice(end))?.[0] ?? "";
  const measure = measureAfter(text, end + vague.length, { money, isDigits, word });
  if (!measure) return undefined;
  const isMore = isTime(measure.unit) && /^(?:多(?![少久])|出头|有余)/.test(text.slice(end + measure.length));
  const stop = end + vague.length + measure.length + (isMore ? 1 : 0);
  const said = text.slice(at, stop).trim();
  if (vague || isMore) return { at, end: stop, value: 0, unit: `of ${said}`, said };
  const couple = isDigits ? undefined : coupleOf(word);
  const value = couple ? couple[0] : numberOf(word);
  if (value === undefined) return undefined;
  const { unit, times } = measure;
  return { at, end: stop, value: scaled(value, unit, times), ...(couple && { to: couple[1] * times }), unit, said };
}

function isTime(unit: Unit): boolean {
  return unit === "hours" || unit === "workdays" || unit === "months";
}

/** 三五天 is a span: two digits that follow one another in size. */
function coupleOf(word: string): [number, number] | undefined {
  const [a, b, more] = [...word].map((letter) => (/[十百千万半拾佰仟]/.test(letter) ? undefined : hanNumber(letter)));
  return a !== undefined && b !== undefined && more === undefined && b > a && word.length === 2 ? [a, b] : undefined;
}

type Span = { at: number; end: number; first: string; second: string; between: string; sign: string | undefined };

function spanOf(text: string, { at, end, first, second, between, sign: money }: Span): Quantity | undefined {
  const low = numberOf(first);
  const high = numberOf(second);
  const measure = measureAfter(text, end, { money, isDigits: /^\d/.test(second), word: second });
  if (low === undefined || high === undefined || !measure || high <= low) return undefined;
  // "满99减20-30": what stands between the numbers must be the unit itself.
  const own = between === "" ? undefined : measureOf(between);
  if (between !== "" && own?.unit !== measure.unit) return undefined;
  const stop = end + measure.length;
  const { unit, times } = measure;
  const from = scaled(low, unit, own?.times ?? times);
  return { at, end: stop, value: from, to: scaled(high, unit, times), unit, said: text.slice(at, stop) };
}

type Around = { money: string | undefined; isDigits: boolean; word: string };

function measureAfter(
  text: string,
  at: number,
  { money, isDigits, word }: Around,
): (Measure & { length: number }) | undefined {
  if (money) return { unit: `money ${currencies[money.trim()] ?? "CNY"}`, times: 1, length: 0 };
  const gap = /^\s?-?/.exec(text.slice(at))?.[0].length ?? 0;
  const rest = text.slice(at + gap, at + gap + 16);
  const known = measureOf(rest);
  if (known) return { ...known, length: gap + known.length };
  const unit = latinUnit.exec(rest)?.[0] ?? classifiers.exec(rest)?.[0];
  if (unit && (isDigits || !/^一$/.test(word))) return { unit: `of ${unit}`, times: 1, length: gap + unit.length };
  return isDigits || isWholeNumber(word) ? { unit: "bare", times: 1, length: 0 } : undefined;
}

/** A number in words that is nothing but a number, as 五十 and "ninety-nine" are, and 一 and "ten" are not. */
function isWholeNumber(word: string): boolean {
  if (/[a-z]/.test(word)) return (englishNumber(word) ?? 0) > 12;
  return /[一二两三四五六七八九]/.test(word) && /[十百千万]/.test(word) && hanNumber(word) !== undefined;
}

function measureOf(text: string): (Measure & { length: number }) | undefined {
  for (const [when, measure] of measures) {
    const found = when.exec(text);
    if (found) return { ...measure, length: found[0].length };
  }
  return undefined;
}

function numberOf(word: string): number | undefined {
  if (!/^\d/.test(word)) return hanNumber(word) ?? englishNumber(word);
  const big = word.endsWith("万") ? 10_000 : word.endsWith("千") ? 1000 : 1;
  return Number(word.replace(/[,万千]/g, "")) * big;
}

/** 85折 and 八五折 are 8.5. */
function scaled(value: number, unit: Unit, times: number): number {
  if (unit === "discount" && value >= 10) return value / 10;
  return Math.round(value * times * 1e6) / 1e6;
}

/** "一点", "第一天", "万一", "十分": no numbers. */
function isIdiom(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 1), at);
  const after = text.slice(end, end + 2);
  const word = text.slice(at, end);
  // 百分之二十 is read as a whole.
  if (text.slice(Math.max(0, at - 2), at) === "分之") return true;
  if (before === "第" || /^(?:十分|一点|万一|千万|一一)/.test(word + after))
    return !/^十分钟/.test(text.slice(at, at + 3));
  // "两个规格都有": it points at what was spoken of.
  if (
    /^[两三四五]$/.test(word) &&
    /^[个件种款条双](?:都|均|规格|颜色|尺码|款式|型号|选择|选项|方面|办法|方式)/.test(text.slice(end, end + 4))
  )
    return true;
  return /^[一]$/.test(word) && /^(?:天到晚|日三|年四季|年到头)/.test(text.slice(end, end + 4));
}

/** 百分之二十. */
function percentsIn(text: string): Quantity[] {
  return [...text.matchAll(new RegExp(`百分之(${plain}|${hanNumeral}+)`, "g"))].flatMap((match) => {
    const value = numberOf(match[1] ?? "");
    const at = match.index;
    return value === undefined
      ? []
      : [{ at, end: at + match[0].length, value, unit: "percent" as const, said: match[0] }];
  });
}
