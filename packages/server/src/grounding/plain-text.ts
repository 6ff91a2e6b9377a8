import { hanNumeral } from "../nlu/numerals.ts";
import { inFigures } from "./in-figures.ts";

const loneNumber = new RegExp(`\\n((?:\\d|${hanNumeral})+)\\n`, "g");
const splitNumeral = new RegExp(`(?<=${hanNumeral})[^\\S\\n]+(?=${hanNumeral})`, "g");

/**
 * Text as claims are looked for in it: half-width, lower case, without marks of emphasis, with the spaces inside numbers
 * and between Chinese letters closed. Runs of blanks go first: what follows would take for ever on them.
 */
export function plainText(text: string): string {
  return inFigures(
    text
      .normalize("NFKC")
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
      .replace(/\s+/g, (blanks) => (blanks.includes("\n") ? "\n" : " "))
      .replace(/ ?\n ?/g, "\n")
      .replace(/[\u2010\u2011]/g, "-")
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[~_]{2}|`|(?<!\d)\*+|\*+(?!\d)|(?<=\d)\*{2}(?=\d)/g, "")
      .replaceAll("個", "个")
      .replaceAll("幾", "几")
      .replaceAll("萬", "万")
      .replaceAll("兩", "两")
      .toLowerCase()
      // A line that is only a number belongs to the words around it.
      .replace(loneNumber, "$1")
      .replace(/(?<=\d) (?=\d)/g, "")
      .replace(splitNumeral, "")
      .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ""),
  );
}
