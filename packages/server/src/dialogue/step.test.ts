import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { orders, play, shopFacts, wordsOf } from "../../test/support/dialogue-shop.ts";
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

test("DL61 the same question tapped on one product after another is answered each time", () => {
  const facts = demoFacts();
  const consulted = (productId: string) => ({ type: "consulted", productId }) as const;
  const tapped = (question: string, ids: string[]) =>
    play(
      ids.flatMap((id) => [consulted(id), question]),
      { facts, orders: [] },
    ).filter(({ understood }) => understood);
  for (const { outcome, skill } of tapped("多少钱，有优惠吗", ["P1003", "P1004", "P3001", "P4001"])) {
    expect({ outcome, skill }).toEqual({ outcome: "answered", skill: "discount" });
  }
  for (const shipping of tapped("运费怎么算", ["P1003", "P1004", "P3001"])) expect(wordsOf(shipping)).toContain("包邮");
  const [, , third] = tapped("运费怎么算", ["P1003", "P1003", "P1003"]);
  expect(third?.outcome).toBe("handedOver");
});

test("DL61 so is the same question about one order after another", () => {
  const asked = ["YW20001", "YW20002", "YW20003"].flatMap((orderId) => [
    { type: "consulted", orderId } as const,
    "我的快递到哪了",
  ]);
  expect(play(asked, { orders }).map(({ outcome }) => outcome)).not.toContain("handedOver");
});

test("DL2 a conversation opened from an order begins with that order", () => {
  const played = play([], { consult: { orderId: "YW20001" } });
  expect(played[0]?.outcome).toBe("lookingUp");
  expect(last(played).turns[0]).toEqual({ do: "say", content: { kind: "order", orderId: "YW20001" } });
  expect(wordsOf(last(played))).toContain("已到达上海转运中心");
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

test("DL26 odd input never throws, and none keeps the process busy", () => {
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
    `订单${" ".repeat(3990)}x`,
    `order${"\n ".repeat(1990)}x`,
    `不是${"　".repeat(3990)}x`,
    `推荐${"百".repeat(3990)}`,
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
