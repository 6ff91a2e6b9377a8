import type { Language } from "@yiwen/shared";
import { loadLines } from "../load-data.ts";
import { segment } from "../segment.ts";

const weighted = (path: string) =>
  loadLines(path).map((line): [string, number] => {
    const [word, weight] = line.split("\t");
    return [word!, Number(weight)];
  });

/** A general lexicon knows nothing of shops, so its words count for less than ours. */
const generalShare = 0.6;
const general = weighted("lexicons/zh-general.txt").map(([word, weight]): [string, number] => [
  word,
  weight * generalShare,
]);
/** Service words say nothing about mood, whatever a general lexicon thinks. */
const service = new Set(loadLines("lexicons/zh-neutral.txt").flatMap((line) => line.split(" ")));
const chinese = new Map([...general, ...weighted("lexicons/zh-shop.txt")].filter(([word]) => !service.has(word)));
const english = new Map(weighted("lexicons/en-general.txt"));

const negations = new Set("不 没 没有 别 不是 不会 不能 不要 无 未 不太 并不 毫不".split(" "));
const englishNegations = new Set(
  "not no never isn't wasn't aren't don't doesn't didn't can't won't without hardly".split(" "),
);
const intensifiers = new Map(
  Object.entries({
    很: 1.2,
    太: 1.4,
    非常: 1.5,
    特别: 1.4,
    真: 1.3,
    超级: 1.5,
    极其: 1.6,
    实在: 1.3,
    好: 1.2,
    一点: 0.6,
    有点: 0.6,
    有些: 0.6,
    稍微: 0.5,
    very: 1.3,
    really: 1.3,
    extremely: 1.5,
    so: 1.2,
    absolutely: 1.4,
    slightly: 0.6,
    totally: 1.3,
  }),
);
/** How far before a word its negation or intensifier may stand. */
const reach = 2;

/** What the words of a text weigh, below and above zero apart: "不满意" is below, "不生气" only calm. Expects normalised text. */
export function wordsWeigh(text: string, language: Language): { bad: number; good: number } {
  const isChinese = language === "zh";
  const words = isChinese ? segment(text) : (text.match(/[a-z]+(?:'[a-z]+)?/g) ?? []);
  const lexicon = isChinese ? chinese : english;
  const negating = isChinese ? negations : englishNegations;
  let bad = 0;
  let good = 0;
  for (let at = 0; at < words.length; at++) {
    const weight = lexicon.get(words[at]!);
    if (weight === undefined) continue;
    const felt = inContext(weight, words, { at, negating });
    if (felt < 0) bad -= felt;
    else good += felt;
  }
  return { bad, good };
}

function inContext(weight: number, words: string[], { at, negating }: { at: number; negating: Set<string> }): number {
  let felt = weight;
  for (let i = Math.max(0, at - reach); i < at; i++) {
    // What a mild word means when negated is anyone's guess.
    if (negating.has(words[i]!)) felt = felt >= 1 ? -felt : 0;
    else felt *= intensifiers.get(words[i]!) ?? 1;
  }
  return felt;
}
