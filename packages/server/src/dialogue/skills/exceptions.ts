import type { Language } from "@yiwen/shared";
import type { Facts, KnownPassage, Product } from "../facts.ts";
import { findPoint } from "./find-passage.ts";

/** What is eaten or put on the skin says on its page how long it keeps and what is in it. */
const ofConsumables = /保质期|配料|使用期限|shelf life|ingredients|best before|use within/i;

const general: Record<Language, string> = { zh: "支持7天无理由退货吗", en: "do you accept returns?" };
const excepted: Record<Language, string> = {
  zh: "哪些商品不能无理由退货",
  en: "which items cannot be returned without a reason",
};

/**
 * What must be said with the answer that goods can be returned, where a thing that can't be sold again once it is opened
 * is on the table: shops except these, and who reads only the general rule opens it.
 */
export function exceptionsTo(
  passage: KnownPassage,
  { facts, product, language }: { facts: Facts; product: Product | undefined; language: Language },
): KnownPassage | undefined {
  if (!product || !Object.keys(product.attributes).some((name) => ofConsumables.test(name))) return undefined;
  const isGeneral = findPoint(facts, { text: general[language], language }) === passage;
  const exceptions = isGeneral ? findPoint(facts, { text: excepted[language], language }) : undefined;
  return exceptions === passage ? undefined : exceptions;
}
