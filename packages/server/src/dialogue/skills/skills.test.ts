import { expect, test } from "vitest";
import { coupon, play, shopFacts, wordsOf } from "../../../test/support/dialogue-shop.ts";

const last = <T>(list: T[]): T => list[list.length - 1]!;
const say = (lines: string[], scenario?: Parameters<typeof play>[1]) => play(lines, scenario).slice(1);

test("DL3 stock is told by size and colour, and a sold-out one with what there is instead", () => {
  const [large, black] = say(["有L码吗", "黑色M码有货吗"], { consult: { productId: "tee" } });
  expect(wordsOf(large!)).toMatch(/L码.*还有 17 件/);
  expect(wordsOf(black!)).toMatch(/缺货.*黑色 L码/);
});

test("DL4 a size or colour that doesn't exist is said so, with those that do", () => {
  const [size, colour] = say(["有XXL吗", "有红色吗"], { consult: { productId: "tee" } });
  expect(wordsOf(size!)).toMatch(/没有XXL码/);
  expect(wordsOf(size!)).toContain("尺码：L、M");
  expect(wordsOf(colour!)).toMatch(/没有红色[\s\S]*黑色、白色/);
});

test("DL5 a follow-up keeps the product and the choice: size, other size, colour, then the price", () => {
  const [, medium, black, price] = say(["有L码吗", "那M码呢", "黑色的", "多少钱"], { consult: { productId: "tee" } });
  expect(medium?.understood).toMatchObject({ intent: "stock", rewritten: "云朵纯棉圆领T恤 M码有货吗" });
  expect(wordsOf(medium!)).toMatch(/M码.*还有 13 件/);
  expect(wordsOf(black!)).toMatch(/M码.*黑色.*缺货|黑色.*M码.*缺货/);
  expect(wordsOf(price!)).toContain("¥109");
});

test("DL5 an English follow-up keeps the question and changes the colour", () => {
  const [, blue] = say(["how much is it", "and the blue one?"], { consult: { productId: "hoodie" }, locale: "en" });
  expect(blue?.understood?.intent).toBe("price");
  expect(wordsOf(blue!)).toContain("$49.50");
});

test("DL6 an attribute is answered from the catalogue, one it doesn't state is not guessed", () => {
  const [capacity, weight] = say(["保温杯容量多大", "多重"]);
  expect(wordsOf(capacity!)).toContain("500ml");
  expect(wordsOf(weight!)).toContain("没有标注重量");
});

test("DL7 two products are compared side by side", () => {
  const [compared] = say(["保温杯和随行杯哪个好"]);
  expect(wordsOf(compared!)).toMatch(/晨雾不锈钢保温杯[\s\S]*容量：(500ml \/ 750ml|750ml \/ 500ml)/);
});

test("DL7 a comparison with the product on the table needs only the other one named", () => {
  const [, compared] = say(["容量多大", "跟随行杯比哪个好"], { consult: { productId: "bottle" } });
  expect(wordsOf(compared!)).toMatch(/晨雾不锈钢保温杯/);
  expect(wordsOf(compared!)).toMatch(/行路大容量随行杯/);
});

test("DL8 goods are found by what they are, and each can be tapped", () => {
  const [found] = say(["有没有T恤推荐"]);
  const turn = found?.turns[0];
  expect(turn?.do === "say" && turn.content.kind === "choices" && turn.content.choices[0]?.action).toEqual({
    do: "consult",
    productId: "tee",
  });
});

test("DL9 without a product the bot asks which, and the answer goes on with the question", () => {
  const [asked, answered] = say(["多少钱", "保温杯"]);
  expect(asked).toMatchObject({ skill: "discount", outcome: "asked" });
  expect(wordsOf(answered!)).toContain("¥159.50");
});

test("DL9 a link to a page that isn't of this shop asks which product is meant, whatever was spoken of before", () => {
  const [asked] = say(["https://elsewhere.example/123.html"], { consult: { productId: "tee" } });
  expect(asked).toMatchObject({ skill: "productFacts", outcome: "asked" });
});

test("DL10 asked for several, the bot says what they come to together", () => {
  const [priced] = say(["两个多少钱"], { consult: { productId: "bottle" } });
  expect(wordsOf(priced!)).toContain("2 件共 ¥319");
});

test("DL10 the price comes with the coupon that applies, granted with its code", () => {
  const [priced] = say(["多少钱"], { consult: { productId: "tee" } });
  expect(priced?.turns.filter((turn) => turn.do === "grantCoupon")).toEqual([
    { do: "grantCoupon", couponId: coupon.id },
  ]);
  expect(wordsOf(priced!)).toMatch(/MAY20.*¥79 起/);
  expect(priced?.dialogue.granted).toEqual([coupon.id]);
});

test("DL11 a coupon is granted once: neither asked again nor from an earlier conversation", () => {
  const again = say(["多少钱", "能便宜点吗", "有优惠券吗"], { consult: { productId: "tee" } });
  expect(again.flatMap(({ turns }) => turns).filter((turn) => turn.do === "grantCoupon")).toHaveLength(1);
  const [before] = say(["能便宜点吗"], { consult: { productId: "tee" }, granted: [coupon.id] });
  expect(before?.turns.some((turn) => turn.do === "grantCoupon")).toBe(false);
  expect(wordsOf(before!)).toContain("不能重复领取");
});

test("DL12 where no coupon applies the bot says so and grants nothing", () => {
  const [cheap] = say(["太贵了"], { consult: { productId: "tumbler" } });
  expect(cheap?.turns.some((turn) => turn.do === "grantCoupon")).toBe(false);
  expect(wordsOf(cheap!)).toMatch(/¥59.*没有可用的优惠券/);
  const expired = shopFacts({ coupons: [{ ...coupon, validUntil: 1 }] });
  const [late] = say(["有优惠吗"], { facts: expired, consult: { productId: "tee" } });
  expect(late?.turns.some((turn) => turn.do === "grantCoupon")).toBe(false);
});

test("DL13 a policy answer is the passage's own text, with the passage cited", () => {
  const [shipping] = say(["运费怎么算"]);
  const turn = shipping?.turns[0];
  expect(turn).toMatchObject({ do: "say", content: { text: "全场满99元包邮，不满收8元运费。" } });
  expect(turn?.do === "say" && turn.sources?.[0]?.title).toBe("店铺政策 · 运费怎么算");
});

test("DL14 a policy question that no passage answers is admitted", () => {
  const [privacy] = say(["会员积分怎么用"]);
  expect(privacy).toMatchObject({ skill: "shopPolicy", outcome: "fellBack" });
  expect(wordsOf(privacy!)).toContain("没有写到");
});

test("DL15 an order question looks the order up and answers from its card", () => {
  const played = play(["我的快递到哪了"]);
  expect(played[1]?.turns).toEqual([{ do: "lookUp", lookUp: { kind: "orders" } }]);
  expect(wordsOf(last(played))).toMatch(/YW20001[\s\S]*顺丰速运.*SF123456[\s\S]*上海转运中心/);
});

test("DL16 with several orders that fit the bot asks which, and a number picks one", () => {
  const played = play(["查一下我的订单", "订单号 YW20002"]);
  expect(played[2]?.outcome).toBe("asked");
  expect(last(played).turns[0]).toEqual({ do: "say", content: { kind: "order", orderId: "YW20002" } });
});

test("DL17 an order that isn't there is said so; a look-up that fails goes to a human", () => {
  expect(wordsOf(last(play(["我的快递到哪了"], { orders: [] })))).toMatch(/看不到您的订单.*登录/);
  expect(wordsOf(last(play(["订单号 YW99999"])))).toContain("YW99999");
  expect(last(play(["我的快递到哪了"], { orders: "down" })).turns).toEqual([
    { do: "handOver", reasons: [{ code: "look_up_down", what: "orders" }] },
  ]);
});

test("DL18 a change to an order is explained from the policies and offered to a human, never pretended", () => {
  const [back] = say(["我要退货"]);
  expect(wordsOf(back!)).toContain("签收后7天内");
  expect(JSON.stringify(back?.turns)).toContain("requestHandoff");
});
