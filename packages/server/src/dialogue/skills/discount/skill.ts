import type { Coupon, Money } from "@yiwen/shared";
import { titleOf } from "../../localise.ts";
import { formatMoney, formatRange } from "../../money.ts";
import { chooseOptions, skusFor } from "../../variants.ts";
import { isGone, sayGone } from "../gone.ts";
import { listGoods } from "../product-facts/candidates.ts";
import { sayStock } from "../product-facts/stock.ts";
import { categoryChoices, choiceWords, goodsMeant } from "../product-words.ts";
import type { Deed, Scene, Skill } from "../skill.ts";
import { productOf, sayChoices, sayText } from "../speak.ts";
import { countOf } from "./count.ts";
import { bestOffer, missedOffer, openCoupon, validCoupons } from "./coupons.ts";
import { asksForGift, tellGifts } from "./gifts.ts";
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
    const isForGift = intent !== "price" && asksForGift(said.text);
    return { type: "asked", intent, isForGift, named: productOf(scene) !== undefined, offer };
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
      case "tellGifts":
        return tellGifts(scene);
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
  if (isGone(scene)) return sayGone(scene);
  const goods = goodsMeant(scene);
  if (goods.length > 0) return { ...listGoods(scene, words.each, goods), outcome: "asked" };
  return { turns: [sayChoices(words.which, categoryChoices(scene))], outcome: "asked" };
}

/** The price of one: the lowest of what was chosen, so that a coupon never promises too much. */
function priceOf(scene: Scene): Money | undefined {
  const product = productOf(scene);
  if (!product) return undefined;
  const prices = skusFor(product, scene.dialogue.product?.chosen ?? {}).map(({ price }) => price);
  return [...prices].sort((a, b) => a.amount - b.amount)[0] ?? product.price;
}

/** What all that are wanted cost together. */
function sumOf(scene: Scene): Money | undefined {
  const price = priceOf(scene);
  return price && { ...price, amount: price.amount * countOf(scene) };
}

function hasSeveralPrices(scene: Scene): boolean {
  const product = productOf(scene);
  const skus = product ? skusFor(product, scene.dialogue.product?.chosen ?? {}) : [];
  return new Set(skus.map(({ price }) => price.amount)).size > 1;
}

/** A sum as it is said: where what was chosen has several prices it is the lowest. */
function sumWords(scene: Scene, sum: Money): string {
  return formatMoney(sum) + (hasSeveralPrices(scene) ? phrases[scene.language].from : "");
}

function offerFor(scene: Scene) {
  const product = productOf(scene);
  const sum = sumOf(scene);
  return product && sum && bestOffer(scene.facts, { product, sum, granted: scene.dialogue.granted });
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

/** What several cost together, where the message says how many. */
function totalWords(scene: Scene): string {
  const count = countOf(scene);
  const sum = sumOf(scene);
  return count > 1 && sum ? phrases[scene.language].total(count, sumWords(scene, sum)) : "";
}

function give(scene: Scene, how: "grant" | "remind"): Deed {
  const coupon = couponFor(scene);
  if (!coupon) return { turns: [] };
  const words = phrases[scene.language];
  const label = labelOf(coupon, scene);
  const offer = offerFor(scene);
  // After the price, what they come to has been told.
  const total = scene.context.intent === "price" ? "" : totalWords(scene).trimStart();
  const gap = total === "" || scene.language === "zh" ? "" : " ";
  const text = offer
    ? total + gap + words[how](label, coupon.code, sumWords(scene, offer.after))
    : words[how === "grant" ? "grantOpen" : "remindOpen"](label, coupon.code);
  if (how === "remind") return { turns: [sayText(text)] };
  return {
    turns: [{ do: "grantCoupon", couponId: coupon.id }, sayText(text)],
    dialogue: { granted: [...scene.dialogue.granted, coupon.id] },
  };
}

function labelOf({ label }: Coupon, { language }: Scene): string {
  return label[language === "zh" ? "zh-CN" : "en"];
}

/** That nothing can be taken off, and what would have to be bought more for the nearest coupon. */
function admitNone(scene: Scene): Deed {
  const words = phrases[scene.language];
  const product = productOf(scene);
  const price = priceOf(scene);
  const sum = sumOf(scene);
  if (!product || !price || !sum) return listCoupons(scene);
  const missed = namesUnknown(scene) ? undefined : missedOffer(scene.facts, { product, sum });
  const end = missed ? words.missed(labelOf(missed.coupon, scene), formatMoney(missed.gap)) : words.none;
  const priced = words.price(titleOf(product, scene.language), choiceWords(scene), sumWords(scene, price));
  return { turns: [sayText(priced + totalWords(scene) + end)] };
}

/** The coupons for kinds of goods, where no product says which of them applies. */
function listCoupons(scene: Scene): Deed {
  const words = phrases[scene.language];
  const lines = validCoupons(scene.facts).map((coupon) => `· ${labelOf(coupon, scene)}`);
  const text = lines.length === 0 ? words.noneOpen : [words.listed, ...lines, words.whichOne].join("\n");
  return { turns: [sayChoices(text, categoryChoices(scene))], outcome: "asked" };
}
