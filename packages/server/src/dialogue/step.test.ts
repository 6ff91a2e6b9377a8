import { expect, test } from "vitest";
import { coupon, play, shopFacts, wordsOf } from "../../test/support/dialogue-shop.ts";
import { initialDialogue } from "./state.ts";
import { step } from "./step.ts";

const last = <T>(list: T[]): T => list[list.length - 1]!;
const say = (lines: string[], scenario?: Parameters<typeof play>[1]) => play(lines, scenario).slice(1);

test("DL1 a conversation opened from a product begins with that product, its price and stock", () => {
  const [opened] = play([], { consult: { productId: "tee" } });
  expect(opened?.skill).toBe("welcome");
  expect(wordsOf(opened!)).toMatch(/云朵纯棉圆领T恤.*¥99–¥109.*30/);
  expect(opened?.turns[0]).toMatchObject({ do: "say", content: { kind: "choices" } });
});

test("DL1 a product no longer on sale is said so, and nothing of it is made up", () => {
  const [opened] = play([], { consult: { productId: "gone" } });
  expect(wordsOf(opened!)).toContain("没有在售");
});

test("DL2 a conversation opened from an order begins with that order", () => {
  const played = play([], { consult: { orderId: "YW20001" } });
  expect(played[0]?.outcome).toBe("lookingUp");
  expect(last(played).turns[0]).toEqual({ do: "say", content: { kind: "order", orderId: "YW20001" } });
  expect(wordsOf(last(played))).toContain("已到达上海转运中心");
});

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
  expect(wordsOf(last(play(["我的快递到哪了"], { orders: [] })))).toContain("没有查到");
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

test("DL19 an interruption is answered and then the open question is asked again, once", () => {
  const [asked, policy, policyAgain] = say(["多少钱", "运费怎么算", "怎么开发票"]);
  expect(asked?.outcome).toBe("asked");
  expect(wordsOf(policy!)).toMatch(/满99元包邮[\s\S]*哪一款的价格/);
  expect(wordsOf(policyAgain!)).not.toContain("哪一款的价格");
});

test("DL20 a discount interrupted by a policy question goes on where it was", () => {
  const [, , bargained] = say(["多少钱", "运费怎么算", "能便宜点吗"], { consult: { productId: "tee" } });
  expect(bargained?.skill).toBe("discount");
  expect(wordsOf(bargained!)).toContain("您已经有这张券了");
});

test("DL21 what is not understood gets three concrete choices and the way to a human", () => {
  const [missed] = say(["阿巴阿巴嘎"]);
  expect(missed?.outcome).toBe("fellBack");
  const turn = missed?.turns[0];
  const choices = turn?.do === "say" && turn.content.kind === "choices" ? turn.content.choices : [];
  expect(choices.map(({ action }) => action.do)).toEqual(["say", "say", "say", "requestHandoff"]);
});

test("DL22 a message that may mean several things is offered as choices", () => {
  const input = { type: "said", text: "退", understood: undefined } as const;
  const facts = shopFacts();
  const understood = {
    language: "zh" as const,
    intent: "returnGoods",
    confidence: 0.5,
    alternatives: [
      { intent: "refundProgress", confidence: 0.3 },
      { intent: "greeting", confidence: 0.1 },
    ],
    entities: [],
    sentiment: { score: 0, label: "neutral" as const },
    trend: 0,
  };
  const dialogue = initialDialogue({ locale: "zh-CN", granted: [] });
  const result = step(dialogue, { ...input, understood }, facts);
  expect(result).toMatchObject({ skill: "fallback", outcome: "asked" });
  expect(JSON.stringify(result.turns)).toMatch(/怎么退货.*退款什么时候到账/);
  expect(JSON.stringify(result.turns)).not.toContain("打个招呼");
});

test("DL23 the bot answers in the language of the shopper's last message", () => {
  const [zh, en] = say(["运费怎么算", "how much is shipping?"]);
  expect(wordsOf(zh!)).toContain("包邮");
  expect(wordsOf(en!)).toContain("ship free");
});

test("DL23 a product with an English name is named and described in it to English readers", () => {
  const [described] = say(["tell me about the flask"], { locale: "en" });
  expect(wordsOf(described!)).toMatch(/Morning mist steel flask[\s\S]*Capacity: 500 ml/);
  expect(wordsOf(described!)).not.toMatch(/容量|English name/);
});

test("DL24 the state is plain JSON under 2 KB after a long conversation", () => {
  const lines = [
    "有L码吗",
    "那M码呢",
    "多少钱",
    "能便宜点吗",
    "运费怎么算",
    "我的快递到哪了",
    "怎么开发票",
    "我要退货",
    "谢谢",
  ];
  const state = last(
    play([...lines, ...lines.map((line) => `请问一下${line}`)], { consult: { productId: "tee" } }),
  ).dialogue;
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  expect(new TextEncoder().encode(JSON.stringify(state)).length).toBeLessThan(2048);
});

test("DL25 the same input on the same state gives the same step, and the state given is not touched", () => {
  const before = Object.freeze(initialDialogue({ locale: "zh-CN", granted: [] }));
  const input = { type: "opened", locale: "zh-CN", consult: { productId: "tee" } } as const;
  expect(step(before, input, shopFacts())).toEqual(step(before, input, shopFacts()));
  expect(before).toEqual(initialDialogue({ locale: "zh-CN", granted: [] }));
});

test("DL26 odd input never throws", () => {
  const odd = [
    "",
    " ",
    "\u0000",
    "𠮷𠮷",
    "?".repeat(4000),
    "a".repeat(4000),
    "__proto__",
    "constructor",
    "[object Object]",
    "\ud800",
    "L",
    "0",
    "😀",
  ];
  for (const text of odd) expect(() => play([text, text], { consult: { productId: "tee" } }), text).not.toThrow();
  const empty = { ...shopFacts() };
  expect(() =>
    play(["多少钱", "推荐一下", "有货吗", "运费"], { facts: empty, consult: { productId: "x", orderId: "y" } }),
  ).not.toThrow();
});

test("DL26 a stored frame of a skill or state that no longer exists is ignored", () => {
  const dialogue = {
    ...initialDialogue({ locale: "zh-CN" as const, granted: [] }),
    stack: [
      { skill: "gone", value: "x", context: {} },
      { skill: "discount", value: "gone", context: {} },
    ],
  };
  const facts = shopFacts();
  const result = step(dialogue, { type: "consulted", productId: "tee" }, facts);
  expect(wordsOf(result)).toContain("云朵纯棉圆领T恤");
});
