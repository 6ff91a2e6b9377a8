import type { Language } from "@yiwen/shared";

/** An intent: the plain question that stands for it in choices, what it covers, and its part of the list in docs/intents.md. */
export type Definition = { ask: Record<Language, string>; means: Record<Language, string>; part: Part };

export type Part = "talk" | "goods" | "money" | "order" | "afterSale" | "shop";

/** Name: part, plain question in Chinese and English, what it covers in Chinese and English. */
const rows = {
  greeting:
    "talk | 打个招呼 | Hello | 打招呼、问有没有人、说自己有问题要问 | a hello, is anyone there, I have a question",
  thanks: "talk | 谢谢 | Thank you | 道谢、拜托、说辛苦了 | thanks, much obliged",
  bye: "talk | 没有其他问题了 | That's all for now | 道别、没有别的问题了、算了 | goodbye, nothing else, never mind",
  acknowledge:
    "talk | 好的，知道了 | OK, got it | 应答：好的、嗯、是的、稍等、没有 | an answer or a nod: OK, yes, no, one moment",
  whoAreYou:
    "talk | 你能帮我做什么 | What can you help with? | 问对方是谁、是不是机器人、能做什么 | who or what is answering, and what it can do",
  praise: "talk | 给你们好评 | Great service | 表扬商品、服务或物流 | praise of goods, service or delivery",
  stock:
    "goods | 有哪些尺码和颜色有货 | Which sizes are available? | 有没有货、有哪些尺码颜色规格、何时补货 | whether and in which sizes or colours it is there, and when again",
  sizeAdvice:
    "goods | 我该选什么尺码 | What size should I get? | 按身高体重等选尺码，尺码准不准 | which size fits, how it runs, size charts",
  productFacts:
    "goods | 介绍一下这款商品 | Tell me about this product | 商品的材质、参数、功能、是否适合 | material, measures, functions, what it is fit for",
  compare:
    "goods | 帮我对比两款商品 | Compare two products | 两款以上商品的区别和选择 | how goods differ, which of them to take",
  recommend:
    "goods | 有什么推荐的 | What do you recommend? | 求推荐、找某类商品、送礼、新品爆款 | suggestions, looking for a kind of goods, presents, what's new",
  price:
    "money | 这个多少钱 | How much is it? | 价格、总价、到手价 | the price, the total, what is to be paid in the end",
  bargain:
    "money | 能便宜点吗 | Can you make it cheaper? | 讲价、嫌贵、别家更便宜 | asking for less, too expensive, cheaper elsewhere",
  coupon: "money | 有优惠券吗 | Do you have a coupon? | 优惠券、促销活动、满减、赠品 | coupons, promotions, free gifts",
  orderStatus:
    "order | 查一下我的订单 | Check my order | 订单的状态、记录、异常，下单是否成功，处理有没有结果 | how an order stands, where it is found, what is wrong with it, any news",
  logistics:
    "order | 我的快递到哪了 | Where is my package? | 已买商品的物流、送达时间、签收、快递员和站点 | where a bought thing is, when it comes, who signed, couriers and pickup points",
  urgeShipping:
    "order | 什么时候发货 | When will it ship? | 催发货、催配送、问已买的何时发货 | pressing for dispatch or delivery, when a bought thing ships",
  cancelOrder:
    "order | 取消订单 | Cancel my order | 取消、拦截、拒收，或撤回取消和售后申请 | cancelling, stopping or refusing an order, or taking such a request back",
  modifyOrder:
    "order | 修改订单或地址 | Change my order or address | 改地址、电话、收件人、规格、数量、时间、备注 | changing address, phone, recipient, variant, quantity, date or note",
  returnGoods:
    "afterSale | 怎么退货 | How do I return it? | 退货、要退款、发错少发、取件和运费 | returning, asking for a refund, wrong or missing items, pickup and its cost",
  exchange:
    "afterSale | 怎么换货 | How do I exchange? | 换尺码颜色型号、换新、补发 | another size, colour or model, a replacement, sending again",
  refundProgress:
    "afterSale | 退款什么时候到账 | Where is my refund? | 已申请的退款、退货、售后的进度和去向 | how a refund, return or claim stands, and where the money goes",
  priceProtection:
    "afterSale | 降价了能退差价吗 | Price protection | 买后降价、价保、退差价 | the price fell after buying: protection, the difference back",
  invoice:
    "money | 怎么开发票 | How do I get an invoice? | 发票、收据的开具、修改、下载 | invoices and receipts: getting, changing, downloading",
  payment:
    "money | 支持哪些支付方式 | What payment methods do you accept? | 支付方式、分期、支付失败、扣款、提现 | ways to pay, instalments, failed or double payments, withdrawing",
  repair:
    "afterSale | 坏了怎么维修 | How do I get it repaired? | 坏了、有瑕疵、出故障，维修 | broken, faulty, damaged; having it repaired",
  warranty:
    "afterSale | 保修多久 | How long is the warranty? | 保修期限、范围、凭证、延保 | how long and for what the warranty holds, and how to claim it",
  authenticity:
    "goods | 是正品吗 | Is it genuine? | 真伪、授权、质检、全新与否 | genuine or fake, authorised, certified, new or used",
  install:
    "goods | 怎么安装使用 | How do I use it? | 安装、使用、说明书、保养、预约安装 | installing, using, manuals, care, booking an installation",
  shipping:
    "shop | 运费怎么算 | How much is shipping? | 购买前问运费、包邮、发货地、快递、时效、范围 | before buying: cost, carriers, places, how long it takes",
  storeInfo:
    "shop | 你们的营业时间 | What are your hours? | 营业时间、地址、电话、公司、批发与合作 | hours, addresses, phone numbers, the company, wholesale",
  privacy:
    "shop | 个人信息安全吗 | Privacy policy | 个人信息、骚扰和诈骗、账号与密码 | personal data, scams, accounts and passwords",
  membership:
    "shop | 会员和积分怎么用 | How do loyalty points work? | 会员、等级、积分、礼品卡 | membership, levels, points, gift cards",
  complaint:
    "talk | 我要投诉 | I want to complain | 投诉、不满、骂人、要赔偿 | complaints, anger, demands for compensation",
  human: "talk | 转人工 | Talk to a human | 要真人、客服、主管，要回电话 | asking for a person, a manager, a call back",
  other:
    "talk | 其他问题 | Something else | 与店铺无关的话，和不要求什么的说明 | what a shop can't answer, and remarks that ask for nothing",
  shopPolicy:
    "shop | 店铺有哪些规定 | Shop policies | 店铺规则总说、限购、定制、包装、评价、验货、赔付 | a shop's rules in general: limits, custom work, gift wrap, reviews, compensation",
} as const;

/** The one registry of intents; the order is kept for ever, for classifiers number them by it. */
export const definitions = Object.fromEntries(
  Object.entries(rows).map(([name, row]) => [name, definitionOf(row.split(" | "))]),
) as Record<keyof typeof rows, Definition>;

function definitionOf([part = "", zh = "", en = "", meansZh = "", meansEn = ""]: string[]): Definition {
  return { part: part as Part, ask: { zh, en }, means: { zh: meansZh, en: meansEn } };
}
