import type { Understood } from "../turn.ts";

/** What the classifier made of a message: as much as says whether a point can be meant. */
export type Asked = Pick<Understood, "intent" | "confidence" | "alternatives">;

/** From here up an intent is sure, and the wording of a point that has nothing to do with it is a coincidence. */
export const sureFrom = 0.85;
/** From here up an alternative may be what is meant as well. */
const likelyFrom = 0.05;

/** Matters whose questions shoppers put in the same words: where one is surely meant, its neighbour's section may answer. */
const neighbours: Record<string, readonly string[]> = {
  returnGoods: ["exchange", "repair", "refundProgress", "warranty", "shipping", "cancelOrder"],
  exchange: ["repair", "returnGoods", "warranty", "modifyOrder", "stock", "shipping"],
  repair: ["exchange", "warranty", "install", "returnGoods"],
  warranty: ["repair", "exchange", "install"],
  install: ["repair", "warranty"],
  complaint: ["repair", "exchange", "storeInfo"],
  cancelOrder: ["shipping", "modifyOrder"],
  modifyOrder: ["shipping", "invoice", "cancelOrder"],
  shipping: ["logistics", "urgeShipping", "modifyOrder", "returnGoods", "exchange"],
  logistics: ["shipping", "urgeShipping", "modifyOrder"],
  urgeShipping: ["shipping", "logistics"],
  orderStatus: ["logistics", "shipping", "urgeShipping"],
  coupon: ["membership", "priceProtection"],
  bargain: ["coupon", "membership", "priceProtection"],
  membership: ["coupon", "privacy"],
  privacy: ["membership"],
  payment: ["membership"],
  storeInfo: ["complaint", "shipping"],
  human: ["storeInfo", "complaint"],
  productFacts: ["sizeAdvice", "install", "warranty", "authenticity", "stock"],
  sizeAdvice: ["productFacts"],
};

/** Intents that are about no matter of their own: "算了，问下几点下班" takes its leave and asks all the same. */
const open = new Set(["shopPolicy", "other", "greeting", "thanks", "bye", "acknowledge", "praise", "whoAreYou"]);

/** Whether a section about `topic` can be what a message asks for. */
export function isMeant(topic: string, { intent, confidence, alternatives }: Asked): boolean {
  if (intent === topic || confidence < sureFrom || open.has(intent)) return true;
  if (neighbours[intent]?.includes(topic)) return true;
  return alternatives.some((guess) => guess.intent === topic && guess.confidence >= likelyFrom);
}
