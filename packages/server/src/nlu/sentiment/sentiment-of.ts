import type { Language, Sentiment } from "@yiwen/shared";
import Analyzer from "sentiment";
import { loadLines } from "../load-data.ts";
import { normalise } from "../normalise.ts";
import { segment } from "../segment.ts";
import { grievancesIn } from "./grievances.ts";
import { loadChineseLexicon } from "./lexicon.ts";

const negations = new Set([
  "不",
  "没",
  "没有",
  "别",
  "不是",
  "不会",
  "不能",
  "不要",
  "无",
  "未",
  "不太",
  "并不",
  "毫不",
]);
const intensifiers: Record<string, number> = {
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
};
/** How far before a word its negation or intensifier may stand. */
const reach = 2;

function chineseScore(tokens: string[], at: number, score: number): number {
  let result = score;
  for (let i = Math.max(0, at - reach); i < at; i++) {
    const token = tokens[i]!;
    // "不满意" is a complaint, "不生气" only calm, and what a mild word means when negated is anyone's guess.
    if (negations.has(token)) result = result >= 2 ? -result : 0;
    else result *= Object.hasOwn(intensifiers, token) ? intensifiers[token]! : 1;
  }
  return result;
}

const analyzer = new Analyzer();
analyzer.registerLanguage("zh", { labels: loadChineseLexicon(), scoringStrategy: { apply: chineseScore } });
const neutral = new Set(loadLines("lexicons/zh-neutral.txt").flatMap((line) => line.split(" ")));

/** Words an English shop's chat is full of; the general list calls them good or bad. */
const englishService = new Set(
  "cancel cancelled canceled refund broken damaged damage defective problem problems wrong error missing lost lose stop failed fail late delay delayed return no yes please help want need like free dispute charged charges pay warranty guarantee protect protected share fit ok okay hello hi sorry cheaper expensive drop dropped stuck hard leak leaks crack cracked fake original cut fire matter matters ill sick reach accept accepted chance top big best fine true interested recommend recommended gift great-value apologise complain complaint rejected unpaid declined denied".split(
    " ",
  ),
);

function lexiconScore(text: string, language: Language): number {
  const phrase = language === "zh" ? segment(text).join(" ") : text;
  const { calculation } = analyzer.analyze(phrase, { language });
  const service = language === "zh" ? neutral : englishService;
  let sum = 0;
  for (const entry of calculation) {
    for (const [word, weight] of Object.entries(entry)) if (!service.has(word)) sum += weight;
  }
  return sum;
}

/** A lone strong word comes to about -0.6; it takes several to get near -1. */
const damping = 2.5;
const labelFrom = 0.35;

/** How a message feels, -1 to 1. The one door to whatever model stands behind. */
export function sentimentOf(text: string, language: Language): Sentiment {
  const plain = normalise(text);
  const shouting = /[!！]{2,}|[?？]{3,}/.test(text.normalize("NFKC")) || /\b[A-Z]{4,}(?:\s+[A-Z]{2,}){2,}/.test(text);
  const raw = lexiconScore(plain, language) + grievancesIn(plain);
  const sum = raw < 0 && shouting ? raw * 1.3 : raw;
  const score = Math.round((sum / (Math.abs(sum) + damping)) * 100) / 100;
  return { score, label: score <= -labelFrom ? "negative" : score >= labelFrom ? "positive" : "neutral" };
}
