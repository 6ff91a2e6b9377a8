import type { Money } from "@yiwen/shared";
import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../../../test/support/dialogue-shop.ts";

const facts = demoFacts();

/** The goods listed last, and the bot's last words. */
function listed(lines: string[], consult?: { productId: string }) {
  const locale = /\p{Script=Han}/u.test(lines[0] ?? "") ? "zh-CN" : "en";
  const step = play(lines, { facts, locale, orders: [], ...(consult && { consult }) }).at(-1)!;
  return {
    goods: step.dialogue.candidates?.flatMap((id) => facts.catalogue.get(id) ?? []) ?? [],
    words: wordsOf(step),
  };
}

test("DL59 a single one that is left is what is spoken of from then on", () => {
  const { words } = listed(["想买件羽绒服", "预算五百以内", "有红色吗"]);
  expect(words).toMatch(/^「轻薄羽绒服 可收纳」|没有红色/);
  expect(words).not.toContain("您问的是哪一款");
});

test.each(["预算五百以内", "500块以内的"])("DL59 a budget narrows what was just listed: %s", (budget) => {
  const { words } = listed(["想买件羽绒服", budget]);
  expect(words).toContain("轻薄羽绒服 可收纳，¥399");
  expect(words).not.toContain("中长款连帽羽绒服");
});

test("DL59 what one of those just listed has tells which is wanted", () => {
  const { words } = listed(["你们家有保温杯吗", "要能装500毫升的"]);
  expect(words).toContain("316不锈钢保温杯 500ml");
  expect(words).not.toContain("沐浴露");
});

test("DL59 where none of those is within it, others of their kind are shown", () => {
  const { goods } = listed(["想买件羽绒服", "预算三百以内"]);
  expect(goods.length).toBeGreaterThan(1);
  for (const { category, price } of goods) {
    expect(category).toBe("服装");
    expect(price.amount).toBeLessThanOrEqual(30_000);
  }
});

test("DL59 something cheaper is cheaper than the product on the table, and of its kind", () => {
  const { words } = listed(["推荐便宜一点的"], { productId: "P1003" });
  expect(words).toContain("圆领薄款卫衣，¥149");
  const { words: english } = listed(["do you have a cheaper one"], { productId: "P1003" });
  expect(english).toContain("Lightweight crew-neck sweatshirt, ¥149");
  expect(english).not.toContain("Fleece-lined");
});

test("DL59 that there is nothing cheaper is said", () => {
  expect(listed(["do you have a cheaper one"], { productId: "P3005" }).words).toMatch(/^There is nothing cheaper/);
});

test("DL59 the two just listed are compared", () => {
  const { words } = listed(["想买件羽绒服", "这两款哪个好"]);
  expect(words).toMatch(/中长款连帽羽绒服[\s\S]*轻薄羽绒服|轻薄羽绒服[\s\S]*中长款连帽羽绒服/);
  expect(words).toContain("价格");
});

const cheapestAndDearest = ({ price, skus }: { price: Money; skus: { price: Money }[] }) => {
  const amounts = (skus.length > 0 ? skus : [{ price }]).map((sku) => sku.price.amount);
  return [Math.min(...amounts), Math.max(...amounts)] as const;
};

test.each([
  ["想买件羽绒服", "500元以上的", 500, Number.POSITIVE_INFINITY],
  ["想买件羽绒服", "300到500的", 300, 500],
  ["想买件羽绒服", "1,000元以内", 0, 1000],
  ["do you have a down jacket", "between ¥300 and ¥500", 300, 500],
  ["do you have a down jacket", "over ¥500", 500, Number.POSITIVE_INFINITY],
])("DL59 the least, the most and both narrow what was listed: %s, %s", (first, second, least, most) => {
  const step = play([first, second], { facts, locale: /\p{Script=Han}/u.test(first) ? "zh-CN" : "en", orders: [] }).at(
    -1,
  )!;
  const { candidates = [step.dialogue.product?.id ?? ""] } = step.dialogue;
  expect(candidates).not.toEqual([""]);
  for (const id of candidates) {
    const [low, high] = cheapestAndDearest(facts.catalogue.get(id)!);
    expect(high, id).toBeGreaterThanOrEqual(least * 100);
    expect(low, id).toBeLessThanOrEqual(most * 100);
  }
});
