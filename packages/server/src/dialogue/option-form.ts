import { coloursIn, entitiesIn } from "../nlu/entities.ts";
import type { OptionKind } from "./option-kind.ts";
import { patternOf, plainly } from "./pattern-of.ts";

/**
 * A value that can be chosen: as it stands in a text, by which name of a size or colour it is meant, and the numbers
 * that mean it by themselves: "1.8" is "1.8米床", 40 and 41 are "40-41".
 */
export type Form = { value: string; pattern?: RegExp; names: string[]; numbers?: { from: number; to: number } };

/** How a value of an option is known in a text. */
export function formOf(kind: OptionKind, value: string): Form {
  const pattern = literalOf(kind, value);
  const numbers = kind === "colour" ? undefined : numbersOf(value);
  const names = kind === "colour" ? coloursIn(value) : [sizeName(value)];
  return { value, ...(pattern && { pattern }), names, ...(numbers && { numbers }) };
}

/** A single figure alone is too often something else. */
function numbersOf(value: string): Form["numbers"] {
  const [, from = "", to = from] =
    /^\s*(\d{2,3}(?:\.\d)?|\d\.\d)(?:\s*[-–~/至到]\s*(\d{2,3}(?:\.\d)?))?(?![\d.])\D*$/.exec(value) ?? [];
  return from === "" ? undefined : { from: Number(from), to: Number(to) };
}

/** XXL and 2XL, "L码" and "L (175)" are one size. */
export function sizeName(value: string): string {
  const found =
    entitiesIn(/^\d/.test(value) ? `${value}码` : value).find(({ kind }) => kind === "size")?.value ?? value;
  const extra = /^(X{2,})([LS])$/i.exec(found);
  return (extra ? `${extra[1]!.length}X${extra[2]}` : found).toUpperCase();
}

/** How a value is looked for as it is; undefined for what is too often something else: "42", "xl", and "白", which is in "明白". */
function literalOf(kind: OptionKind, value: string): RegExp | undefined {
  const plain = plainly(value.trim());
  if (plain === "" || /^(?:[a-z.]{1,2}|[\d.]{1,2})$/.test(plain)) return undefined;
  if (!/^\p{Script=Han}$/u.test(plain)) return withMeasure(patternOf(value), plain);
  return kind === "colour" ? undefined : oneLetter(plain);
}

const hanDigit = (digit = "") => `[${digit}${"零一二三四五六七八九"[Number(digit)]}]`;

/** "1.8米床" is meant by "1.8m", "1米8" and "一米八" too. */
function withMeasure(whole: RegExp, plain: string): RegExp {
  const [measure, metres, rest] = /^(\d)\.(\d)\s*(?:米|m)(?![a-z])/.exec(plain) ?? [];
  if (measure === undefined) return whole;
  return new RegExp(
    `${whole.source}|${patternOf(measure).source}|(?<!\\d)${hanDigit(metres)}米${hanDigit(rest)}(?!\\d)`,
    "gu",
  );
}

/** A letter that is a word of its own: "辣的有吗", "要大号". */
function oneLetter(letter: string): RegExp {
  const before = "(?<!\\p{Script=Han})|(?<=[要有选买拿换是来])";
  return new RegExp(`(?:${before})${letter}(?=[的款号码味色版]|\\P{Script=Han}|$)`, "gu");
}
