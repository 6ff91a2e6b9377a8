import type { Language } from "@yiwen/shared";

const list = {
  greeting: ["打个招呼", "Hello"],
  thanks: ["谢谢", "Thank you"],
  bye: ["没有其他问题了", "That's all for now"],
  acknowledge: ["好的，知道了", "OK, got it"],
  whoAreYou: ["你能帮我做什么", "What can you help with?"],
  praise: ["给你们好评", "Great service"],
  stock: ["有哪些尺码和颜色有货", "Which sizes are available?"],
  sizeAdvice: ["我该选什么尺码", "What size should I get?"],
  productFacts: ["介绍一下这款商品", "Tell me about this product"],
  compare: ["帮我对比两款商品", "Compare two products"],
  recommend: ["有什么推荐的", "What do you recommend?"],
  price: ["这个多少钱", "How much is it?"],
  bargain: ["能便宜点吗", "Can you make it cheaper?"],
  coupon: ["有优惠券吗", "Do you have a coupon?"],
  orderStatus: ["查一下我的订单", "Check my order"],
  logistics: ["我的快递到哪了", "Where is my package?"],
  urgeShipping: ["什么时候发货", "When will it ship?"],
  cancelOrder: ["取消订单", "Cancel my order"],
  modifyOrder: ["修改订单或地址", "Change my order or address"],
  returnGoods: ["怎么退货", "How do I return it?"],
  exchange: ["怎么换货", "How do I exchange?"],
  refundProgress: ["退款什么时候到账", "Where is my refund?"],
  priceProtection: ["降价了能退差价吗", "Price protection"],
  invoice: ["怎么开发票", "How do I get an invoice?"],
  payment: ["支持哪些支付方式", "What payment methods do you accept?"],
  repair: ["坏了怎么维修", "How do I get it repaired?"],
  warranty: ["保修多久", "How long is the warranty?"],
  authenticity: ["是正品吗", "Is it genuine?"],
  install: ["怎么安装使用", "How do I use it?"],
  shipping: ["运费怎么算", "How much is shipping?"],
  storeInfo: ["你们的营业时间", "What are your hours?"],
  privacy: ["个人信息安全吗", "Privacy policy"],
  membership: ["会员和积分怎么用", "How do loyalty points work?"],
  complaint: ["我要投诉", "I want to complain"],
  human: ["转人工", "Talk to a human"],
  other: ["其他问题", "Something else"],
} as const satisfies Record<string, readonly [string, string]>;

export type Intent = keyof typeof list;

/** Every intent that can be understood, in one order for ever: classifiers number them by it. */
export const intents = Object.keys(list) as Intent[];

/** Whether a name is an intent of ours. */
export function isIntent(name: string): name is Intent {
  return Object.hasOwn(list, name);
}

/** The plain question that stands for an intent, as a choice's label and as the words it sends. */
export function askFor(intent: Intent, language: Language): string {
  return list[intent][language === "zh" ? 0 : 1];
}
