import { expect, test } from "vitest";
import { hanNumber, numberOf } from "./numerals.ts";

test.each([
  ["五", 5],
  ["十五", 15],
  ["三十五", 35],
  ["两百", 200],
  ["三百五", 350],
  ["一百二十", 120],
  ["一千零五", 1005],
  ["一万二", 12_000],
  ["好", undefined],
  ["", undefined],
])("DL59 numbers are read as people write them: %s", (text, number) => {
  expect(hanNumber(text)).toBe(number);
});

test.each([
  ["1,000", 1000],
  ["1,234,567.5", 1_234_567.5],
  ["5千", 5000],
  ["1.1万", 11_000],
  ["1万2", 12_000],
  ["1万2千", 12_000],
  ["2k", 2000],
  ["3百5", 350],
  ["两百", 200],
  ["1千克", undefined],
])("DL59 digits are read with their places: %s", (text, number) => {
  expect(numberOf(text)).toBe(number);
});
