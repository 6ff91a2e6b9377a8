import { hanNumber, hanNumeral } from "../nlu/numerals.ts";

/** A day, a weekday or a time of day in a text, and where it stands. `key` is alike for alike moments. */
export type Moment = { at: number; end: number; key: string; said: string };

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthName = `(${months.join("|")})[a-z]*\\.?`;
const weekdays = "sun mon tue wed thu fri sat".split(" ");
const n = `(\\d{1,2}|${hanNumeral}{1,3})`;

type Finder = { when: RegExp; key(parts: string[], whole: string): string | undefined };

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
  {
    when: /今天|今日|今晚|今早|当天|明天|明日|明早|明晚|后天|大后天|昨天|前天|下周|下个?月|月底|年底|当日达|次日达/g,
    key: (_, whole) => `word ${whole}`,
  },
  {
    when: /\b(?:today|tonight|tomorrow|yesterday|next week|next month|same[- ]day|next[- ]day|overnight)\b/g,
    key: (_, whole) => `word ${whole}`,
  },
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
      const found = key(parts, whole);
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
