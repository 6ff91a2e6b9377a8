import { type Chance, chanceOf } from "./chance.ts";
import type { LabelledText } from "./classifier.ts";
import type { Intent } from "./registry.ts";

type Words = { zh: string[]; en: string[] };

/** What shoppers put before what they want; a greeting is cut off before anything is classified. */
const openings: Words = {
  zh: "我想问一下|想问下|问一下，|麻烦问下，|帮我看下，|那个，|不好意思，|客服，|我问一下|就是|那|我想|麻烦".split("|"),
  en: "please |excuse me, |so |um |quick question: |ok so |sorry but |also |and |well, ".split("|"),
};
/** Without these, "my order" would itself be a sign of asking how it stands. */
const aboutOrder: Words = {
  zh: "我的订单|这个订单|我这个订单|我这单|这单|这个单子|我有个订单|昨天下的单|我买的手机|我买的衣服|我的鞋子|那个杯子|我昨天买的东西|前几天买的电饭煲|我在你家买的耳机|我的快递|我这个件|这个商品|我买的那个|上周买的键盘|我给我妈买的|这款热水壶|我的包|电视|冰箱|狗粮|我的".split(
    "|",
  ),
  en: "my order, |about my order: |this order, |for my order, |the shoes i bought, |my headphones, |the phone i ordered, |i bought a jacket, |for the kettle, |my package, |the item, ".split(
    "|",
  ),
};
const aboutGoods: Words = {
  zh: "这款|这个|这件衣服|这个杯子|那个耳机|你家的鞋|这双鞋|这款手机|我看的这个|你们这个电饭煲|这条裤子|链接里这个|上面那款|这个充电宝|这个包".split(
    "|",
  ),
  en: "this one, |these shoes, |the jacket, |for this phone, |about the mug: |the headphones, |this bag, ".split("|"),
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

/** The examples, and beside each that can stand it the same with words around it as shoppers put them. */
export function varied(examples: LabelledText[]): LabelledText[] {
  const chance = chanceOf(11);
  return examples.flatMap((example) => {
    const { text, label } = example;
    if (alone.has(label) || text.length > longest || text.length < 2) return [example];
    const more = [{ text: around(text, label, chance), label }];
    if (orderIntents.has(label) || goodsIntents.has(label)) more.push({ text: about(text, label, chance), label });
    return [example, ...more];
  });
}

const languageOf = (text: string) => (/\p{Script=Han}/u.test(text) ? "zh" : "en");

function pick(list: string[], chance: Chance): string {
  return list[Math.floor(chance() * list.length)]!;
}

function about(text: string, label: string, chance: Chance): string {
  const subject = pick((orderIntents.has(label) ? aboutOrder : aboutGoods)[languageOf(text)], chance);
  const glue = languageOf(text) === "zh" && chance() < 0.3 ? "，" : "";
  return `${subject}${glue}${text}`;
}

function around(text: string, label: string, chance: Chance): string {
  const language = languageOf(text);
  const opened = `${pick(openings[language], chance)}${chance() < 0.4 && orderIntents.has(label) ? pick(aboutOrder[language], chance) : ""}${text}`;
  return chance() < 0.4 ? `${opened}${pick(closings[language], chance)}` : opened;
}
