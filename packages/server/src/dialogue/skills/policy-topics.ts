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
  storeInfo: { zh: "营业时间|客服时间|联系方式", en: "opening hours|contact" },
  privacy: { zh: "隐私|个人信息", en: "privacy|personal data" },
  membership: { zh: "会员|会员权益|会员等级|积分", en: "membership|points" },
  coupon: { zh: "优惠券|使用规则", en: "coupon" },
  stock: { zh: "缺货|补货", en: "restock" },
  sizeAdvice: { zh: "尺码|尺码表", en: "size|sizing|size guide" },
  complaint: { zh: "投诉|售后", en: "complaint" },
};

/** The words to look a topic up by; undefined for what no policy is about. */
export function topicWordsOf(intent: string, language: Language): string[] | undefined {
  return topicWords[intent]?.[language].split("|");
}
