import type { ProductCard } from "@yiwen/shared";
import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { play, shopFacts, wordsOf } from "../../../../test/support/dialogue-shop.ts";
import { createCatalogue } from "../../../knowledge/catalogue.ts";

const demo = demoFacts();
const told = (text: string, scenario: Parameters<typeof play>[1] = {}) =>
  wordsOf(play([text], { facts: demo, locale: /\p{Script=Han}/u.test(text) ? "zh-CN" : "en", ...scenario }).at(-1)!);

test.each([
  ["每日坚果礼盒 30包 多少钱", "现价 ¥119"],
  ["30包的每日坚果礼盒多少钱", "现价 ¥119"],
  ["How much is Beech wood building blocks, 80 pieces?", "is ¥139"],
  ["榉木积木 80粒多少钱", "现价 ¥139"],
  ["这个四件套多少钱", "现价 ¥459"],
])("DL10 how many are in one is no number of them: %s", (text, price) => {
  expect(told(text)).toContain(price);
  expect(told(text)).not.toMatch(/件共|come to/);
});

test("DL10 how many are wanted counts beside how many are in one", () => {
  expect(told("买2盒 每日坚果礼盒 30包 多少钱")).toContain("2 件共 ¥238");
  expect(told("how much for 3 pieces", { consult: { productId: "P8001" } })).toContain("3 of them come to ¥417");
});

test("DL4 how much goes into a thing is no size that it lacks", () => {
  expect(told("How much is Smart rice cooker, 3 L?")).toContain("is ¥249");
  expect(told("Cool-touch electric kettle, 1.7 L how much")).toContain("is ¥119");
});

test("DL63 the price from before is told where it is more than every price shown", () => {
  const yuan = (amount: number) => ({ amount: amount * 100, currency: "CNY" });
  const sku = (size: string, price: number) => ({ id: size, attributes: { 尺码: size }, price: yuan(price), stock: 3 });
  const coat: ProductCard = {
    id: "coat",
    title: "风衣",
    category: "服装",
    price: yuan(229),
    listPrice: yuan(259),
    stock: 9,
    attributes: {},
    skus: [sku("M", 229), sku("L", 259), sku("XL", 299)],
  };
  const facts = { ...shopFacts(), catalogue: createCatalogue([coat]) };
  const price = (text: string) => told(text, { facts, consult: { productId: "coat" } });
  expect(price("M码多少钱")).toContain("¥229（原价 ¥259）");
  expect(price("多少钱")).toContain("¥229–¥299。");
  for (const text of ["XL码多少钱", "L码多少钱", "多少钱"]) expect(price(text), text).not.toContain("原价");
});
