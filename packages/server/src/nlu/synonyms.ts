import { loadLines } from "./load-data.ts";

const groups = loadLines("lexicons/goods.txt").map((line) => line.toLowerCase().split(" "));
const others = new Map(groups.map(([word, ...rest]) => [word!, rest]));

/** The goods words of a text with the words that a catalogue may use instead; the text's own first. */
export function withSynonyms(text: string): string {
  const plain = text.toLowerCase();
  const found = [...others].filter(([word]) => (/^[a-z]/.test(word) ? hasWord(plain, word) : plain.includes(word)));
  return [text, ...found.flatMap(([, rest]) => rest)].join(" ");
}

function hasWord(plain: string, word: string): boolean {
  return ` ${plain.replace(/[^a-z0-9-]+/g, " ")} `.includes(` ${word} `);
}
