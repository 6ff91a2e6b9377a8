import { segment } from "./segment.ts";

const stopWords = new Set(
  (
    "的 了 吗 呢 啊 吧 呀 哦 嗯 我 你 您 我们 你们 是 在 有 这 那 这个 那个 这款 那款 个 就 都 也 和 与 请问 请 想 要 一下 什么 怎么 如何 吗 么 么 可以 能 会 " +
    "a an the is are was be do does did to of in on for and or it its this that i you we my your me can could would will please with at have has how what when"
  ).split(" "),
);

/** Light stemming: plural and verb endings, so that "shipping", "ships" and "shipped" meet. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const base = word
    .replace(/'s$/, "")
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  if (base.length > 5 && base.endsWith("ing")) return undouble(base.slice(0, -3));
  if (base.length > 4 && base.endsWith("ed")) return undouble(base.slice(0, -2));
  return base.length > 4 ? base.replace(/e$/, "") : base;
}

function undouble(word: string): string {
  return word.replace(/([bdgmnprt])\1$/, "$1").replace(/e$/, "");
}

/** Search terms of a text: dictionary words, single Han and their pairs, English words stemmed; no stop words. */
export function searchTerms(text: string): string[] {
  const lower = text.normalize("NFKC").toLowerCase();
  const terms: string[] = [];
  for (const run of lower.match(/\p{Script=Han}+|[a-z0-9]+(?:'[a-z]+)?/gu) ?? []) {
    if (/^[a-z0-9]/.test(run)) {
      if (!stopWords.has(run)) terms.push(stem(run));
      continue;
    }
    for (const word of segment(run)) if (word.length > 1 && !stopWords.has(word)) terms.push(word);
    for (let i = 0; i < run.length; i++) {
      const one = run[i]!;
      if (!stopWords.has(one)) terms.push(`1${one}`);
      const pair = run.slice(i, i + 2);
      if (pair.length === 2 && !stopWords.has(pair)) terms.push(`2${pair}`);
    }
  }
  return terms;
}
