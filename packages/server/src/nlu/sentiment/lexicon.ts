import { loadLines } from "../load-data.ts";

const weighted = (path: string) =>
  loadLines(path).map((line): [string, number] => {
    const [word, weight] = line.split("\t");
    return [word!, Number(weight)];
  });

/** A general lexicon knows nothing of shops, so its words count for less than ours. */
const generalShare = 0.6;

/** Chinese words to their weight, -5 to 5; service words are left out, for they say nothing about mood. */
export function loadChineseLexicon(): Record<string, number> {
  const general = weighted("lexicons/zh-general.txt").map(([word, weight]): [string, number] => [
    word,
    weight * generalShare,
  ]);
  return { ...Object.fromEntries(general), ...Object.fromEntries(weighted("lexicons/zh-shop.txt")) };
}
