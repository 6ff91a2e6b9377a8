import { addressIn, streets } from "./address.ts";

/** What a number or a text of somebody can be. */
export const personalKinds = ["EMAIL", "ID", "PHONE", "NUMBER", "ADDRESS"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A piece of a text that is personal, by where it stands. */
export type Personal = { kind: PersonalKind; at: number; end: number };

type Finder = {
  kind: PersonalKind | "open";
  when: RegExp;
  isIt?(found: string): boolean;
  /** It may as well be the number of a product. */
  isShort?: boolean;
};

const century = "(?:19|20)";
/** What stands after a number that counts or costs something. */
const unit = "\\s?(?:[元块件个条双盒包套天日年月度]|小时|分钟|%|折|pcs|pieces|items|days|hours|ml|kg|cm|mm|g\\b)";
const han = "[〇零一二三四五六七八九幺]";
const money = /(?:[¥$€£]|\b(?:rmb|cny|usd|eur|gbp|hkd))\s?\d{1,7}(?:\.\d{1,2})?(?!\d|[.-]\d)/gi;
const ofOrder = [
  "(?:订单|单号|运单|编号)(?:号码?|编号)?\\s?[:：#是为]?\\s?#?",
  "\\b(?:my|your|this|the|of|for|is|about) (?:order|parcel)\\s?(?:no\\.?|number|id)?\\s?[:#]?\\s?",
  "\\b(?:order|parcel|tracking)\\s?(?:no\\.?|number|id|#)\\s?[:#]?\\s?",
  "#",
].join("|");

/** In this order: what is longer and surer first. What is "open" is a date, a time or money, and no part of a number after it. */
const finders: Finder[] = [
  { kind: "EMAIL", when: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g },
  {
    kind: "ID",
    when: new RegExp(
      `(?<![\\dA-Za-z])(?:\\d{17}[\\dXx]|\\d{6}[ -]?${century}\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{3}[ -]?[\\dXx])(?![\\dA-Za-z])`,
      "g",
    ),
  },
  { kind: "open", when: new RegExp(`(?<![\\d.-])${century}\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d|[-.]\\d)`, "g") },
  { kind: "open", when: new RegExp(`(?<![\\d.-])\\d{1,2}([-/.])\\d{1,2}\\1${century}\\d{2}(?!\\d|[-.]\\d)`, "g") },
  { kind: "open", when: /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g },
  { kind: "open", when: money },
  { kind: "NUMBER", when: /(?<!\d)[3-69]\d{3}(?:[ -]\d{4}){3}(?:[ -]\d{1,4})?(?!\d)/g },
  {
    kind: "PHONE",
    when: /(?<!\d|\d\.)(?:\+?86[ .-]{0,2})?1[ ._·-]{0,3}[3-9](?:[ ._·-]{0,3}\d){9}(?!\d)/g,
    isIt: (found) => !isDecimals(found),
  },
  { kind: "PHONE", when: /\+\d(?:[ .()-]{0,3}\d){6,16}/g },
  { kind: "PHONE", when: /(?<!\d[ .-]?)\(?0(?:[ ().-]{0,2}\d){8,12}(?!\d)/g, isIt: (found) => !isDecimals(found) },
  {
    kind: "PHONE",
    when: new RegExp(`(?<!\\d|\\d\\.)(?:1[ .-])?\\(?[2-9]\\d\\d\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}(?!\\d|${unit})`, "g"),
    isIt: (found) => !groupsOf(found).every((group) => group.endsWith("00")),
  },
  {
    kind: "NUMBER",
    when: /(?<!\d|\d\.)[A-Za-z]{0,12}[-_]?\d(?:-?\d){6,}[A-Za-z\d]*/g,
    isIt: (found) => !isList(groupsOf(found)),
  },
  { kind: "NUMBER", when: /(?<!\d|\d\.)\d(?:[ -]{1,3}\d|\d){8,}/g, isIt: (found) => !isList(groupsOf(found)) },
  { kind: "NUMBER", when: /(?<!\d|\d\.)\d+(?:\.\d+){2,}(?!\d)/g, isIt: (found) => found.replace(/\D/g, "").length > 8 },
  {
    kind: "NUMBER",
    isShort: true,
    when: /(?<![A-Za-z\d])(?:[A-Za-z]{1,6}[-_]?\d{4,}|[A-Za-z]{1,4}[-_]\d{3,})[A-Za-z\d]*/g,
  },
  {
    kind: "NUMBER",
    when: new RegExp(
      `(?<=${ofOrder})[A-Za-z]{0,6}[-_]?\\d{3,}[-A-Za-z\\d]*(?![-A-Za-z\\d]|${unit}|\\s?[-~至到]\\s?\\d)`,
      "gi",
    ),
  },
  { kind: "NUMBER", when: new RegExp(`${han}(?:[ -]?${han}){6,}`, "g") },
  { kind: "ADDRESS", when: addressIn },
  ...streets.map((when) => ({ kind: "ADDRESS" as const, when })),
];

/** What is personal in a text, in the order it stands there, and what is `known` to be. Short codes that are `open` are not; prices, dates, times, sizes and ranges are not. */
export function personalIn(text: string, { known, open }: { known: Set<string>; open: Set<string> }): Personal[] {
  const found: Personal[] = [];
  let rest = halfWidth(text);
  for (const { kind, when, isShort, isIt = () => true } of [...knownFinder([...known]), ...finders]) {
    rest = rest.replace(when, (said: string, ...more: unknown[]) => {
      if (!isIt(said) || (isShort && open.has(said.toLowerCase()))) return said;
      const at = more.findLast((part) => typeof part === "number") as number;
      if (kind !== "open") found.push({ kind, at, end: at + said.length });
      return blank.repeat(said.length);
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** No digit, no letter and no separator: nothing reaches over it. */
const blank = "□";

/** Full-width letters, digits and signs as ASCII, each in its place: what is found stands at the same place in the original. */
function halfWidth(text: string): string {
  return text.replace(/[^\p{ASCII}\p{Script=Han}]/gu, (letter) => {
    const plain = /[\u2010-\u2015\u2212]/.test(letter)
      ? "-"
      : /[\u200b-\u200f\u2060\ufeff]/.test(letter)
        ? " "
        : letter.normalize("NFKC");
    return plain.length === letter.length ? plain : letter;
  });
}

function knownFinder(known: string[]): Finder[] {
  const words = known.map((secret) => halfWidth(secret).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const longestFirst = words.sort((a, b) => b.length - a.length);
  return words.length === 0 ? [] : [{ kind: "NUMBER", when: new RegExp(longestFirst.join("|"), "gi") }];
}

function groupsOf(found: string): string[] {
  return found.split(/[^\dA-Za-z]+/).filter((group) => group !== "");
}

/** Sizes, prices or a range: they rise, in small steps or from one round number to the next. */
function isList(groups: string[]): boolean {
  if (groups.length < 2 || groups.some((group) => !/^(?:0|[1-9]\d{0,4})$/.test(group))) return false;
  const steps = groups.slice(1).map((group, at) => Number(group) - Number(groups[at]));
  if (steps.some((step) => step < 0)) return false;
  return steps.every((step) => step <= 10) || ["0", "9"].some((last) => groups.every((group) => group.endsWith(last)));
}

/** "0.5 0.8 1.0": measures. */
function isDecimals(found: string): boolean {
  return /^\d+\.\d{1,2}(?:[ -]+\d+(?:\.\d{1,2})?)+$/.test(found);
}
