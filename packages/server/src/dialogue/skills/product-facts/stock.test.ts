import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { play, shopFacts, wordsOf } from "../../../../test/support/dialogue-shop.ts";
import { createCatalogue } from "../../../knowledge/catalogue.ts";

const facts = demoFacts();

/** The bot's answers about a product. */
function answers(productId: string, ...lines: string[]) {
  const locale = /\p{Script=Han}/u.test(lines[0] ?? "") ? "zh-CN" : "en";
  return play(lines, { facts, locale, orders: [], consult: { productId } }).slice(1);
}

test.each([
  ["P2001", "黑色42还有吗", /黑 42码 目前缺货。现在有货的有：白 42码、雾蓝 42码、黑 36码/],
  ["P2001", "black 42 in stock?", /black \(黑\), size 42\) is out of stock at the moment\. Available now: white/],
  ["P2001", "雾蓝38码还有吗", /雾蓝 38码 有货，还有 5 件。$/],
  ["P8002", "黄色120还有么", /鹅黄 120cm 有货，还有 1 件。$/],
  ["P7005", "6.7的粉色呢", /豆沙粉 6\.7寸 目前缺货/],
  ["P1013", "雾蓝M几件", /雾蓝 M码 有货，还有 6 件。$/],
  ["P2001", "那37.5有吗", /^没有37\.5码。/],
])("DL71 the very version that is asked for leads the answer: %s %s", (product, text, words) => {
  expect(wordsOf(answers(product, text)[0]!)).toMatch(words);
});

test("DL71 a size and colour by themselves are asked for, and which colours there are is answered with all", () => {
  const [, compared] = answers("P2002", "和跑鞋有啥区别", "米白38");
  expect(wordsOf(compared!)).not.toMatch(/哪一款比较/);
  expect(wordsOf(answers("P7005", "6.7的粉色呢", "那有啥颜色")[1]!)).toContain("颜色：雾蓝、豆沙粉、黑");
});

test("DL74 of what is sold out the shop's own page says when it is back, and is cited", () => {
  const [zh] = answers("P4006", "还有货没");
  expect(wordsOf(zh!)).toMatch(/目前缺货。没货的规格一般 7 至 15 天补一次货/);
  expect(zh!.turns[0]).toMatchObject({ sources: [{ title: expect.stringContaining("什么时候补货") }] });
  expect(wordsOf(answers("P4006", "in stock?")[0]!)).toMatch(/at the moment\. Sold-out sizes usually come back within/);
  expect(wordsOf(answers("P1011", "藏青xl啥时候有")[0]!)).toMatch(/藏青 XL码 目前缺货。.*\n没货的规格一般 7 至 15 天/);
});

test("DL74 where no page says when it is back, that isn't known", () => {
  const shop = shopFacts();
  const gone = { ...shop.catalogue.get("bottle")!, stock: 0 };
  const scenario = { facts: { ...shop, catalogue: createCatalogue([gone]) }, consult: { productId: gone.id } };
  const [, zh, en] = play(["有货吗", "is it in stock?"], scenario);
  expect(wordsOf(zh!)).toBe("「晨雾不锈钢保温杯」目前缺货。补货时间我这边查不到，可以请人工客服确认。");
  expect(wordsOf(en!)).toMatch(/out of stock at the moment\. I can't see when it will be back/);
});
