import { loadLines } from "./load-data.ts";

const typos = new Map(loadLines("lexicons/typos.txt").map((line) => line.split(" ") as [string, string]));
const typo = new RegExp([...typos.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

const pinyinLines = loadLines("lexicons/pinyin.txt");
const goAlongFrom = pinyinLines.indexOf("@");
const words = (lines: string[]) => new Map(lines.map((line) => line.split(" ") as [string, string]));
const telling = words(pinyinLines.slice(0, goAlongFrom));
const goAlong = words(pinyinLines.slice(goAlongFrom + 1));
const longest = Math.max(...[...telling.keys(), ...goAlong.keys()].map(({ length }) => length));

/** A message with what is often misspelt put right, and pinyin typed without an input method as Chinese. */
export function respelled(text: string): string {
  return text.replace(typo, (wrong) => typos.get(wrong) ?? wrong).replace(/[a-z][a-z ]*[a-z]/gi, chineseOf);
}

/** The Chinese of letters that are pinyin throughout and hold a word of shopping; other letters stay as they are. */
function chineseOf(letters: string): string {
  const plain = letters.toLowerCase().replaceAll(" ", "");
  let chinese = "";
  let isTelling = false;
  for (let from = 0; from < plain.length; ) {
    const word = longestAt(plain, from);
    if (word === undefined) return letters;
    isTelling ||= telling.has(word);
    chinese += telling.get(word) ?? goAlong.get(word) ?? "";
    from += word.length;
  }
  return isTelling ? chinese : letters;
}

function longestAt(letters: string, from: number): string | undefined {
  for (let length = Math.min(longest, letters.length - from); length > 0; length--) {
    const word = letters.slice(from, from + length);
    if (telling.has(word) || goAlong.has(word)) return word;
  }
  return undefined;
}
