import type { Entity } from "@yiwen/shared";

const numerals = "一二三四五六七八九十";
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days: Record<string, string> = {
  大前天: "today-3",
  前天: "today-2",
  昨天: "today-1",
  昨晚: "today-1",
  今天: "today",
  今晚: "today",
  今早: "today",
  今儿: "today",
  明天: "today+1",
  明早: "today+1",
  明晚: "today+1",
  明儿: "today+1",
  后天: "today+2",
  大后天: "today+3",
  yesterday: "today-1",
  today: "today",
  tonight: "today",
  tomorrow: "today+1",
};

type Pattern = { kind: string; regex: RegExp; value: (match: RegExpExecArray) => string | undefined };

const two = (number: number | string) => String(number).padStart(2, "0");

function dateOf(year: string | undefined, month: string | number, day: string): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  return `${year ? `${year}-` : ""}${two(m)}-${two(d)}`;
}

const digitsIn = (text: string) => text.replace(/\D/g, "");

const patterns: Pattern[] = [
  {
    kind: "phone",
    regex: /(?<![\w-])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?![\w-])/g,
    value: ([, number]) => digitsIn(number!),
  },
  {
    kind: "phone",
    regex: /(?<![\w-])(?:400[- ]?\d{3}[- ]?\d{4}|0\d{2,3}-\d{7,8})(?![\w-])/g,
    value: ([all]) => digitsIn(all),
  },
  {
    kind: "date",
    regex: /(?<!\d)(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/g,
    value: ([, year, month, day]) => dateOf(year, month!, day!),
  },
  {
    kind: "date",
    regex: /(?<![\d年])(\d{1,2})月(\d{1,2})[日号]/g,
    value: ([, month, day]) => dateOf(undefined, month!, day!),
  },
  {
    kind: "date",
    regex:
      /(?<![\d第月])([1-9]|[12]\d|3[01])号(?=之?前|以前|之?后|到|送|发|能|可以|下单|买|收|晚|早|上午|下午|[,，。吗\s]|$)/g,
    value: ([, day]) => `day ${two(day!)}`,
  },
  {
    kind: "date",
    regex: /大?[前后]天|昨[天晚]|今[天晚早儿]|明[天早晚儿]|\b(?:yesterday|today|tonight|tomorrow)\b/gi,
    value: ([all]) => days[all.toLowerCase()],
  },
  {
    kind: "date",
    regex: /([上下])?个?(?:周|星期|礼拜)([一二三四五六日天末])/g,
    value: ([, which, day]) => {
      const name = day === "末" ? "weekend" : weekdays["一二三四五六日天".indexOf(day!) % 7]!;
      return `${which === "下" ? "next " : which === "上" ? "last " : ""}${day === "天" ? "sunday" : name}`;
    },
  },
  {
    kind: "date",
    regex: /\b(?:(next|last)\s+)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week)\b/gi,
    value: ([, which, day]) => `${which ? `${which.toLowerCase()} ` : ""}${day!.toLowerCase()}`,
  },
  {
    kind: "date",
    regex: /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b/gi,
    value: ([, month, day]) => dateOf(undefined, months.indexOf(month!.toLowerCase()) + 1, day!),
  },
];

const han = "\\p{Script=Han}";
const provinces =
  "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门";
const parts = [
  ["province", `(?:${provinces})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?`],
  ["city", `${han}{2,5}?(?:市|自治州)`],
  ["district", `${han}{1,5}?(?:[区县旗])`],
  ["street", `${han}{1,8}?(?:镇|乡|街道|大道|[路街巷弄])(?:\\d{1,5}弄)?(?:\\d{1,5}号)?`],
  ["estate", `${han}{2,8}?(?:小区|花园|公寓|大厦|苑|村|广场)`],
  ["door", `(?:[a-z\\d${numerals}]{1,4}(?:号楼|栋|幢|座|单元|楼|层|室)|\\d{1,4}号(?![码线])|\\d{3,4}(?!\\d))`],
] as const;
const address = new RegExp(parts.map(([kind, part]) => `(?<${kind}>${part})?`).join("[\\s,，]?"), "giu");
/** Without one of these there is no province, city, district or street, and so no address: most messages need no further look. */
const placeWord = new RegExp(`${provinces}|自治|大道|[市区县旗镇乡路街巷弄]`);
/** What stands before an address without being of it. */
const before = /^.*(?:地址|寄到|送到|发到|改成|改到|改为|换成|住在|[在是为:：])/u;
const notPlaces =
  /超市|城市|门市|上市|都市|夜市|小区$|地区$|专区|售后区|评论区|^.?(?:这|那|本|全|哪|什么|各)(?:市|区|县|路|街|村|镇)/u;

/** Phone numbers, dates and parts of addresses in a text. Relative dates are told from today, for no clock is here. */
export function whereAndWhen(text: string): Entity[] {
  const found = patterns.flatMap(({ kind, regex, value }) =>
    [...text.matchAll(regex)].flatMap((match): Entity[] => {
      const read = value(match);
      return read === undefined ? [] : [{ kind, value: read, text: match[0].trim() }];
    }),
  );
  return [...found, ...addressParts(text)];
}

/** Characters in which an address is looked for: longer messages tell a story, and looking costs. */
const longest = 400;

/** The parts of an address, where at least two stand in a row. */
function addressParts(text: string): Entity[] {
  if (!placeWord.test(text)) return [];
  for (const clause of text.slice(0, longest).split(/[。;；!！?？\n]/)) {
    const place = clause.replace(before, "");
    for (const { groups = {} } of place.matchAll(address)) {
      const read = Object.entries(groups).filter(([, part]) => part !== undefined && !notPlaces.test(part));
      const isPlace = read.length >= 2 && read.some(([kind]) => kind !== "door" && kind !== "estate");
      if (isPlace) return read.map(([kind, part]) => ({ kind, value: part!, text: part! }));
    }
  }
  return [];
}
