import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../../../test/support/dialogue-shop.ts";
import { entitiesIn } from "../../../nlu/entities.ts";

const facts = demoFacts();
const answer = (text: string, productId?: string) =>
  play([text], {
    facts,
    locale: /\p{Script=Han}/u.test(text) ? "zh-CN" : "en",
    ...(productId !== undefined && { consult: { productId } }),
  }).at(-1)!;
const told = (text: string, productId?: string) => wordsOf(answer(text, productId));

test.each([
  ["P6006", "买三包有优惠没", "¥267", "用券后 ¥257"],
  ["P6003", "要2盒 能优惠多少", "¥238", "用券后 ¥228"],
  ["P6006", "buy 3 any deal?", "¥267", "brings it to ¥257"],
  ["P3004", "一对多少钱", "2 件共 ¥258", "用券后 ¥232.20"],
])("DL90 a coupon is reckoned on as many as are wanted: %s %s", (id, text, sum, after) => {
  const words = told(text, id);
  expect(words).toContain(sum);
  expect(words).toContain(after);
  expect(answer(text, id).turns).toContainEqual(expect.objectContaining({ do: "grantCoupon" }));
});

test("DL90 what several come to is told where nothing can be taken off too", () => {
  expect(told("两套多少钱 能便宜点不", "P8001")).toContain("2 件共 ¥278。目前没有可用的优惠券");
  expect(told("whats the total for 2", "P1001")).toContain("2 of them come to ¥158");
});

test("DL90 a coupon that more has to be bought for is named with what is missing, and not granted", () => {
  const { turns } = answer("有优惠吗", "P6006");
  expect(told("有优惠吗", "P6006")).toContain("没有可用的优惠券，「食品满99减10」还差 ¥10 就能用");
  expect(turns.map((turn) => turn.do)).toEqual(["say"]);
});

test.each([
  "for 2 people",
  "where is my order 123",
  "is it safe for 3 year olds",
  "can I get 42",
  "for 5 kg of rice",
  "一对一服务",
  "这一对比",
])("DL90 no goods are counted in %s", (text) =>
  expect(entitiesIn(text).filter(({ kind }) => kind === "quantity")).toEqual([]),
);

test("DL90 of what comes in pairs a pair is one", () => {
  expect(told("how much is a pair", "P2001")).toContain("¥299");
  expect(told("how much is a pair", "P2001")).not.toContain("come to");
});

test.each(["有券吗", "do u have any coupons", "code?"])(
  "DL91 without a product every valid coupon is named: %s",
  (text) => {
    const words = told(text);
    for (const coupon of facts.shop.settings.coupons) {
      expect(words).toContain(coupon.label[/\p{Script=Han}/u.test(text) ? "zh-CN" : "en"]);
    }
  },
);

test.each([
  ["P1001", "那送点东西总行吧"],
  ["P5001", "有小样送吗"],
])("DL91 a gift that no page names is neither promised nor answered with coupons: %s %s", (id, text) => {
  expect(told(text, id)).toContain("没有写明赠品");
  expect(told(text, id)).not.toMatch(/优惠|券/);
});

test("DL91 goods for many are answered by the policy for them", () => {
  expect(told("我想批发50件T恤")).toContain("20 件以上");
});
