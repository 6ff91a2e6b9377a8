import { englishNumber, englishNumeral, hanNumber, hanNumeral } from "../nlu/numerals.ts";

const time = "(?:years?|months?|weeks?|days?|hours?)";
const count = `(?:\\d+|${hanNumeral}{1,4})`;
const units = "(?:business |working |full |whole )?(?:day|week|month|year|hour)";

/** Words for amounts that are no single number, each as the number that it means: "half a month" is 0.5 month. */
const rewrites: [RegExp, string | ((whole: string, ...parts: string[]) => string)][] = [
  [new RegExp(`\\b(${englishNumeral}|a) (hundred|thousand)(?: and)?(?: (${englishNumeral})\\b)?`, "g"), big],
  [new RegExp(`\\b(?:an?|one) (${time}) and a half\\b`, "g"), "1.5 $1s"],
  [new RegExp(`\\b(\\d+|${englishNumeral}) and a half (${time})\\b`, "g"), (_, n, of) => `${amountOf(n) + 0.5} ${of}`],
  [
    new RegExp(`\\b(?:a )?half (?:of )?an? (${time})\\b|\\b(?:a )?half[- ](${time})\\b`, "g"),
    (_, a, b) => `0.5 ${a ?? b}`,
  ],
  [new RegExp(`\\b(?:a )?couple (?:of )?(${time})\\b`, "g"), "2 $1"],
  [/\b(?:a )?fortnight\b/g, "2 weeks"],
  [
    new RegExp(
      `\\b(within|in|after|for|to|takes?|lasts?|have|has|get|is|about|around|just|only|than|with) an? (?=${units}\\b)`,
      "g",
    ),
    "$1 1 ",
  ],
  [/\bhalf[- ](?:the )?(?:price|off)\b/g, "50% off"],
  [/1[/⁄]2(?=\s?(?:个?月|[年天]|months?|years?|days?))/g, "0.5"],
  [/廿/g, "二十"],
  [/卅/g, "三十"],
  [/([俩仨])(?=月)/g, (word) => (word === "俩" ? "两个" : "三个")],
  [/半[价折](?!值)/g, "5折"],
  [/半月(?![板形弧牙])/g, "半个月"],
  [/一刻钟/g, "15分钟"],
  [new RegExp(`(?<=\\d|${hanNumeral})整(?=[天周年个])`, "g"), ""],
  [new RegExp(`(${count})个半(月|小时|钟头|星期|礼拜)`, "g"), (_, n, of) => `${amountOf(n) + 0.5}个${of}`],
  [new RegExp(`(${count})(年|周|天|小时)半(?![价折年天月小])`, "g"), (_, n, of) => `${amountOf(n) + 0.5}${of}`],
  [
    new RegExp(`(${count})块(\\d|[一二三四五六七八九])(?![\\d.个件双条斤张盒包瓶天])`, "g"),
    (_, n, tenth) => `${amountOf(n)}.${amountOf(tenth)}元`,
  ],
];

/** A text with words for amounts as figures, so that the same amount reads the same. */
export function inFigures(text: string): string {
  return rewrites.reduce((rest, [when, by]) => rest.replace(when, by as string), text);
}

function big(_: string, head: string, place: string, tail?: string): string {
  const high = (head === "a" ? 1 : amountOf(head)) * (place === "hundred" ? 100 : 1000);
  return String(high + (tail === undefined ? 0 : amountOf(tail)));
}

function amountOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : (hanNumber(word) ?? englishNumber(word) ?? 0);
}
