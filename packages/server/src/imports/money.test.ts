import { expect, it } from "vitest";
import { readMoney } from "./money.ts";

it.each([
  ["199", "CNY", 19900],
  [199.9, "CNY", 19990],
  [19.99, "CNY", 1999],
  [" 0.07 ", "CNY", 7],
  ["0", "CNY", 0],
  [1.1 * 3, "CNY", undefined],
] as const)("IM2 reads %s %s by its digits", (value, currency, amount) => {
  expect(readMoney(value, currency)?.amount).toBe(amount);
});

it.each([
  ["1500", "JPY", 1500],
  ["1500.00", "JPY", 1500],
  ["1500.5", "JPY", undefined],
  ["1.234", "KWD", 1234],
  ["1.2345", "KWD", undefined],
  ["1.234", "CNY", undefined],
  ["199.0000", "CNY", 19900],
] as const)("IM3 keeps the decimals of the currency: %s %s", (value, currency, amount) => {
  expect(readMoney(value, currency)?.amount).toBe(amount);
});

it.each([
  "-1",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "1e3",
  1e21,
  "1,299.00",
  "¥9",
  "",
  ".5",
  "5.",
  "90071992547409.93",
])("IM4 rejects %s", (value) => {
  expect(readMoney(value, "CNY")).toBeUndefined();
});
