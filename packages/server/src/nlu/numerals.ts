const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};

const places: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Letters of a Chinese number, as a class of a pattern. */
export const hanNumeral = "[零〇一壹二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万半]";

/** A number written in Chinese: 十五 is 15, 一百二 is 120, 一万二 is 12,000, 二零二六 is 2026, 半 is 0.5; undefined where it is none. */
export function hanNumber(text: string): number | undefined {
  if (text === "半") return 0.5;
  const [head = "", tail] = text.split("万", 2);
  if (tail !== undefined) {
    const high = belowMyriad(head);
    const low = tail === "" ? 0 : belowMyriad(tail.length === 1 ? `${tail}千` : tail);
    return high === undefined || low === undefined ? undefined : high * 10_000 + low;
  }
  return belowMyriad(text);
}

/** A number in digits as a pattern: 200, 1,000.50, 1.5万, 1万2, 5千, 2k. */
export const digitNumeral =
  "(?:\\d{1,3}(?:,\\d{3}){1,4}(?!\\d)|\\d{1,12})(?:\\.\\d{1,6})?(?:\\s?[万千百](?:\\d千?(?!\\d))?|k(?![a-z]))?";

const digitPlaces: Record<string, number> = { 百: 100, 千: 1000, k: 1000, 万: 10_000 };

/** A number in digits (1,000 or 1.5万 too) or in Chinese; undefined where it is none. */
export function numberOf(text: string): number | undefined {
  const [, digit, place = "", next = "0"] = /^(\d[\d,]*(?:\.\d+)?)\s*(?:([万千百k])(?:(\d)千?)?)?$/i.exec(text) ?? [];
  if (digit === undefined) return hanNumber(text);
  const unit = digitPlaces[place.toLowerCase()] ?? 1;
  // 1.1 × 10,000 is a little more than 11,000 to a computer.
  return Math.round((Number(digit.replaceAll(",", "")) + Number(next) / 10) * unit * 1000) / 1000;
}

function belowMyriad(text: string): number | undefined {
  const letters = [...text];
  if (letters.length === 0 || letters.some((letter) => !(letter in digits || letter in places))) return undefined;
  if (letters.every((letter) => letter in digits)) return Number(letters.map((letter) => digits[letter]).join(""));
  let sum = 0;
  let digit: number | undefined;
  let place = 10_000;
  for (const letter of letters) {
    const value = places[letter];
    if (value === undefined) {
      digit = digits[letter];
      if (digit === 0) {
        digit = undefined;
        place = 10;
      }
    } else {
      sum += (digit ?? 1) * value;
      digit = undefined;
      place = value;
    }
  }
  // 一百二 is 120: a last digit without its place has the next one.
  return sum + (digit ?? 0) * Math.max(1, place === 10_000 ? 1 : place / 10);
}

const small = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
  "eighteen nineteen",
]
  .join(" ")
  .split(" ");
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** English number words from zero to ninety-nine and "hundred", as a pattern. */
export const englishNumeral = `(?:${tens.join("|")})(?:[- ](?:${small.slice(1, 10).join("|")}))?|(?:${[...small].reverse().join("|")})|(?:a |one )?hundred`;

/** A number written in English words; undefined where it is none. */
export function englishNumber(text: string): number | undefined {
  const word = text.toLowerCase();
  if (/hundred$/.test(word)) return 100;
  const at = small.indexOf(word);
  if (at >= 0) return at;
  const [ten = "", one] = word.split(/[- ]/);
  const base = tens.indexOf(ten);
  if (base < 0) return undefined;
  return (base + 2) * 10 + (one === undefined ? 0 : Math.max(0, small.indexOf(one)));
}
