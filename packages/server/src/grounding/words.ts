const common = new Set(
  "小时 工作 作日 个月 分钟 可以 一般 左右 以内 之内 我们 商品 支持 这款 您的 大约 days hours the and for you can with within".split(
    " ",
  ),
);

/** Pairs of Chinese letters and longer Latin words of a text, without those that stand everywhere. */
export function wordsIn(text: string): Set<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
  const latin = text.match(/[a-z]{3,}/g) ?? [];
  return new Set([...pairs, ...latin].filter((word) => !common.has(word)));
}
