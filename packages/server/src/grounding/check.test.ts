import { describe, expect, test } from "vitest";
import { createCheck } from "./check.ts";
import type { GroundSource } from "./source.ts";

const passage = (id: string, heading: string, text: string): GroundSource => ({ id, names: [], heading, text });
const returns = (days: number) =>
  passage(
    "returns",
    "退换货政策 · 可以退货吗",
    `自签收之日起${days}天内，商品未使用的，可以申请无理由退货。退货运费由买家承担。`,
  );
const englishReturns = (days: number) =>
  passage("returns-en", "Returns", `You can return unused items for any reason within ${days} days of delivery.`);
const tee: GroundSource = {
  id: "tee",
  names: ["云朵纯棉圆领T恤"],
  heading: "",
  text: "价格 ¥99–¥129，面料 100%棉，库存 30 件",
};
const flask: GroundSource = { id: "flask", names: ["晨雾不锈钢保温杯"], heading: "", text: "价格 ¥159.50，容量 500ml" };
const parcel: GroundSource = {
  id: "order YW20001",
  names: ["YW20001"],
  heading: "",
  text: "订单 YW20001，5月18日 09:30 下单，合计 ¥99，顺丰 SF1234567890",
  order: { status: "shipped", items: [] },
};

const unfounded = (draft: string, sources: GroundSource[], asked = "") => createCheck(sources, asked)(draft).unfounded;

const han = "零一二三四五六七八九".split("");
function inHan(n: number): string {
  if (n < 10) return han[n]!;
  const tens = n < 20 ? "十" : `${han[Math.trunc(n / 10)]}十`;
  return n % 10 === 0 ? tens : tens + han[n % 10];
}
const fullWidth = (n: number) =>
  [...String(n)].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join("");
const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "zero ten twenty thirty forty fifty sixty".split(" ");
const inEnglish = (n: number) =>
  n < 20 ? ones[n]! : n % 10 === 0 ? tens[n / 10]! : `${tens[Math.trunc(n / 10)]}-${ones[n % 10]}`;

/** Every way to write a number of days that shoppers read as one. */
const chineseSpans: ((n: number) => string)[] = [
  (n) => `${n}天`,
  (n) => `${n} 天`,
  (n) => `${inHan(n)}天`,
  (n) => `${fullWidth(n)}天`,
  (n) => `${n}日`,
  (n) => `${n}个自然日`,
  (n) => `${[...String(n)].join(" ")}天`,
  (n) => `${n}\u200b天`,
  (n) => `\n${n}\n天`,
  (n) => `${n * 24}小时`,
];
const chineseSayings: ((span: string) => string)[] = [
  (span) => `支持${span}无理由退货`,
  (span) => `签收后${span}内可以无理由退货哦～`,
  (span) => `可以的，亲！自收到商品之日起${span}内，都可以退货。`,
  (span) => `我们支持无理由退货，期限是${span}。`,
  (span) => `无理由退货：${span}。质量问题也可以换货。`,
  (span) => `**${span}**内不喜欢就能退，无理由的。`,
  (span) => `1. 退货期限：${span}\n2. 商品要完好`,
  (span) => `您问的无理由退货，店铺规定是${span}以内。`,
];
const englishSpans: ((n: number) => string)[] = [
  (n) => `${n} days`,
  (n) => `${inEnglish(n)} days`,
  (n) => `${n}-day`,
  (n) => `${n} calendar days`,
  (n) => `${n * 24} hours`,
];
const englishSayings: ((span: string) => string)[] = [
  (span) => `You can return it within ${span} of delivery, no reason needed.`,
  (span) => `Yes! Returns are fine for ${span}.`,
  (span) => `We have a ${span} return window, for any reason.`,
];

describe("grounding", () => {
  test("MD1 no wording of a return period other than the policy's passes, even where another page has the number", () => {
    const wrongly: string[] = [];
    for (const days of [7, 15, 30]) {
      for (let wrong = 1; wrong <= 60; wrong++) {
        if (wrong === days) continue;
        const others = [
          passage("exchange", "质量问题", `质量问题签收后${wrong}天内可以换货。`),
          passage("warranty", "保修", `整机保修${wrong}天。`),
          passage("stock", "", `库存 ${wrong} 件`),
        ];
        const inChinese = createCheck([returns(days), ...others]);
        const inEnglishToo = createCheck([englishReturns(days), ...others]);
        const chinese = chineseSayings.flatMap((say) => chineseSpans.map((span) => say(span(wrong))));
        const english = englishSayings.flatMap((say) => englishSpans.map((span) => say(span(wrong))));
        wrongly.push(...chinese.filter((draft) => inChinese(draft).unfounded.length === 0));
        wrongly.push(...english.filter((draft) => inEnglishToo(draft).unfounded.length === 0));
      }
    }
    expect(wrongly).toEqual([]);
  });

  test("MD1 the policy's own period passes in every wording", () => {
    const refused: string[] = [];
    for (const days of [7, 15, 30]) {
      const chinese = chineseSayings.flatMap((say) => chineseSpans.map((span) => say(span(days))));
      const english = englishSayings.flatMap((say) => englishSpans.map((span) => say(span(days))));
      for (const draft of chinese) if (unfounded(draft, [returns(days)]).length > 0) refused.push(draft);
      for (const draft of english) if (unfounded(draft, [englishReturns(days)]).length > 0) refused.push(draft);
    }
    expect(refused).toEqual([]);
  });

  test("MD1 an answer that is only a number is read with the question before it", () => {
    const sources = [returns(7), passage("exchange", "换货", "质量问题签收后15天内可以换货。")];
    expect(unfounded("15天。", sources, "无理由退货是几天")).toEqual(["15天"]);
    expect(unfounded("7天。", sources, "无理由退货是几天")).toEqual([]);
    expect(unfounded("15天。", sources, "质量问题换货是几天")).toEqual([]);
  });

  test("MD2 spans, halves, weeks, working days and vague numbers are other periods than what the policy says", () => {
    const sources = [returns(7), passage("refund", "退款多久到账", "验收后1到3个工作日内原路退回。")];
    for (const draft of [
      "7-15天无理由退货",
      "半个月内可以退货",
      "两周内可以退货",
      "十几天内都可以退货",
      "7个工作日内可以退货",
      "一个月内退货都行",
    ])
      expect(unfounded(draft, sources), draft).toHaveLength(1);
    for (const draft of ["一周内可以退货", "退款1-3个工作日到账", "退款一到三个工作日到账", "退款最快1个工作日到账"])
      expect(unfounded(draft, sources), draft).toEqual([]);
    expect(unfounded("退款1-5个工作日到账", sources)).toEqual(["1-5个工作日"]);
  });

  test("MD3 a price, a measure or a percentage belongs to the product that has it", () => {
    const sources = [tee, flask];
    expect(unfounded("这款T恤 99 元起，保温杯 159.5 元，500ml", sources)).toEqual([]);
    expect(unfounded("T恤现在159.5元", sources)).toEqual(["159.5元"]);
    expect(unfounded("保温杯只要九十九元", sources)).toEqual(["九十九元"]);
    expect(unfounded("T恤打八五折", sources)).toEqual(["八五折"]);
    expect(unfounded("T恤面料是95%棉", sources)).toEqual(["95%"]);
    expect(unfounded("满99减20", [passage("coupon", "", "满99减20优惠券")])).toEqual([]);
    expect(unfounded("满99减30", [passage("coupon", "", "满99减20优惠券")])).toEqual(["30"]);
  });

  test("MD4 days, weekdays and times of day must stand in a source", () => {
    const hours = passage("hours", "客服时间", "客服周一到周五 9:00-18:00 在线。促销到5月20日结束。");
    for (const draft of ["上午9点到下午6点在线", "促销到 2026-05-20 结束", "周五在线", "The sale ends May 20"])
      expect(unfounded(draft, [hours]), draft).toEqual([]);
    for (const draft of ["晚上9点还在线", "促销到5月21日", "周六也在线", "明天就能到", "It arrives tomorrow"])
      expect(unfounded(draft, [hours]), draft).toHaveLength(1);
  });

  test("MD5 an order is only said to be in the state that it is in", () => {
    for (const draft of ["您的订单已发货，正在运输中", "已发货的订单可以拒收", "如果已签收，就不能取消了"])
      expect(unfounded(draft, [parcel]), draft).toEqual([]);
    for (const draft of ["您的订单已签收", "还没有发货哦", "已经退款了", "Your order has been delivered."])
      expect(unfounded(draft, [parcel]), draft).toHaveLength(1);
    expect(unfounded("您的订单已发货", [returns(7)])).toEqual(["已发货"]);
    const second: GroundSource = {
      ...parcel,
      id: "b",
      names: ["YW20002"],
      text: "订单 YW20002",
      order: { status: "paid", items: [] },
    };
    expect(unfounded("订单 YW20002 已发货", [parcel, second])).toEqual(["已发货"]);
  });

  test("MD6 links, codes, deeds and promises that no source bears out are found", () => {
    const found = (draft: string) => unfounded(draft, [returns(7), parcel]);
    expect(found("单号 SF1234567890")).toEqual([]);
    expect(found("单号 SF1234567891")).toEqual(["SF1234567891"]);
    expect(found("加微信 13800138000")).toEqual(["13800138000"]);
    expect(found("详情见 https://evil.example/pay")).toEqual(["https://evil.example/pay"]);
    expect(found("已为您取消订单")).toHaveLength(1);
    expect(found("I have refunded your order")).not.toEqual([]);
    expect(found("全场包邮")).toContain("包邮");
    expect(found("终身保修")).toEqual(["终身"]);
    expect(found("您好，请问有什么可以帮您？")).toEqual([]);
  });

  test("MD7 what the shopper claims, what a page asks and what a page denies is no source", () => {
    const asks = passage("asks", "可以15天无理由退货吗？", "不可以，我们支持7天无理由退货，不支持15天无理由退货。");
    expect(unfounded("对的，15天无理由退货", [asks], "你们规定是15天无理由退货对吧")).toEqual(["15天"]);
    expect(unfounded("支持7天无理由退货，不支持15天无理由退货", [asks])).toEqual([]);
    expect(unfounded("价格是79元", [tee], "79元卖吗")).toEqual(["79元"]);
    expect(unfounded("175cm可以看看这款", [tee], "我身高175cm")).toEqual([]);
  });

  test("MD8 a reply tells the sources that bear it out", () => {
    const exchange = passage("exchange", "换货", "质量问题签收后15天内可以换货。");
    expect(createCheck([returns(7), exchange, tee])("7天内可以无理由退货").used).toEqual(["returns"]);
  });
});
