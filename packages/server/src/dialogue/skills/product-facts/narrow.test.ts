import { expect, test } from "vitest";
import type { Product } from "../../facts.ts";
import { below, costs } from "./narrow.ts";

function goods(currency: string, ...amounts: number[]): Product {
  const [first = 0, ...others] = amounts;
  const skus = others.map((amount, at) => ({
    id: String(at),
    attributes: { 规格: String(at) },
    price: { amount, currency },
    stock: 1,
  }));
  return { id: "x", title: "x", category: "-", price: { amount: first, currency }, stock: 1, attributes: {}, skus };
}

test("DL59 a product fits where one of the kinds it comes in does", () => {
  const bedding = goods("CNY", 459_00, 459_00, 499_00);
  expect(costs(bedding, { least: 480 })).toBe(true);
  expect(costs(bedding, { least: 460, most: 498 })).toBe(false);
  expect(costs(goods("CNY", 300_00, 300_00, 90_00), { most: 100 })).toBe(true);
  expect(costs(goods("CNY", 99_00), { least: 99, most: 99 })).toBe(true);
});

test("DL59 DL60 a limit is one in the price's own currency, with its decimals", () => {
  expect(costs(goods("VND", 199_000), { most: 200_000 })).toBe(true);
  expect(costs(goods("VND", 199_000), { most: 2000 })).toBe(false);
  expect(costs(goods("KWD", 12_345), { most: 12.3 })).toBe(false);
  expect(costs(goods("KWD", 12_345), { least: 12, most: 13 })).toBe(true);
});

test("DL59 something cheaper is cheaper than every kind of what was spoken of", () => {
  const cheaper = below("有便宜点的吗", [goods("CNY", 300_00, 300_00, 90_00)]);
  expect(cheaper && costs(goods("CNY", 90_00), cheaper)).toBe(false);
  expect(cheaper && costs(goods("CNY", 89_99), cheaper)).toBe(true);
});
