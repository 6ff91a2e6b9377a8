import type { Coupon, Money } from "@yiwen/shared";
import { numberOf } from "../../../nlu/numerals.ts";
import { standsInName, titleOf } from "../../localise.ts";
import { formatMoney, formatRange } from "../../money.ts";
import { chooseOptions, skusFor } from "../../variants.ts";
import { listGoods } from "../product-facts/candidates.ts";
import { sayStock } from "../product-facts/stock.ts";
import { categoryChoices, choiceWords, goodsMeant } from "../product-words.ts";
import type { Deed, Scene, Skill } from "../skill.ts";
import { productOf, sayChoices, sayText } from "../speak.ts";
import { bestOffer, openCoupon } from "./coupons.ts";
import { discountMachine } from "./machine.ts";
import { phrases } from "./phrases.ts";

/** Prices, and the coupon that really applies, granted once. */
export const discount: Skill = {
  name: "discount",
  machine: discountMachine,
  intents: ["price", "bargain", "coupon"],
  hear(scene) {
    const { said, context } = scene;
    if (!said) return undefined;
    const intent = discount.intents.find((name) => name === said.understood.intent) ?? context.intent ?? "price";
    const coupon = namesUnknown(scene) ? undefined : couponFor(scene);
    const offer = !coupon ? "none" : scene.dialogue.granted.includes(coupon.id) ? "granted" : "new";
    return { type: "asked", intent, named: productOf(scene) !== undefined, offer };
  },
  isAnswer: ({ said }) => said?.understood.entities.some(({ kind }) => kind === "product") ?? false,
  perform(action, scene) {
    switch (action) {
      case "askWhich":
        return askWhich(scene);
      case "sayPrice":
        return sayPrice(scene);
      case "grant":
        return give(scene, "grant");
      case "remind":
        return give(scene, "remind");
      case "admitNone":
        return admitNone(scene);
      default:
        return { turns: [] };
    }
  },
};

/** A size or colour that the product doesn't have: nothing can be offered on it. */
function namesUnknown(scene: Scene): boolean {
  const product = productOf(scene);
  const { text = "", understood } = scene.said ?? {};
  return product !== undefined && chooseOptions(product, text, understood?.entities ?? []).unknown.length > 0;
}

/** The price of each that may be meant; where nothing was named, which it is about. */
function askWhich(scene: Scene): Deed {
  const words = phrases[scene.language];
  const goods = goodsMeant(scene);
  if (goods.length > 0) return { ...listGoods(scene, words.each, goods), outcome: "asked" };
  return { turns: [sayChoices(words.which, categoryChoices(scene))], outcome: "asked" };
}

/** The price that a coupon is reckoned on: the lowest of what was chosen, so that it never promises too much. */
function priceOf(scene: Scene): Money | undefined {
  const product = productOf(scene);
  if (!product) return undefined;
  const prices = skusFor(product, scene.dialogue.product?.chosen ?? {}).map(({ price }) => price);
  return [...prices].sort((a, b) => a.amount - b.amount)[0] ?? product.price;
}

function hasSeveralPrices(scene: Scene): boolean {
  const product = productOf(scene);
  const skus = product ? skusFor(product, scene.dialogue.product?.chosen ?? {}) : [];
  return new Set(skus.map(({ price }) => price.amount)).size > 1;
}

function offerFor(scene: Scene) {
  const product = productOf(scene);
  const price = priceOf(scene);
  return product && price && bestOffer(scene.facts, { product, price, granted: scene.dialogue.granted });
}

function couponFor(scene: Scene): Coupon | undefined {
  return productOf(scene) ? offerFor(scene)?.coupon : openCoupon(scene.facts);
}

function sayPrice(scene: Scene): Deed {
  const product = productOf(scene);
  if (!product) return { turns: [] };
  const words = phrases[scene.language];
  const skus = skusFor(product, scene.dialogue.product?.chosen ?? {});
  if (namesUnknown(scene)) return sayStock(scene, product);
  const prices = skus.length > 0 ? skus.map((sku) => sku.price) : [product.price];
  const { listPrice } = product;
  // Beside a kind that costs as much it would be no price from before.
  const isReduced = listPrice !== undefined && prices.every(({ amount }) => amount < listPrice.amount);
  const price = formatRange(prices) + (isReduced ? words.was(formatMoney(listPrice)) : "");
  const stock = skus.length > 0 ? skus.reduce((sum, sku) => sum + sku.stock, 0) : product.stock;
  const text =
    words.price(titleOf(product, scene.language), choiceWords(scene), price) +
    (stock > 0 ? totalWords(scene) : words.soldOut);
  return { turns: [sayText(text)] };
}

/** What several cost together, where the message says how many and the price is one. */
function totalWords(scene: Scene): string {
  const count = countOf(scene);
  const price = priceOf(scene);
  if (count < 2 || !price || hasSeveralPrices(scene)) return "";
  return phrases[scene.language].total(count, formatMoney({ ...price, amount: price.amount * count }));
}

/** How many are wanted; how many are in one is part of its name. */
function countOf(scene: Scene): number {
  const product = productOf(scene);
  const wanted = scene.said?.understood.entities.find(
    ({ kind, text }) => kind === "quantity" && !(product && standsInName(text, product)),
  );
  return numberOf(wanted?.value ?? "") ?? 1;
}

function give(scene: Scene, how: "grant" | "remind"): Deed {
  const coupon = couponFor(scene);
  if (!coupon) return { turns: [] };
  const words = phrases[scene.language];
  const label = coupon.label[scene.language === "zh" ? "zh-CN" : "en"];
  const offer = offerFor(scene);
  const text = offer
    ? words[how](label, coupon.code, formatMoney(offer.after) + (hasSeveralPrices(scene) ? words.from : ""))
    : words[how === "grant" ? "grantOpen" : "remindOpen"](label, coupon.code);
  if (how === "remind") return { turns: [sayText(text)] };
  return {
    turns: [{ do: "grantCoupon", couponId: coupon.id }, sayText(text)],
    dialogue: { granted: [...scene.dialogue.granted, coupon.id] },
  };
}

function admitNone(scene: Scene): Deed {
  const words = phrases[scene.language];
  const product = productOf(scene);
  const price = priceOf(scene);
  if (!product || !price) return { turns: [sayChoices(words.noneOpen, categoryChoices(scene))], outcome: "asked" };
  return { turns: [sayText(words.none(titleOf(product, scene.language), formatMoney(price)))] };
}
