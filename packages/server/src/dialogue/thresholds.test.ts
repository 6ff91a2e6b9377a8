import { expect, test } from "vitest";
import { play, shopFacts, wordsOf } from "../../test/support/dialogue-shop.ts";
import { initialDialogue } from "./state.ts";
import { step } from "./step.ts";
import type { Understood } from "./turn.ts";

const guesses = [
  { intent: "refundProgress", confidence: 0.3 },
  { intent: "exchange", confidence: 0.2 },
  { intent: "warranty", confidence: 0.1 },
];

function understood(confidence: number, more: Partial<Understood> = {}): Understood {
  return {
    language: "zh",
    intent: "returnGoods",
    confidence,
    alternatives: guesses,
    entities: [],
    sentiment: { score: 0, label: "neutral" },
    trend: 0,
    ...more,
  };
}

/** What the bot does with a message understood with this confidence, under the shop's own thresholds. */
function answer(of: Understood, confidence: { act?: number; offer?: number } = {}, text = "那个事情怎么弄") {
  const facts = shopFacts({ confidence });
  const result = step(initialDialogue({ locale: "zh-CN", granted: [] }), { type: "said", text, understood: of }, facts);
  const turn = result.turns[0];
  const choices = turn?.do === "say" && turn.content.kind === "choices" ? turn.content.choices : [];
  return { ...result, labels: choices.map(({ label }) => label) };
}

const offered = ["怎么退货", "退款什么时候到账", "怎么换货"];

test.each([
  [0.7, {}],
  [0.95, {}],
  [0.55, { act: 0.5 }],
  [0.9, { act: 0.9 }],
])("NL70 from the shop's threshold on the bot acts: %d with %o", (confidence, settings) => {
  expect(answer(understood(confidence), settings)).toMatchObject({ skill: "orderStatus" });
});

test.each([
  [0.69, {}],
  [0.4, {}],
  [0.89, { act: 0.9 }],
  [0.3, { offer: 0.3 }],
])("NL71 below it, what it may be is offered: the top three and a human: %d with %o", (confidence, settings) => {
  const { skill, outcome, labels } = answer(understood(confidence), settings);
  expect({ skill, outcome }).toEqual({ skill: "fallback", outcome: "asked" });
  expect(labels.slice(0, 3)).toEqual(offered);
  expect(labels).toHaveLength(4);
});

test("NL71 small talk and other things are no choice", () => {
  const { labels } = answer(understood(0.5, { alternatives: [{ intent: "greeting", confidence: 0.3 }, ...guesses] }));
  expect(labels.slice(0, 3)).toEqual(offered);
});

test("NL71 what is surely small talk is answered as such, whichever kind of it", () => {
  const split = (thanks: number) => ({ intent: "bye", alternatives: [{ intent: "thanks", confidence: thanks }] });
  expect(answer(understood(0.5, split(0.4))).skill).toBe("smallTalk");
  expect(answer(understood(0.5, split(0.1))).skill).not.toBe("smallTalk");
});

test.each(["any discount", "discount?", "打折吗"])("NL71 a coupon or a bargain: %s", (text) => {
  expect(play([text], { consult: { productId: "tee" } }).at(-1)).toMatchObject({ skill: "discount" });
});

test.each(["没有了，谢谢", "好的 没有了 谢谢", "no thanks that's all"])("NL71 a goodbye with thanks: %s", (text) => {
  expect(play([text]).at(-1)).toMatchObject({ skill: "smallTalk", outcome: "answered" });
});

test.each([
  [0.39, {}],
  [0.6, { offer: 0.65 }],
])("NL72 below both, a passage that fits answers with its source: %d with %o", (confidence, settings) => {
  const cited = answer(understood(confidence), settings, "全场包邮吗运费怎么算");
  expect(cited).toMatchObject({ skill: "shopPolicy", outcome: "answered" });
  expect(JSON.stringify(cited.turns)).toContain("sources");
});

test("NL72 without such a passage it says so, and the shop's number of such messages in a row hands over", () => {
  const missed = answer(understood(0.39));
  expect(missed).toMatchObject({ skill: "fallback", outcome: "fellBack" });
  const facts = shopFacts({ confidence: { offer: 0.65 }, handoff: { fallbacks: 9, lowConfidence: 2 } });
  const say = (text: string) => ({ type: "said" as const, text, understood: understood(0.6, { intent: "other" }) });
  const played = play([say("阿巴阿巴"), say("玛卡巴卡")], { facts });
  expect(played[1]).toMatchObject({ outcome: "fellBack" });
  expect(played[2]?.turns).toEqual([
    { do: "handOver", reasons: [{ code: "low_confidence", count: 2, threshold: 0.65 }] },
  ]);
});

test("NL70 a human is called from the shop's threshold on, below it offered", () => {
  const asks = (confidence: number, act: number) =>
    answer(understood(confidence, { intent: "human" }), { act }, "有没有能说话的").outcome;
  expect(asks(0.8, 0.7)).toBe("handedOver");
  expect(asks(0.8, 0.9)).not.toBe("handedOver");
});

test("NL70 a follow-up is held to the thresholds too", () => {
  const lines = ["有L码吗", "那M码呢"];
  const consult = { productId: "tee" };
  expect(wordsOf(play(lines, { consult }).at(-1)!)).toContain("M码");
  const strict = play(lines, { consult, facts: shopFacts({ confidence: { act: 0.95 } }) }).at(-1)!;
  expect(strict).toMatchObject({ skill: "fallback", outcome: "asked" });
});
