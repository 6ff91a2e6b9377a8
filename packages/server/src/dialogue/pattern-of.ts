import { literally } from "../nlu/normalise.ts";

/** Units after a number, each in all the ways that shops and shoppers write it. */
const units = [
  "ml|毫升",
  "l|升|lit(?:er|re)s?",
  "kg|公斤|千克",
  "g|克",
  "cm|厘米|公分",
  "mm|毫米",
  "m|米|met(?:er|re)s?",
  "寸|英寸|吋|inch(?:es)?",
];
const unitThere = new RegExp(`\\d\\s*(?:${units.map((ways) => `(${ways})`).join("|")})(?![a-z])`, "g");

/** A text as `patternOf` looks for words in it. */
export const plainly = (text: string) => text.normalize("NFKC").toLowerCase();

/** A pattern of words as they stand in a text: "1L" is in "1 升的" and not in "1.1L", whose digits are no words of their own. */
export function patternOf(words: string): RegExp {
  const plain = plainly(words.trim());
  let source = "";
  let from = 0;
  for (const match of plain.matchAll(unitThere)) {
    const ways = units[match.slice(1).findIndex((unit) => unit !== undefined)] ?? "";
    source += `${literally(plain.slice(from, match.index + 1))}\\s*(?:${ways})(?![a-z])`;
    from = match.index + match[0].length;
  }
  source += literally(plain.slice(from));
  const [first = "", last = ""] = [plain.at(0), plain.at(-1)];
  const before = /[a-z\d]/.test(first) ? "(?<![a-z\\d]|\\d\\.)" : "";
  const after = /[a-z\d]/.test(last) ? "(?![a-z\\d]|\\.\\d)" : "";
  return new RegExp(before + source.replace(/(?<=\d)\s+/g, "\\s*") + after, "gu");
}
