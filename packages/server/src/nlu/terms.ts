import { segment } from "./segment.ts";

/** Words that say nothing of what a text is about. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "的 了 吗 呢 啊 吧 呀 哦 嗯 我 你 您 我们 你们 是 在 有 这 那 这个 那个 这款 那款 个 就 都 也 和 与 请问 请 想 要 一下 什么 怎么 如何 怎么办 么 可以 能 会 会不会 是不是 能不能 可不可以 有没有 为什么 多少 哪里 的话 现在 今天 明天 昨天 申请 客服 需要 知道 看看 东西 时候 什么时候 多久 " +
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

/** Search terms of a document: dictionary words, single Han and all their pairs, English words stemmed; no stop words. */
export function searchTerms(text: string): string[] {
  return termsOf(text, (run) => pairsOf([run]));
}

/** Search terms of a question: as of a document, but pairs only within words, for those across them mean nothing. */
export function queryTerms(text: string): string[] {
  return termsOf(text, (_, words) => pairsOf(joinSingles(words).filter((word) => !stopWords.has(word))));
}

function termsOf(text: string, pairs: (run: string, words: string[]) => string[]): string[] {
  const lower = text.normalize("NFKC").toLowerCase();
  const terms: string[] = [];
  for (const run of lower.match(/\p{Script=Han}+|[a-z0-9]+(?:'[a-z]+)?/gu) ?? []) {
    if (/^[a-z0-9]/.test(run)) {
      if (!stopWords.has(run)) terms.push(stem(run));
      continue;
    }
    const words = segment(run);
    const telling = words.filter((word) => !stopWords.has(word));
    terms.push(...telling.filter((word) => word.length > 1));
    for (const one of telling.join("")) if (!stopWords.has(one)) terms.push(`1${one}`);
    for (const pair of pairs(run, words)) if (!stopWords.has(pair)) terms.push(`2${pair}`);
  }
  return terms;
}

/** Words that the dictionary doesn't know come as single characters: those in a row are taken as one. */
function joinSingles(words: string[]): string[] {
  const joined: string[] = [];
  let wasSingle = false;
  for (const word of words) {
    const isSingle = word.length === 1 && !stopWords.has(word);
    if (isSingle && wasSingle) joined[joined.length - 1] += word;
    else joined.push(word);
    wasSingle = isSingle;
  }
  return joined;
}

function pairsOf(words: string[]): string[] {
  return words.flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
}
