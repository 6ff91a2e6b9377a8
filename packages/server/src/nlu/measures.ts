import { normalise } from "./normalise.ts";
import { hanNumber, hanNumeral, numberOf } from "./numerals.ts";

/** A body's measures that a message names: centimetres and kilograms. */
export type Measures = { height?: number; weight?: number; foot?: number; waist?: number };

const inch = 2.54;
const pound = 0.4536;
/** A third of a metre, which has ten 寸. */
const chi = 100 / 3;

/** From here to there it can be somebody's who buys for a grown person or a child. */
const plausible: Record<keyof Measures, [from: number, to: number]> = {
  height: [80, 220],
  weight: [10, 200],
  foot: [10, 32],
  waist: [40, 150],
};

type Way = { of: keyof Measures; when: RegExp; value(match: RegExpExecArray): number };

const number = (match: RegExpExecArray) => Number(match[1]);
/** "七", "75", "7": what follows the metre, in centimetres. */
const afterMetre = (text: string) => Number(String(numberOf(text) ?? 0).padEnd(2, "0"));

/** "2尺2", "二尺半". */
const tenth = (text: string | undefined) => (text === "半" ? 0.5 : (numberOf(text ?? "") ?? 0) / 10);

/** How people write their measures; the first that fits counts. */
const ways: Way[] = [
  { of: "foot", when: /(?:脚长|脚|foot(?: length)?|feet)\D{0,8}(\d{2}(?:\.\d)?)(?!码|号)/, value: number },
  {
    of: "waist",
    when: /(?<![\d.第])([1-4一二两三四](?:\.\d{1,2})?)尺(?![码寸度])(?:([\d一二两三四五六七八九半](?:\.\d)?)寸?)?/,
    value: ([, whole, tenths]) => ((numberOf(whole ?? "") ?? 0) + tenth(tenths)) * chi,
  },
  { of: "waist", when: /waist\D{0,8}(\d{2,3}(?:\.\d)?)\s*(?:in\b|inch|"|'')/, value: (match) => number(match) * inch },
  { of: "waist", when: /(?:腰围|腰|waist)\D{0,8}(\d{2,3}(?:\.\d)?)(?!\s*(?:kg|斤|公斤))/, value: number },
  {
    of: "height",
    when: /([4-7])\s*(?:'|ft\b|feet|foot)\s*(\d{1,2})?/,
    value: ([, feet, inches]) => (Number(feet) * 12 + Number(inches ?? 0)) * inch,
  },
  {
    of: "height",
    when: /([12一])\s*(?:米|m(?![a-z])|\.)\s*([\d一二三四五六七八九零]{1,2})(?![\d.])/,
    value: ([, metres, rest]) => (metres === "2" ? 200 : 100) + afterMetre(rest ?? ""),
  },
  { of: "height", when: /(?<![\d.])(1\d{2}|[89]\d|2[01]\d)\s*(?:cm|厘米|公分)/, value: number },
  { of: "height", when: /(?:身高|高|height|tall)\D{0,6}(1\d{2}|[89]\d|2[01]\d)(?![\d.])/, value: number },
  { of: "height", when: /(?<![\d.])(1[3-9]\d)[\s,]*(?:体重|weigh)/, value: number },
  { of: "weight", when: /(?<![\d.])(\d{2,3}(?:\.\d)?)\s*(?:kg|公斤|千克)/, value: number },
  { of: "weight", when: /(?<![\d.])(\d{2,3}(?:\.\d)?)\s*(?:lbs?\b|pounds?)/, value: (match) => number(match) * pound },
  { of: "weight", when: /(?<![\d.])(\d{2,3}(?:\.\d)?)\s*斤/, value: (match) => number(match) / 2 },
  {
    of: "weight",
    when: /(?:体重|weight?)\D{0,6}(\d{2,3}(?:\.\d)?)(?![\d.])/,
    value: (match) => bareWeight(number(match)),
  },
];

/** Nobody grown writes 130 and means kilograms, nor 60 and means half of it: the word that is left out is the usual one. */
const bareWeight = (value: number) => (value > 95 ? value / 2 : value);

/** Two numbers and no more ("170 65", "165/110"): height and weight. */
const pair = /(?<![\d.])(1[3-9]\d)\s*(?:cm|厘米)?[\s/,，、和]+(\d{2,3}(?:\.\d)?)(?![\d.])/;

/** The measures that a message names; what nobody measures is left out. */
export function measuresIn(text: string): Measures {
  const plain = inDigits(normalise(text));
  const found: Measures = {};
  for (const { of, when, value } of ways) {
    const match = found[of] === undefined ? when.exec(plain) : null;
    if (match) keep(found, of, value(match));
  }
  const both = pair.exec(plain);
  if (both) {
    if (found.height === undefined) keep(found, "height", Number(both[1]));
    if (found.weight === undefined) keep(found, "weight", bareWeight(Number(both[2])));
  }
  return found;
}

const digit = "[零一二三四五六七八九]";
/** What follows a metre or a 尺 is its tenths and hundredths, which are read where they stand. */
const spoken = new RegExp(`[米尺]${digit}(?:${digit}(?![十百]))?|${hanNumeral}{2,8}(?:点${digit})?`, "g");

/** "一百三十斤" in digits, apart from a measure's before them. */
function inDigits(text: string): string {
  return text.replace(spoken, (words) => {
    const [whole, rest] = words.split("点", 2).map(hanNumber);
    return whole === undefined ? words : ` ${whole}${rest === undefined ? "" : `.${rest}`}`;
  });
}

function keep(found: Measures, of: keyof Measures, value: number): void {
  const [from, to] = plausible[of];
  if (value >= from && value <= to) found[of] = Math.round(value * 10) / 10;
}
