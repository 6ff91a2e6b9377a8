import { coloursIn, entitiesIn } from "../nlu/entities.ts";
import type { OptionKind } from "./option-kind.ts";
import { patternOf, plainly } from "./pattern-of.ts";

/** A value that can be chosen: as it stands in a text, and by which name of a size or colour it is meant. */
export type Form = { value: string; pattern?: RegExp; names: string[] };

/** How a value of an option is known in a text. */
export function formOf(kind: OptionKind, value: string): Form {
  const pattern = literalOf(kind, value);
  return { value, ...(pattern && { pattern }), names: kind === "colour" ? coloursIn(value) : [sizeName(value)] };
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
  if (!/^\p{Script=Han}$/u.test(plain)) return patternOf(value);
  return kind === "colour" ? undefined : oneLetter(plain);
}

/** A letter that is a word of its own: "辣的有吗", "要大号". */
function oneLetter(letter: string): RegExp {
  const before = "(?<!\\p{Script=Han})|(?<=[要有选买拿换是来])";
  return new RegExp(`(?:${before})${letter}(?=[的款号码味色版]|\\P{Script=Han}|$)`, "gu");
}
