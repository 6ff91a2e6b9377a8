import type { Language } from "@yiwen/shared";

/** Words of each policy topic, so that a shopper's own words need not be the policy's. */
const topicWords: Record<string, Record<Language, string>> = {
  shipping: { zh: "运费|邮费|包邮|配送|发货时间|快递", en: "shipping|delivery|free shipping" },
  urgeShipping: { zh: "发货时间|多久发货", en: "ship|dispatch" },
  logistics: { zh: "物流|配送|时效", en: "tracking|delivery" },
  cancelOrder: { zh: "取消订单|取消", en: "cancel|cancel order" },
  modifyOrder: { zh: "修改订单|修改地址|改地址", en: "change|address|change address" },
  returnGoods: { zh: "退货|申请退货|退货流程|退换货", en: "return|return an item|how to return" },
  exchange: { zh: "换货|怎么换|换尺码|退换货", en: "exchange" },
  refundProgress: { zh: "退款|退款到账|到账", en: "refund|refunds" },
  priceProtection: { zh: "价保|价格保护|差价", en: "price protection" },
  invoice: { zh: "发票|开票", en: "invoice|receipt" },
  payment: { zh: "支付|付款|支付方式", en: "payment|payment methods" },
  repair: { zh: "质量|坏了|破损|维修|保修|售后", en: "quality|damaged|faulty|repair|warranty" },
  warranty: { zh: "保修|质保", en: "warranty" },
  authenticity: { zh: "正品|保证", en: "genuine|authentic|quality" },
  install: { zh: "安装|说明书|使用方法", en: "install|instructions|manual" },
  storeInfo: { zh: "营业时间|客服时间|联系方式|地址", en: "opening hours|contact" },
  privacy: { zh: "隐私|个人信息", en: "privacy|personal data" },
  membership: { zh: "会员|会员权益|会员等级|积分", en: "membership|points" },
  coupon: { zh: "优惠券|使用规则", en: "coupon" },
  stock: { zh: "缺货|补货", en: "restock" },
  sizeAdvice: { zh: "尺码|尺码表", en: "size|sizing|size guide" },
  complaint: { zh: "投诉|售后", en: "complaint" },
};

const delivery = ["shipping"];

/** Points inside a topic that shoppers name plainly and policies give a section of their own. */
const points: { when: RegExp; words: Record<Language, string>; of?: string[] }[] = [
  { when: /少发|漏发|少了|少一|缺了|缺一|没收全|missing/i, words: { zh: "少发|漏发|少件", en: "missing" } },
  { when: /发错|错发|寄错|wrong item/i, words: { zh: "发错", en: "wrong item" } },
  { when: /(?:运费|邮费).{0,4}(?:谁|承担|出)|who pays/i, words: { zh: "退货运费|运费谁出", en: "return shipping" } },
  {
    when: /(?:从|在)?哪[里儿]?(?:发货|发的|寄)|ship from/i,
    words: { zh: "什么时候发货|发货", en: "ship from|order ship" },
    of: delivery,
  },
  {
    when: /发货|出货|发出|dispatch|when.{0,20}\bship\b/i,
    words: { zh: "什么时候发货", en: "order ship|dispatch" },
    of: delivery,
  },
  {
    when: /几天|多久|[能会]到|送到|配送|收到|how long|how many days/i,
    words: { zh: "几天能到|什么时候送到", en: "delivery take" },
    of: delivery,
  },
];

/** The words to look a topic up by: those of the point that the text names, else the topic's own; `|` parts them. */
export function wordsFor(text: string, intent: string, language: Language): string[] | undefined {
  const point = points.find(({ when, of }) => when.test(text) && (of === undefined || of.includes(intent)));
  return (point?.words ?? topicWords[intent])?.[language].split("|");
}
