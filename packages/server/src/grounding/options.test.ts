import type { Language, OrderCard, ProductCard } from "@yiwen/shared";
import { describe, expect, test } from "vitest";
import { couponSource, productSource } from "../model/render.ts";
import { createCheck } from "./check.ts";
import type { GroundSource } from "./source.ts";

const yuan = (amount: number): OrderCard["total"] => ({ amount: Math.round(amount * 100), currency: "CNY" });
type Row = [options: Record<string, string>, price: number, stock: number];

function product(title: string, rows: Row[], more: Partial<ProductCard> = {}, language: Language = "zh"): GroundSource {
  const skus = rows.map(([attributes, price, stock]) => ({
    id: Object.values(attributes).join(),
    attributes,
    price: yuan(price),
    stock,
  }));
  const stock = skus.reduce((sum, sku) => sum + sku.stock, 0);
  const price = skus[0]?.price ?? yuan(0);
  return productSource({ id: title, title, category: "", price, stock, skus, attributes: {}, ...more }, language);
}

const teeOf = (language: Language) =>
  product(
    "云朵纯棉圆领T恤",
    [
      [{ 颜色: "白色", 尺码: "L" }, 99, 28],
      [{ 颜色: "黑色", 尺码: "L" }, 129, 2],
      [{ 颜色: "黑色", 尺码: "M" }, 129, 15],
      [{ 颜色: "白色", 尺码: "M" }, 99, 0],
    ],
    { listPrice: yuan(159), attributes: { 面料: "100%棉", "English name": "Cloud cotton tee" } },
    language,
  );
const tee = teeOf("zh");
const bed = product("橡木双人床", [
  [{ 规格: "1.5米" }, 459, 4],
  [{ 规格: "1.8米" }, 499, 5],
]);
const shoes = product("轻跑运动鞋", [
  [{ 尺码: "41" }, 299, 3],
  [{ 尺码: "42" }, 299, 5],
]);
const flask = product("晨雾不锈钢保温杯", [], { price: yuan(159.5), stock: 40, attributes: { 容量: "500ml" } });
const coupon = couponSource(
  {
    id: "c",
    code: "X",
    label: { "zh-CN": "满150减20", en: "20 off" },
    off: { amount: 2000 },
    minSpend: 15_000,
    currency: "CNY",
  },
  "zh",
  "UTC",
);

const unfounded = (draft: string, sources: GroundSource[], asked = "") => createCheck(sources, asked)(draft).unfounded;

describe("what is true of one size or colour", () => {
  const right: [string, GroundSource[], string?][] = [
    ["白色L码还有28件，黑色L码还有2件", [tee]],
    ["黑L码¥129，库存2件", [tee]],
    ["1. 白色 L码: ¥99，库存 28 件\n2. 黑色 L码: ¥129，库存 2 件", [tee]],
    ["白色有L码28件。黑色有M码15件和L码2件。", [tee]],
    ["还有2件", [tee], "黑色L码还有几件"],
    ["抱歉，白色M码暂时没货，黑色M码还有15件。", [tee], "白色M码还有吗"],
    ["两个规格都有货：1.5米459元，1.8米499元。", [bed]],
    ["T恤一共还有45件", [tee], "黑色L码还有货吗"],
    ["这款T恤¥99起", [tee]],
    ["M码和L码都有，价格99到129元", [tee]],
    ["白色99元，黑色129元", [tee]],
    ["黑色的都是129元", [tee]],
    ["原价159元，现在¥99起", [tee]],
    ["黑色L码面料是100%棉", [tee]],
    ["1.5米的459元，1.8米的499元", [bed]],
    ["42码还有5件，299元", [shoes]],
    ["保温杯159.5元，容量500ml，库存40件", [flask, tee]],
    ["White size L has 28 in stock; black size L has 2 in stock.", [teeOf("en")]],
    ["The black one is ¥129.", [teeOf("en")]],
    ["满150减20，T恤白色99元", [coupon, tee]],
  ];
  test.each(right)("MD3 %s is right", (draft, sources, asked) => expect(unfounded(draft, sources, asked)).toEqual([]));

  const wrong: [string, GroundSource[], string?][] = [
    ["黑色L码还有28件", [tee]],
    ["黑L码还有28件", [tee]],
    ["还有28件", [tee], "黑色L码还有几件"],
    ["L码还有28件", [tee]],
    ["粉色L码还有28件", [tee]],
    ["XL码28件", [tee]],
    ["黑色和白色L码都有28件", [tee]],
    ["白色L码和黑色L码分别有2件和28件", [tee]],
    ["白色129元", [tee]],
    ["黑色L码只要99元", [tee]],
    ["T恤99元", [tee]],
    ["T恤159元", [tee]],
    ["1.8米床¥459", [bed]],
    ["459元", [bed], "1.8米的多少钱"],
    ["2.0米床¥499", [bed]],
    ["42码还有3件", [shoes]],
    ["The black one is ¥99.", [teeOf("en")]],
    ["Black size L has 28 in stock", [teeOf("en")]],
    ["保温杯20元", [flask, coupon]],
    ["这款20元", [flask, coupon], "有优惠券吗，保温杯多少钱"],
  ];
  test.each(wrong)("MD3 %s is said of another one", (draft, sources, asked) =>
    expect(unfounded(draft, sources, asked)).not.toEqual([]),
  );

  const rightStock: [string, string?][] = [
    ["白色L码有货，白色M码没货"],
    ["M码只有黑色有货"],
    ["白色和黑色L码都有货"],
    ["有货的，还有28件", "白色L有吗"],
    ["有货吗？我帮您看看", "白色M"],
    ["如果没货，会通知您"],
  ];
  test.each(rightStock)("MD10 %s is right", (draft, asked) => expect(unfounded(draft, [tee], asked)).toEqual([]));

  const wrongStock: [string, string?][] = [
    ["白色M码有货"],
    ["M码白色现货"],
    ["有货的", "白色M有吗"],
    ["白色L码没货"],
    ["粉色有货"],
    ["White size M is in stock"],
  ];
  test.each(wrongStock)("MD10 %s is not so", (draft, asked) => expect(unfounded(draft, [tee], asked)).not.toEqual([]));

  test("MD7 what the shopper wants is no stock, and what they ask for is not what there is", () => {
    expect(unfounded("库存5双", [flask], "我要5双")).toEqual(["5双"]);
    expect(unfounded("您要5双的话可以一起下单", [shoes], "我要5双")).toEqual([]);
    expect(unfounded("有43码", [shoes], "有43码吗")).not.toEqual([]);
    expect(unfounded("您穿43码的话可能偏紧", [shoes], "我平时穿43码")).toEqual([]);
    expect(unfounded("您175cm可以选L码", [tee], "我175cm穿什么码")).toEqual([]);
  });
});
