import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { orders, play, wordsOf } from "../../test/support/dialogue-shop.ts";

const facts = demoFacts();
const say = (lines: string[], scenario: Parameters<typeof play>[1] = {}) =>
  play(lines, { facts, orders: [], ...scenario })
    .slice(1)
    .filter(({ outcome }) => outcome !== "lookingUp");
const gaveUp = /刚才那些|What I said above/;

test.each([
  ["积分咋用", "我有2000分能抵多少", "100 积分抵 1 元"],
  ["你们是正品吗", "假一赔几", "退一赔三"],
  ["90块发北京运费多少", "我买100块发呼和浩特要多少运费", "满 99 元包邮"],
])("DL80 another question with the same answer gets it: %s, %s", (first, second, words) => {
  const [, again] = say([first, second]).map(wordsOf);
  expect(again).toContain(words);
  expect(again).not.toMatch(gaveUp);
});

test("DL80 several points that a page doesn't state are each said not to be, in fewer words, and hand nothing over", () => {
  const asked = say(["能装开水不", "会掉漆吗", "配件能单独买到吗", "摔得坏吗"], { consult: { productId: "P3001" } });
  const [first, second] = asked.map(wordsOf);
  expect(first).toContain("没有标注");
  expect(second).toContain("也没有标注");
  expect(second!.length).toBeLessThan(first!.length);
  for (const step of asked) {
    expect(wordsOf(step)).not.toMatch(gaveUp);
    expect(step.outcome).toBe("answered");
  }
});

test("DL80 an order is shown again to whoever asks again", () => {
  const [shown, again] = say(["到哪了", "我的快递到哪了"], { orders, consult: { orderId: "YW20001" } }).slice(-2);
  for (const step of [shown, again]) expect(wordsOf(step!)).toContain("已到达上海转运中心");
});
