import { expect, test } from "vitest";
import { budget, budgetWords } from "./budget.ts";

test.each([
  ["under $1,000", { most: 1000 }],
  ["1,000元以内的", { most: 1000 }],
  ["$1,299.50 or less", { most: 1299.5 }],
  ["100元的", { most: 100 }],
  ["1万以内", { most: 10_000 }],
  ["5千以内", { most: 5000 }],
  ["1.5万元以下", { most: 15_000 }],
  ["预算2k", { most: 2000 }],
  ["预算五百以内", { most: 500 }],
  ["不超过300", { most: 300 }],
  ["no more than 80 dollars", { most: 80 }],
  ["200左右的", { most: 240 }],
  ["around $50", { most: 60 }],
])("DL59 a limit is read as people write it: %s", (text, span) => {
  expect(budget(text)).toEqual(span);
});

test.each([
  ["500元以上", { least: 500 }],
  ["预算500以上的", { least: 500 }],
  ["五百块往上", { least: 500 }],
  ["不低于1,000元", { least: 1000 }],
  ["over $200", { least: 200 }],
  ["above 200", { least: 200 }],
  ["more than 1,200 dollars", { least: 1200 }],
  ["at least $30", { least: 30 }],
  ["no less than 50 dollars", { least: 50 }],
  ["$300 and up", { least: 300 }],
  ["200元以上500元以下", { least: 200, most: 500 }],
  ["over $100 but under $200", { least: 100, most: 200 }],
])("DL59 so is the least that something may cost: %s", (text, span) => {
  expect(budget(text)).toEqual(span);
});

test.each([
  ["$200-$300", { least: 200, most: 300 }],
  ["between 200 and 300 dollars", { least: 200, most: 300 }],
  ["200到300的", { least: 200, most: 300 }],
  ["50-80元之间", { least: 50, most: 80 }],
  ["预算两百到三百", { least: 200, most: 300 }],
  ["2到3万", { least: 20_000, most: 30_000 }],
  ["5000到1万", { least: 5000, most: 10_000 }],
  ["$300 to $200", { least: 200, most: 300 }],
])("DL59 of a range both ends count: %s", (text, span) => {
  expect(budget(text)).toEqual(span);
});

test.each([
  "36-37的有吗",
  "要能装500毫升的",
  "500ml以上的杯子",
  "within 3 days",
  "3到5岁的",
  "over 2 people",
  "165到170cm",
  "推荐一下",
])("DL59 what is no money sets no limit: %s", (text) => expect(budget(text)).toBeUndefined());

test.each([
  ["保温杯 1,000元以内", "保温杯"],
  ["200到300价位的保温杯", "的保温杯"],
  ["jackets between $200 and $300", "jackets"],
  ["jackets over $1,200", "jackets"],
  ["500元以上的外套", "的外套"],
])("DL59 what is said of money is not looked for among the goods: %s", (text, left) => {
  expect(text.replace(budgetWords, " ").trim()).toBe(left);
});
