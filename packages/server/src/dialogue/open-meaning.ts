import type { Entity } from "@yiwen/shared";
import type { Facts } from "./facts.ts";
import { namesGift } from "./skills/discount/gifts.ts";
import { answersPresent, onlyRefuses } from "./skills/product-facts/wishes.ts";
import type { DialogueState } from "./state.ts";

/** Asks for one of those shown. */
const which =
  /哪一?[个款件双种](?!快递|物流|银行|地址|月)|\bwhich (?:one|of (?:them|these|those|the two)|is|would|should)\b/i;
const openToChoice = new Set(["compare", "productFacts", "recommend", "sizeAdvice", "other", "stock"]);

const openToGift = new Set(["shopPolicy", "recommend", "other", "productFacts", "bargain"]);

/**
 * What a message asks where its words alone hardly say: "不要衣服" after what was recommended, "她喜欢喝茶" of a
 * present, "东北穿哪个" of two just shown, "有小样送吗". `best` is the intent of the words alone.
 */
export function openMeaning(
  text: string,
  best: string | undefined,
  { dialogue, entities, facts }: { dialogue: DialogueState; entities: Entity[]; facts: Facts },
): "recommend" | "compare" | "coupon" | undefined {
  const { asked, candidates = [] } = dialogue;
  if (asked?.intent === "recommend" && (answersPresent(text, asked.text) || onlyRefuses(text, facts)))
    return "recommend";
  if (openToGift.has(best ?? "other") && namesGift(text)) return "coupon";
  const isNamed = entities.some(({ kind }) => kind === "product");
  const isChoice = candidates.length === 2 && !isNamed && which.test(text);
  return isChoice && openToChoice.has(best ?? "other") ? "compare" : undefined;
}
