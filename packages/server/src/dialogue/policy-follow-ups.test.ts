import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../test/support/dialogue-shop.ts";

const facts = demoFacts();

function sectionsOf(lines: string[], productId?: string): string[] {
  const locale = /\p{Script=Han}/u.test(lines[0] ?? "") ? "zh-CN" : "en";
  const steps = play(lines, { facts, locale, orders: [], ...(productId !== undefined && { consult: { productId } }) });
  return steps.slice(1).map((step) => {
    const sources = step.turns.flatMap((turn) => (turn.do === "say" ? (turn.sources ?? []) : []));
    return `${step.skill}: ${sources.map(({ title }) => title).join(", ")}\n${wordsOf(step)}`;
  });
}

test.each<[lines: string[], last: RegExp]>([
  [["我前天买的T恤今天降价了 能退差吗", "怎么弄"], /怎么申请价保/],
  [["我前天买的T恤今天降价了 能退差吗", "差价多久到"], /1 至 3 个工作日到账/],
  [["我前天买的T恤今天降价了 能退差吗", "用券买的也行吗"], /哪些情况不能价保/],
  [["能开发票不", "什么时候开"], /48 小时内开出/],
  [["need an invoice", "company one"], /What does a company need/],
  [["need an invoice", "paper copy?"], /paper invoice/],
  [["how much is shipping to xinjiang", "and how long"], /2 to 4 days/],
])("DL78 a short message goes on with the policy just cited, in another section of it: %s", (lines, last) => {
  expect(sectionsOf(lines).at(-1)).toMatch(last);
});

test.each<[lines: string[], last: RegExp]>([
  [["收到的马克杯碎了", "要拍啥照片"], /破损[^\n]*\n请在签收后 48 小时内拍下外包装、面单和破损处，发给我们。$/],
  [["少发了一件", "多久能补"], /48 小时内补发或退款。$/],
  [["退货运费险赔多少", "啥时候到账"], /72 小时内到账。$/],
  [["it took the money twice!!", "when do i get it back"], /\nThe extra payment is refunded .* the way you paid\.$/],
])("DL78 what the section just cited says itself is told by its own sentence: %s", (lines, last) => {
  expect(sectionsOf(lines).at(-1)).toMatch(last);
});

test("DL78 what then? is answered from the section just cited", () => {
  const [, again, more] = sectionsOf(["少发了一件", "我买了三个只收到两个", "那怎么办"]);
  for (const told of [again, more]) expect(told).toMatch(/少发了/);
});

test("DL78 what has a matter of its own, names goods or only chats leaves the policy", () => {
  const [, thanks, other, weather] = sectionsOf(["能开发票不", "谢谢", "有没有保温杯", "今天天气怎么样"]);
  expect(thanks).toMatch(/^smallTalk/);
  expect(other).toMatch(/^productFacts/);
  expect(weather).toMatch(/^fallback/);
  expect(sectionsOf(["换货要多久", "我要换的码没货了咋办"]).at(-1)).toMatch(/没货了怎么办/);
  expect(sectionsOf(["收到的马克杯碎了", "怎么开发票"]).at(-1)).toMatch(/可以开发票吗/);
  expect(sectionsOf(["包邮吗", "多少钱"], "P3001").at(-1)).toMatch(/^discount/);
});
