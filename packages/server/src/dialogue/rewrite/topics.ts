import type { Language } from "@yiwen/shared";
import type { Intent } from "../../nlu/intents/registry.ts";

/** A matter that shoppers name with one word, and the whole question that the word stands for. */
type Topic = {
  zh: RegExp;
  en: RegExp;
  intent: Intent;
  ask: Record<Language, string>;
  /** What it stands for once an order is spoken of. */
  ofOrder?: { intent: Intent; ask: Record<Language, string> };
  /** Only a product has it. */
  isOfGoods?: true;
};

const parcel: NonNullable<Topic["ofOrder"]> = {
  intent: "logistics",
  ask: { zh: "我的快递到哪了", en: "where is my package?" },
};

const topics: Topic[] = [
  {
    zh: /^(?:快递|物流|配送|送货)$/,
    en: /^(?:delivery|couriers?|delivery times?|shipping times?)$/,
    intent: "shipping",
    ask: { zh: "发什么快递，几天能到", en: "how long does delivery take?" },
    ofOrder: parcel,
  },
  {
    zh: /^(?:运费|邮费|快递费|包邮|邮)$/,
    en: /^(?:shipping|postage|shipping (?:cost|fee|charge)s?|delivery (?:cost|fee|charge)s?)$/,
    intent: "shipping",
    ask: { zh: "运费多少钱，满多少包邮", en: "how much is shipping?" },
  },
  {
    zh: /^(?:发货|发货时间|什么时候发)$/,
    en: /^(?:dispatch|shipping date)$/,
    intent: "shipping",
    ask: { zh: "下单后多久能发货", en: "how soon do you ship?" },
    ofOrder: { intent: "urgeShipping", ask: { zh: "我的订单什么时候发货", en: "when will my order ship?" } },
  },
  {
    zh: /^(?:发票|开票|开发票)$/,
    en: /^(?:invoices?|receipts?)$/,
    intent: "invoice",
    ask: { zh: "怎么开发票", en: "how do I get an invoice?" },
  },
  {
    zh: /^(?:退货|退|退换货?|退货政策|退货流程)$/,
    en: /^(?:returns?|returning it|return policy)$/,
    intent: "returnGoods",
    ask: { zh: "怎么退货", en: "how do I return it?" },
  },
  {
    zh: /^(?:换货|换货流程)$/,
    en: /^(?:exchanges?|exchanging it)$/,
    intent: "exchange",
    ask: { zh: "怎么换货", en: "how do I exchange it?" },
  },
  {
    zh: /^(?:退款|退款时间|退钱)$/,
    en: /^(?:refunds?|the money)$/,
    intent: "refundProgress",
    ask: { zh: "退款多久到账", en: "how long does a refund take?" },
    ofOrder: { intent: "refundProgress", ask: { zh: "我的退款什么时候到账", en: "where is my refund?" } },
  },
  {
    zh: /^(?:保修|质保|保修期|售后|三包)$/,
    en: /^(?:warranty|guarantee|after[- ]?sales?)$/,
    intent: "warranty",
    ask: { zh: "保修多久", en: "how long is the warranty?" },
  },
  {
    zh: /^(?:维修|修理)$/,
    en: /^repairs?$/,
    intent: "repair",
    ask: { zh: "怎么申请维修", en: "how do I get it repaired?" },
  },
  {
    zh: /^(?:优惠|优惠券|券|活动|折扣|满减|促销)$/,
    en: /^(?:coupons?|discounts?|promo(?:tion)?s?|offers?|deals?)$/,
    intent: "coupon",
    ask: { zh: "有优惠券吗", en: "do you have a coupon?" },
  },
  {
    zh: /^(?:付款|支付|付款方式|支付方式)$/,
    en: /^(?:payment|payments|payment methods?)$/,
    intent: "payment",
    ask: { zh: "支持哪些支付方式", en: "which payment methods do you accept?" },
  },
  {
    zh: /^(?:会员|积分|会员积分)$/,
    en: /^(?:points|loyalty points|membership)$/,
    intent: "membership",
    ask: { zh: "会员和积分怎么用", en: "how do I earn and use points?" },
  },
  {
    zh: /^(?:价保|价格保护|保价|差价)$/,
    en: /^(?:price protection|price match(?:ing)?)$/,
    intent: "priceProtection",
    ask: { zh: "降价了能退差价吗", en: "do you have price protection?" },
  },
  {
    zh: /^(?:正品|真假|真伪)$/,
    en: /^authenticity$/,
    intent: "authenticity",
    ask: { zh: "是正品吗", en: "is it genuine?" },
  },
  {
    zh: /^(?:安装|安装服务)$/,
    en: /^(?:installation|assembly|set-?up)$/,
    intent: "install",
    ask: { zh: "需要安装吗，怎么安装", en: "how do I install it?" },
  },
  {
    zh: /^(?:营业时间|上班时间|客服时间)$/,
    en: /^(?:opening hours|hours|opening times)$/,
    intent: "storeInfo",
    ask: { zh: "你们的营业时间", en: "what are your hours?" },
  },
  {
    zh: /^(?:订单|我的订单|单子)$/,
    en: /^(?:my |the )?order$/,
    intent: "orderStatus",
    ask: { zh: "查一下我的订单", en: "check my order" },
  },
  {
    zh: /^(?:地址|收货地址|改地址)$/,
    en: /^(?:(?:my |the )?address|changing (?:my|the) address)$/,
    intent: "modifyOrder",
    ask: { zh: "怎么修改收货地址", en: "how do I change my address?" },
  },
  {
    zh: /^(?:价格|价钱|单价)$/,
    en: /^(?:price|cost|its price)$/,
    intent: "price",
    ask: { zh: "多少钱", en: "how much is it?" },
    isOfGoods: true,
  },
  {
    zh: /^(?:库存|现货|货)$/,
    en: /^(?:stock|availability)$/,
    intent: "stock",
    ask: { zh: "有货吗", en: "is it in stock?" },
    isOfGoods: true,
  },
  {
    zh: /^(?:尺码|码数|尺码表|号码)$/,
    en: /^sizes?$/,
    intent: "stock",
    ask: { zh: "有哪些尺码", en: "which sizes does it come in?" },
    isOfGoods: true,
  },
  {
    zh: /^(?:颜色|色)$/,
    en: /^colou?rs?$/,
    intent: "stock",
    ask: { zh: "有什么颜色", en: "which colours does it come in?" },
    isOfGoods: true,
  },
];

const points: Record<Language, RegExp> = {
  zh: /^(?:材质|面料|材料|成分|重量|容量|尺寸|产地|品牌|保质期|功率|续航|电池|噪音|口味|规格|厚度|配件)$/,
  en: /^(?:material|fabric|weight|capacity|dimensions|brand|battery(?: life)?|power|noise|shelf life|thickness|accessories)$/,
};

export type WholeTopic = { text: string; intent: Intent };

/** The whole question that a bare word stands for, given whether a product or an order is spoken of. */
export function topicOf(
  word: string,
  { language, hasGoods, hasOrder }: { language: Language; hasGoods: boolean; hasOrder: boolean },
): WholeTopic | undefined {
  const plain = word.trim().toLowerCase();
  const topic = topics.find((one) => one[language].test(plain));
  if (topic?.isOfGoods && !hasGoods) return undefined;
  if (topic) {
    const { intent, ask } = (hasOrder && topic.ofOrder) || topic;
    return { intent, text: ask[language] };
  }
  if (!hasGoods || !points[language].test(plain)) return undefined;
  return { intent: "productFacts", text: language === "zh" ? `${plain}是什么` : `what is the ${plain}?` };
}
