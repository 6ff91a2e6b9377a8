import { loadLines } from "./load-data.ts";
import { respelled } from "./spelling.ts";

const links = /https?:\/\/\S+/gi;
/** Emoji codes of chat platforms (`[微笑]`, `#E-s12`) and pictographs: mood, but no words. */
const bracketCodes = /\[[^[\]]{1,16}\]/g;
const hashCodes = /#e-[a-z]?\d*/g;
const pictographs = /\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu;

/** The text as models read it: half-width, lower case, without links, emoji codes and doubled spaces. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(links, " ")
    .toLowerCase()
    .replace(bracketCodes, " ")
    .replace(hashCodes, " ")
    .replace(pictographs, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A text as a pattern that means just that text. */
export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

const simplified = new Map(loadLines("lexicons/traditional.txt").flatMap((line) => pairsIn(line)));

function pairsIn(line: string): [string, string][] {
  const letters = [...line.replaceAll(" ", "")];
  return letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1]!] as [string, string]] : []));
}

/**
 * A message as the rest of the bot reads it: half-width, simplified, respelled, long runs of one mark cut and of spaces
 * too, whose every place a pattern would try anew.
 */
export function readable(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u3400-\u9fff]/g, (letter) => simplified.get(letter) ?? letter)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s{2,}/g, (run) => (run.includes("\n") ? "\n" : " "))
    .replace(/([^\p{Letter}\p{Number}\s])\1{3,}/gu, "$1$1$1");
  return respelled(plain);
}

/** Letters, digits and Han only: what two spellings of one question have in common. */
export function bare(text: string): string {
  return normalise(text).replace(/[^\p{Letter}\p{Number}]+/gu, "");
}
