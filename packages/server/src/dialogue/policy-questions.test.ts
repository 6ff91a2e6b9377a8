import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { play } from "../../test/support/dialogue-shop.ts";

const facts = demoFacts();

/** What a shopper asks, and the document and the section whose answer it is. */
const zh: [question: string, document: string, section: string][] = [
  ["运费谁出", "returns.md", "退货运费谁出"],
  ["退货的邮费谁承担", "returns.md", "退货运费谁出"],
  ["有运费险吗", "returns.md", "退货运费谁出"],
  ["七天无理由", "returns.md", "7 天无理由"],
  ["支持7天无理由退货吗", "returns.md", "7 天无理由"],
  ["不喜欢可以退吗", "returns.md", "7 天无理由"],
  ["怎么退货", "returns.md", "怎么申请退货"],
  ["我要退货", "returns.md", "怎么申请退货"],
  ["吊牌剪了还能退吗", "returns.md", "吊牌剪了"],
  ["洗过的衣服可以退吗", "returns.md", "吊牌剪了"],
  ["退货寄到哪里", "returns.md", "退货地址"],
  ["可以上门取件吗", "returns.md", "退货地址"],
  ["能只退一件吗", "returns.md", "只退其中一件"],
  ["哪些东西不能退", "returns.md", "哪些商品不能"],
  ["超过七天了还可以退吗", "returns.md", "超过 7 天"],
  ["发票", "invoice.md", "可以开发票吗"],
  ["怎么开发票", "invoice.md", "可以开发票吗"],
  ["可以开专票吗", "invoice.md", "专票"],
  ["发票抬头写错了", "invoice.md", "抬头开错"],
  ["有纸质发票吗", "invoice.md", "纸质发票"],
  ["电子发票在哪下载", "invoice.md", "电子发票在哪里"],
  ["公司抬头怎么填", "invoice.md", "发票抬头怎么填"],
  ["尺码表", "sizing.md", "怎么选尺码"],
  ["鞋子怎么选码", "sizing.md", "鞋子怎么选码"],
  ["会掉色吗", "sizing.md", "缩水、掉色"],
  ["价保", "price-protection.md", "降价了可以退差价"],
  ["刚买就降价了能补差价吗", "price-protection.md", "降价了可以退差价"],
  ["价保怎么申请", "price-protection.md", "怎么申请价保"],
  ["别的店更便宜能退差价吗", "price-protection.md", "别家更便宜"],
  ["赠品没收到", "quality.md", "赠品没收到"],
  ["少发了一件", "quality.md", "少发了"],
  ["质量问题", "exchange.md", "质量问题可以换新"],
  ["收到就是坏的", "quality.md", "破损"],
  ["发错货了", "quality.md", "发错货"],
  ["是正品吗", "quality.md", "是正品吗"],
  ["什么时候补货", "quality.md", "补货"],
  ["东西过期了怎么办", "quality.md", "过期"],
  ["和图片不一样", "quality.md", "描述不一样"],
  ["怎么联系你们", "contact.md", "人工客服|客服电话"],
  ["几点上班", "contact.md", "几点上班"],
  ["有实体店吗", "contact.md", "实体店"],
  ["你们电话多少", "contact.md", "客服电话"],
  ["怎么投诉", "contact.md", "怎么投诉"],
  ["我的信息会泄露吗", "contact.md", "个人信息安全"],
  ["可以货到付款吗", "payment.md", "货到付款"],
  ["能用花呗吗", "payment.md", "分期"],
  ["可以分期吗", "payment.md", "分期"],
  ["支持微信支付吗", "payment.md", "付款方式"],
  ["付款失败怎么办", "payment.md", "付款失败"],
  ["重复付款了", "payment.md", "重复付款"],
  ["保修多久", "warranty.md", "保修多久"],
  ["怎么报修", "warranty.md", "怎么申请维修"],
  ["过保了还能修吗", "warranty.md", "过了保修期"],
  ["需要安装吗", "warranty.md", "需要安装"],
  ["说明书丢了", "warranty.md", "说明书"],
  ["维修要多长时间", "warranty.md", "维修要多久"],
  ["发什么快递", "shipping.md", "发什么快递"],
  ["可以发顺丰吗", "shipping.md", "发什么快递"],
  ["多久能到货", "shipping.md", "几天能到"],
  ["一般几天能到", "shipping.md", "几天能到"],
  ["几天能发货", "shipping.md", "什么时候发货"],
  ["今天下单什么时候发货", "shipping.md", "什么时候发货"],
  ["从哪里发货", "shipping.md", "什么时候发货"],
  ["包邮吗", "shipping.md", "包邮"],
  ["运费怎么算", "shipping.md", "运费多少钱"],
  ["能送到香港吗", "shipping.md", "港澳台"],
  ["可以自提吗", "shipping.md", "自提"],
  ["会不会一起发", "shipping.md", "一起发"],
  ["换货运费谁出", "exchange.md", "换货运费"],
  ["买大了想换小一码", "exchange.md", "尺码不合适"],
  ["换货要几天", "exchange.md", "换货要多久"],
  ["怎么取消订单", "order-changes.md", "怎么取消订单"],
  ["已经发货了还能取消吗", "order-changes.md", "已经发货了"],
  ["地址填错了", "order-changes.md", "地址填错"],
  ["拍错颜色了能改吗", "order-changes.md", "改尺码或颜色"],
  ["优惠券怎么用", "membership.md", "优惠券怎么用"],
  ["积分怎么用", "membership.md", "积分"],
  ["怎么成为金卡会员", "membership.md", "会员等级"],
  ["退款多久到账", "refunds.md", "退款多久到账"],
  ["退款退到哪里", "refunds.md", "退款退到哪里"],
  ["可以仅退款吗", "refunds.md", "只退款不退货"],
  ["退款金额怎么少了", "refunds.md", "为什么比付的少"],
];

const en: typeof zh = [
  ["can I return it", "returns.en.md", "returns within 7 days|How do I return"],
  ["what is your return policy", "returns.en.md", "returns within 7 days|How do I return"],
  ["how do I return an item", "returns.en.md", "How do I return"],
  ["who pays for return shipping", "returns.en.md", "Who pays for return"],
  ["can I return it after 7 days", "returns.en.md", "after 7 days"],
  ["I cut the tag off, can I still return it", "returns.en.md", "tag is cut"],
  ["can I get an invoice", "invoice.en.md", "Can I get an invoice"],
  ["invoice", "invoice.en.md", "Can I get an invoice"],
  ["how much is shipping", "shipping.en.md", "How much is shipping"],
  ["do you offer free shipping", "shipping.en.md", "How much is shipping"],
  ["how long does delivery take", "shipping.en.md", "How long does delivery"],
  ["which courier do you use", "shipping.en.md", "Which courier"],
  ["do you ship overseas", "shipping.en.md", "ship abroad"],
  ["when will you ship", "shipping.en.md", "When will my order ship"],
  ["can I exchange for another size", "exchange.en.md", "another size"],
  ["who pays the postage for an exchange", "exchange.en.md", "Who pays"],
  ["how do I cancel my order", "order-changes.en.md", "How do I cancel"],
  ["I need to change my address", "order-changes.en.md", "wrong address"],
  ["how long does a refund take", "refunds.en.md", "How long does a refund"],
  ["is there a warranty", "warranty.en.md", "How long is the warranty"],
  ["how long is the warranty", "warranty.en.md", "How long is the warranty"],
  ["how do I get it repaired", "warranty.en.md", "How do I get something repaired"],
  ["do you take paypal or credit cards", "payment.en.md", "payment methods"],
  ["can I pay cash on delivery", "payment.en.md", "pay on delivery"],
  ["can I pay in installments", "payment.en.md", "instalments"],
  ["do you have a physical store", "contact.en.md", "physical store"],
  ["what are your opening hours", "contact.en.md", "service hours"],
  ["what's your phone number", "contact.en.md", "phone number"],
  ["how do points work", "membership.en.md", "points"],
  ["the item arrived damaged", "quality.en.md", "damaged"],
  ["something is missing from my order", "quality.en.md", "missing from"],
  ["you sent me the wrong item", "quality.en.md", "wrong item"],
  ["are your products genuine", "quality.en.md", "genuine"],
  ["the price dropped after I bought it", "price-protection.en.md", "price dropped"],
  ["do you price match", "price-protection.en.md", "match prices"],
  ["size chart", "sizing.en.md", "size"],
  ["which shoe size should I choose", "sizing.en.md", "shoe size"],
];

test.each([...zh, ...en])("DL41 %s → %s, %s", (question, document, section) => {
  const cited = citedBy(question);
  const [best] = cited;
  expect(best?.document, `${best?.title}`).toBe(document);
  expect(best?.title).toMatch(new RegExp(section));
});

/** The passages that the bot's answer cites, in their order. */
function citedBy(question: string) {
  const locale = /\p{Script=Han}/u.test(question) ? "zh-CN" : "en";
  const turns = play([question], { facts, locale, orders: [] })
    .slice(1)
    .flatMap((step) => step.turns);
  const ids = turns.flatMap((turn) => (turn.do === "say" ? (turn.sources ?? []) : [])).map(({ id }) => id);
  const language = locale === "en" ? "en" : "zh";
  return ids.flatMap((id) => facts.passages.all(language).filter((passage) => passage.id === id));
}
