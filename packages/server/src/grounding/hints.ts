/** How a number in a piece of text is meant: as the price before, as the price, as a sum, as what is left, as what the shopper wants. */
export type Hint = "former" | "price" | "total" | "stock" | "wish";

const patterns: [Hint, RegExp][] = [
  ["former", /原价|划线价|市场价|吊牌价|list price|original(?:ly)?|\brrp\b|\bwas\b|before/],
  ["price", /价格|[售现单]价|卖|只要|仅需|这[款件个双条]|\bprices?\b|\bcosts?\b|\bit's\b/],
  ["total", /总|一共|共[计有]?|全部|合计|\btotal|\baltogether/],
  ["stock", /库存|有货|现货|还[有剩]|仅剩|剩|(?<!没)有(?=\s*\d)|\bin stock|\bleft\b|available|\bwe have\b|comes? in/],
  ["wish", /[您你](?:想|要|需|说|提到|问|买|拍|订|下单)|\byou(?:'d)? (?:want|need|asked|like|mention|order)/],
];

/** The hints in a piece of text. */
export function hintsIn(text: string): Set<Hint> {
  return new Set(patterns.filter(([, when]) => when.test(text)).map(([hint]) => hint));
}
