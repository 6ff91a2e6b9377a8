import { expect, test } from "vitest";
import { readMoney } from "../imports/money.ts";
import { formatMoney, formatRange } from "./money.ts";

test.each([
  ["199", "CNY", "¥199"],
  ["199.9", "CNY", "¥199.90"],
  ["199000", "VND", "VND 199000"],
  ["12.345", "KWD", "KWD 12.345"],
  ["12.3", "BHD", "BHD 12.300"],
  ["990000", "CLP", "CLP 990000"],
  ["1500", "JPY", "¥1500"],
] as const)("DL60 a price of %s %s is told as it was imported", (value, currency, told) => {
  expect(formatMoney(readMoney(value, currency)!)).toBe(told);
});

test("DL60 less than nothing keeps its sign before the currency's, and what is no currency's code is told all the same", () => {
  expect(formatMoney({ amount: -500, currency: "JPY" })).toBe("-¥500");
  expect(formatMoney({ amount: 1990, currency: "points" })).toBe("points 19.90");
  expect(formatRange([1500, 1200].map((amount) => ({ amount, currency: "KRW" })))).toBe("₩1200–₩1500");
});
