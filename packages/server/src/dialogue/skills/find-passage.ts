import type { Language } from "@yiwen/shared";
import type { Facts, Found, Passage } from "../facts.ts";

/** Words of each policy topic, so that a shopper's own words need not be the policy's. */
const topicWords: Record<string, Record<Language, string>> = {
  shipping: { zh: "运费 邮费 包邮 配送 发货时间 快递", en: "shipping delivery fee free ship time" },
  urgeShipping: { zh: "发货时间 多久发货", en: "dispatch ship time" },
  logistics: { zh: "物流 配送 时效", en: "delivery time tracking" },
  cancelOrder: { zh: "取消订单 取消", en: "cancel order cancellation" },
  modifyOrder: { zh: "修改订单 修改地址 改地址", en: "change address modify order" },
  returnGoods: { zh: "退货 退换货 无理由", en: "return returns" },
  exchange: { zh: "换货 退换货", en: "exchange" },
  refundProgress: { zh: "退款 到账", en: "refund time" },
  priceProtection: { zh: "价保 价格保护 差价", en: "price protection adjustment" },
  invoice: { zh: "发票 开票", en: "invoice receipt" },
  payment: { zh: "支付 付款 支付方式", en: "payment pay methods" },
  repair: { zh: "维修 质量问题 保修 售后", en: "repair warranty defective damaged quality" },
  warranty: { zh: "保修 质保", en: "warranty" },
  authenticity: { zh: "正品 保证", en: "genuine authentic" },
  install: { zh: "安装 使用 说明", en: "install instructions use" },
  storeInfo: { zh: "营业时间 客服时间 联系方式 地址", en: "hours contact address" },
  privacy: { zh: "隐私 个人信息", en: "privacy personal data" },
  membership: { zh: "会员 积分", en: "membership points" },
  coupon: { zh: "优惠券 使用规则", en: "coupon rules" },
  stock: { zh: "缺货 补货", en: "restock stock" },
  sizeAdvice: { zh: "尺码 尺码表", en: "size guide" },
  complaint: { zh: "投诉 售后", en: "complaint" },
};

/** With the topic known, one of its words or most of the shopper's must be there. */
const knownFrom = { topic: 0.6, text: 0.6 };
/** With nothing known but the shopper's words, they must nearly all be there. */
const blindFrom = 0.75;
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
  if (words === undefined) return byText[0] && byText[0].score >= blindFrom ? byText[0].item : undefined;
  // Word by word: a policy says it in one of these ways, not in all.
  const topics = words.split(" ");
  const byTopic = topics.flatMap((word) => passages.search(word, { limit: looked, language }));
  const said = text.toLowerCase();
  return best(byText, byTopic, ({ title }) => {
    const named = topics.filter((word) => title.toLowerCase().includes(word));
    return named.some((word) => said.includes(word)) ? titleBonus : named.length > 0 ? titleBonus / 2 : 0;
  });
}

/** A title that names the topic, the more so in the shopper's word for it, is what the passage is about. */
const titleBonus = 0.6;

function best(
  byText: Found<Passage>[],
  byTopic: Found<Passage>[],
  bonus: (item: Passage) => number,
): Passage | undefined {
  const score = (found: Found<Passage>[], item: Passage) =>
    found.reduce((top, f) => (f.item === item ? Math.max(top, f.score) : top), 0);
  return [...new Set([...byText, ...byTopic].map(({ item }) => item))]
    .map((item) => ({ item, text: score(byText, item), topic: score(byTopic, item) }))
    .filter(({ text, topic }) => topic >= knownFrom.topic || text >= knownFrom.text)
    .map(({ item, text, topic }) => ({ item, rank: 2 * text + topic + bonus(item) }))
    .sort((a, b) => b.rank - a.rank)[0]?.item;
}
