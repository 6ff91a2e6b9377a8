import { hanNumber, hanNumeral } from "../nlu/numerals.ts";

/** A day, a weekday or a time of day in a text, and where it stands. `key` is alike for alike moments. */
export type Moment = { at: number; end: number; key: string; said: string };

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthName = `(${months.join("|")})[a-z]*\\.?`;
const weekdays = "sun mon tue wed thu fri sat".split(" ");
const n = `(\\d{1,2}|${hanNumeral}{1,3})`;

type Finder = { when: RegExp; key(parts: string[]): string | undefined };

/** Days by words, with the words that mean the same; longer ones first. */
const days: [string, RegExp][] = [
  ["in three days", /大后天/g],
  ["in two days", /后天|\bthe day after tomorrow\b/g],
  ["tomorrow", /明天|明[日早晚]|\btomorrow\b/g],
  ["today", /今天|今[日早晚]|\b(?:today|tonight)\b/g],
  ["before yesterday", /前天|\bthe day before yesterday\b/g],
  ["yesterday", /昨[天日晚]|\byesterday\b/g],
  ["same day", /当[天日](?:达)?|\bsame[- ]day\b/g],
  ["next day", /次日(?:达)?|翌日|隔[天日]|第二天|\b(?:the )?next[- ]day\b|\bovernight\b/g],
  ["next week", /下周(?![一二三四五六日天末])|下(?:个)?(?:星期|礼拜)(?![一二三四五六日天])|\bnext week\b/g],
  ["this week", /[本这]周(?![一二三四五六日天末])|\bthis week\b/g],
  ["weekend", /\bweekends?\b/g],
  ["next month", /下个?月|\bnext month\b/g],
  ["month's end", /月底|月末|\bend of (?:the|this) month\b/g],
  ["month's middle", /月中(?!的)|中旬/g],
  ["year's end", /年底|年末|\bend of (?:the|this) year\b/g],
];

const finders: Finder[] = [
  { when: /(?<!\d)(?:19|20)\d\d[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/g, key: ([m, d]) => day(m, d) },
  { when: new RegExp(`(?<!\\d)${n}月${n}[日号]?(?!个|天)`, "g"), key: ([m, d]) => day(m, d) },
  { when: new RegExp(`\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?\\b`, "g"), key: ([m, d]) => day(monthOf(m), d) },
  {
    when: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthName}(?![a-z])`, "g"),
    key: ([d, m]) => day(monthOf(m), d),
  },
  {
    when: new RegExp(`(?<![\\d一二三四五六七八九十])${n}月(?:份|初|中旬|底|末)`, "g"),
    key: ([m]) => `month ${value(m)}`,
  },
  {
    when: new RegExp(
      `(?<![\\d一二三四五六七八九十第])${n}(?:号(?=[之前后起到晚早中下上，,。能可会]|$)|日(?=之?前|当天|上午|下午|晚上|截止|结束))`,
      "g",
    ),
    key: ([d]) => `date ${value(d)}`,
  },
  {
    when: /(?:下|本|这|上)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末])/g,
    key: ([d]) => `weekday ${"日一二三四五六末".indexOf(d === "天" ? "日" : (d ?? ""))}`,
  },
  {
    when: new RegExp(`\\b(?:next |this |last )?(${weekdays.join("|")})(?:day|sday|nesday|rsday|urday)\\b`, "g"),
    key: ([d]) => `weekday ${weekdays.indexOf(d ?? "")}`,
  },
  ...days.map(([key, when]) => ({ when, key: () => `word ${key}` })),
  { when: /(?<!\d)中午(?!\s?[\d一二两三])|\bnoon\b/g, key: () => "clock 720" },
  {
    when: /(?:(上午|早上|凌晨|中午|下午|晚上|傍晚)\s?)?(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)\s?(am|pm)?/g,
    key: ([half, h, m, en]) => clock(h, m, half ?? en),
  },
  {
    when: new RegExp(`(?:(上午|早上|凌晨|中午|下午|晚上|傍晚)\\s?)?(?<!\\d)${n}点(?:钟|(半))?(?!击|赞|餐|评)`, "g"),
    key: ([half, h, m]) => clock(h, m ? "30" : "0", half),
  },
  { when: /(?<!\d)(\d{1,2})\s?(am|pm)\b/g, key: ([h, half]) => clock(h, "0", half) },
];

/** The days and times in a text that went through `plainText`, and the text with blanks where they stood. */
export function momentsIn(text: string): { moments: Moment[]; rest: string } {
  const moments: Moment[] = [];
  let rest = text;
  for (const { when, key } of finders) {
    rest = rest.replace(when, (whole: string, ...more: unknown[]) => {
      const at = more.findLast((part) => typeof part === "number") as number;
      const parts = more.slice(
        0,
        more.findIndex((part) => typeof part === "number"),
      ) as string[];
      const found = key(parts);
      if (found === undefined) return whole;
      moments.push({ at, end: at + whole.length, key: found, said: whole });
      return " ".repeat(whole.length);
    });
  }
  return { moments, rest };
}

function value(word: string | undefined): number {
  return /^\d/.test(word ?? "") ? Number(word) : (hanNumber(word ?? "") ?? 0);
}

function monthOf(name: string | undefined): string {
  return String(months.indexOf((name ?? "").slice(0, 3)) + 1);
}

function day(month: string | undefined, date: string | undefined): string | undefined {
  const [m, d] = [value(month), value(date)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? `day ${m}-${d}` : undefined;
}

function clock(hour: string | undefined, minute: string | undefined, half: string | undefined): string | undefined {
  const h = value(hour);
  const m = Number(minute);
  if (h > 24 || m > 59) return undefined;
  const isLate = /下午|晚上|傍晚|pm/.test(half ?? "") && h < 12;
  return `clock ${(isLate ? h + 12 : h) * 60 + m}`;
}
