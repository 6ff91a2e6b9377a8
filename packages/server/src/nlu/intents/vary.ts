import { type Chance, chanceOf } from "./chance.ts";
import type { LabelledText } from "./classifier.ts";
import { asksAboutGoods, goods } from "./goods.ts";
import type { Intent } from "./registry.ts";

type Words = { zh: string[]; en: string[] };

/** What shoppers put before what they want; a greeting is cut off before anything is classified. */
const openings: Words = {
  zh: "我想问一下|想问下|问一下，|麻烦问下，|帮我看下，|那个，|不好意思，|客服，|我问一下|就是|那|我想|麻烦".split("|"),
  en: "please |excuse me, |so |um |quick question: |ok so |sorry but |also |and |well, ".split("|"),
};
/** Without these, "my order" would itself be a sign of asking how it stands. */
const aboutOrder: Words = {
  zh: "我的订单|这个订单|我这个订单|我这单|这单|这个单子|我有个订单|昨天下的单|我的快递|我这个件|这个商品|我买的那个|我买的东西|我的|前几天那单".split(
    "|",
  ),
  en: "my order, |about my order: |this order, |for my order, |my package, |the item, |the thing i bought, ".split("|"),
};
const owners: Words = {
  zh: "我买的|我的|这个|那个|昨天买的|前几天买的|你家的|我订的|在你们这买的|上个月买的|给我妈买的||刚买的|新买的|我那个|朋友送的".split(
    "|",
  ),
  en: "my |the |the new |these |for the |about the |i bought the |regarding my ".split("|"),
};
const closings: Words = {
  zh: "，谢谢|，急|，麻烦了|？？|，在线等|！|，帮我看看|呢|啊|呀|，怎么办|，快点回|，可以吗|哈".split("|"),
  en: " please| thanks| pls|??|, can you help|!| asap|, thank you| help".split("|"),
};

const orderIntents = new Set<string>([
  "orderStatus",
  "logistics",
  "urgeShipping",
  "cancelOrder",
  "modifyOrder",
  "returnGoods",
  "exchange",
  "refundProgress",
  "priceProtection",
  "invoice",
  "payment",
  "repair",
  "complaint",
  "other",
] satisfies Intent[]);
const goodsIntents = new Set<string>([
  "stock",
  "sizeAdvice",
  "productFacts",
  "price",
  "bargain",
  "warranty",
  "authenticity",
  "install",
] satisfies Intent[]);
/** These are said by themselves, and what stands around them means something else. */
const alone = new Set<string>(["greeting", "thanks", "bye", "acknowledge", "whoAreYou", "praise"] satisfies Intent[]);

const longest = 40;

/**
 * Each example three times: where it can stand it twice with words around it as shoppers put them, so that what stands
 * in fewer than three texts is an accident of that.
 */
export function varied(examples: LabelledText[]): LabelledText[] {
  const chance = chanceOf(11);
  const all = examples.flatMap((example) => {
    const { text, label } = example;
    if (alone.has(label) || text.length > longest || text.length < 2) return [example, example, example];
    const hasSubject = orderIntents.has(label) || goodsIntents.has(label);
    const more = [around, hasSubject ? about : around].map((vary) => ({ text: vary(text, label, chance), label }));
    return [example, ...more];
  });
  return [...all, ...asksAboutGoods()];
}

const languageOf = (text: string) => (/\p{Script=Han}/u.test(text) ? "zh" : "en");

function pick(list: string[], chance: Chance): string {
  return list[Math.floor(chance() * list.length)]!;
}

function about(text: string, label: string, chance: Chance): string {
  const language = languageOf(text);
  const isOrder = label === "other" || (orderIntents.has(label) && chance() < 0.5);
  const thing = () => `${pick(owners[language], chance)}${pick(goods[language], chance)}`;
  const subject = isOrder ? pick(aboutOrder[language], chance) : `${thing()}${language === "en" ? ", " : ""}`;
  const glue = language === "zh" && chance() < 0.3 ? "，" : "";
  return `${subject}${glue}${text}`;
}

function around(text: string, label: string, chance: Chance): string {
  const language = languageOf(text);
  const opened = `${pick(openings[language], chance)}${chance() < 0.4 && orderIntents.has(label) ? pick(aboutOrder[language], chance) : ""}${text}`;
  return chance() < 0.4 ? `${opened}${pick(closings[language], chance)}` : opened;
}
