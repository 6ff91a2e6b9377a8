import { expect, test } from "vitest";
import { hanNumber } from "./numerals.ts";

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
