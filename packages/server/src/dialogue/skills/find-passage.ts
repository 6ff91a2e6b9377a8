import type { Language } from "@yiwen/shared";
import { askFor, isIntent } from "../../nlu/intents/registry.ts";
import type { Facts, Found, Passage } from "../facts.ts";

/** Words of each policy topic, so that a shopper's own words need not be the policy's. */
const topicWords: Record<string, Record<Language, string>> = {
  shipping: { zh: "运费|邮费|包邮|配送|发货时间|快递", en: "shipping|delivery|free shipping" },
  urgeShipping: { zh: "发货时间|多久发货", en: "ship|dispatch" },
  logistics: { zh: "物流|配送|时效", en: "tracking|delivery" },
  cancelOrder: { zh: "取消订单|取消", en: "cancel|cancel order" },
  modifyOrder: { zh: "修改订单|修改地址|改地址", en: "change|address|change address" },
  returnGoods: { zh: "退货|申请退货|退货流程|退换货", en: "return|return an item|returns" },
  exchange: { zh: "换货|换尺码|退换货", en: "exchange" },
  refundProgress: { zh: "退款|退款到账|到账", en: "refund|refunds" },
  priceProtection: { zh: "价保|价格保护|差价", en: "price protection" },
  invoice: { zh: "发票|开票", en: "invoice|receipt" },
  payment: { zh: "支付|付款|支付方式", en: "payment|payment methods" },
  repair: { zh: "维修|质量问题|保修|售后", en: "repair|damaged|faulty|warranty" },
  warranty: { zh: "保修|质保", en: "warranty" },
  authenticity: { zh: "正品|保证", en: "genuine|authentic|quality" },
  install: { zh: "安装|说明书|使用方法", en: "install|instructions|manual" },
  storeInfo: { zh: "营业时间|客服时间|联系方式|地址", en: "opening hours|contact" },
  privacy: { zh: "隐私|个人信息", en: "privacy|personal data" },
  membership: { zh: "会员|积分", en: "membership|points" },
  coupon: { zh: "优惠券|使用规则", en: "coupon" },
  stock: { zh: "缺货|补货", en: "restock" },
  sizeAdvice: { zh: "尺码|尺码表", en: "size|size guide" },
  complaint: { zh: "投诉|售后", en: "complaint" },
};

/** With the topic known, one of its words or most of the shopper's must be there. */
const knownFrom = { topic: 0.6, text: 0.6 };
/** With nothing known but the shopper's words, they must nearly all be there. */
const blindFrom = 0.7;
const looked = 8;

/** The best passage for a question; `intent` narrows it to a topic. Undefined when nothing is good enough. */
export function findPassage(
  facts: Facts,
  query: { text: string; intent?: string; language: Language },
): Passage | undefined {
  const other: Language = query.language === "zh" ? "en" : "zh";
  return (
    inLanguage(facts, query, query.language) ??
    (query.intent === undefined ? undefined : inLanguage(facts, query, other))
  );
}

function inLanguage(
  { passages }: Facts,
  { text, intent }: { text: string; intent?: string },
  language: Language,
): Passage | undefined {
  const byText = passages.search(text.slice(0, 300), { limit: looked, language });
  const words = intent === undefined ? undefined : topicWords[intent]?.[language];
  if (intent === undefined || words === undefined)
    return byText[0] && byText[0].score >= blindFrom ? byText[0].item : undefined;
  // Word by word: a policy says it in one of these ways, not in all.
  const topics = words.split("|");
  const byTopic = topics.map((word) => passages.search(word, { limit: looked, language }));
  const plain = isIntent(intent) ? passages.search(askFor(intent, language), { limit: looked, language }) : [];
  return best({ byText, byTopic, plain }, (title) => {
    const named = topics.filter((word) => title.toLowerCase().includes(word));
    return named.some((word) => text.toLowerCase().includes(word)) ? titleBonus : named.length > 0 ? titleBonus / 2 : 0;
  });
}

/** A title that names the topic, the more so in the shopper's word for it, is what the passage is about. */
const titleBonus = 0.6;

type Searched = { byText: Found<Passage>[]; byTopic: Found<Passage>[][]; plain: Found<Passage>[] };

/** Ranks by the shopper's words first, then by the topic's and by the plain question of the intent. */
function best({ byText, byTopic, plain }: Searched, bonus: (title: string) => number): Passage | undefined {
  const score = (found: Found<Passage>[], item: Passage) => found.find((f) => f.item === item)?.score ?? 0;
  const items = new Set([...byText, ...byTopic.flat(), ...plain].map(({ item }) => item));
  return [...items]
    .map((item) => {
      const topic = byTopic.map((found) => score(found, item)).sort((a, b) => b - a);
      const rest = topic.slice(1).reduce((sum, one) => sum + one, 0) * 0.25;
      return { item, text: score(byText, item), topic: topic[0] ?? 0, rest: rest + score(plain, item) };
    })
    .filter(({ text, topic }) => topic >= knownFrom.topic || text >= knownFrom.text)
    .map(({ item, text, topic, rest }) => ({ item, rank: 2 * text + topic + rest + bonus(item.title) }))
    .sort((a, b) => b.rank - a.rank)[0]?.item;
}
