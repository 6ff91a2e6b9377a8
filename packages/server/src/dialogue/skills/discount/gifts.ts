import { attributesOf, titleOf } from "../../localise.ts";
import { findPassage } from "../find-passage.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, productOf, sayChoices, sayText, sourceOf } from "../speak.ts";
import { phrases } from "./phrases.ts";

const named = /赠品|小样|试用装|\b(?:freebies?|free (?:gifts?|samples?|stuff)|samples?)\b/i;
const asking =
  /赠送|送(?:我)?(?:点|个|些|一?[个点份件]|什么|啥|东西|礼[物品]|小)|(?:有|还)送[吗么的]|\bthrow (?:something|anything) in\b/i;
/** One that should have come is another matter. */
const lacking = /没|少|漏|坏|退|\b(?:missing|broken|return|not)\b/i;
const ofMoney = /券|优惠|折|红包|积分|coupon|code|voucher|discount|points/i;
const given = /赠|\b(?:free )?gifts?\b(?! box)|\bsamples?\b/i;

/** Whether a message asks for something besides the goods, and not for less to pay. */
export function asksForGift(text: string): boolean {
  return (named.test(text) || asking.test(text)) && !ofMoney.test(text);
}

/** Whether it does so in words that mean nothing else. */
export function namesGift(text: string): boolean {
  return named.test(text) && !ofMoney.test(text) && !lacking.test(text);
}

/** The gifts that the product's page or the shop's pages name; none is promised. */
export function tellGifts(scene: Scene): Deed {
  const { language, facts } = scene;
  const words = phrases[language];
  const product = productOf(scene);
  const stated = product ? attributesOf(product, language).filter(([key, value]) => given.test(`${key} ${value}`)) : [];
  if (product && stated.length > 0) {
    const parts = stated.map(([key, value]) => words.gift(key, value)).join(" ");
    return { turns: [sayText(words.gifts(titleOf(product, language), parts))] };
  }
  const passage = findPassage(facts, { text: words.giftWord, language });
  const isAbout = passage !== undefined && given.test(passage.title);
  const text = [
    product ? words.noGift(titleOf(product, language)) : words.noGiftOpen,
    ...(isAbout ? [passage.answer] : []),
  ];
  return {
    turns: [sayChoices(text.join("\n"), intentChoices(["human"], language), isAbout ? [sourceOf(passage)] : undefined)],
  };
}
