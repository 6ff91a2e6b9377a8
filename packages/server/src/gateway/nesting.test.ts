import { expect, test } from "vitest";
import { isNestedTooDeep } from "./nesting.ts";

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test.each([
  ["", false],
  [nested(64), false],
  [nested(65), true],
  ['{"a":'.repeat(65), true],
  ["[]".repeat(1000), false],
  [JSON.stringify("[".repeat(1000)), false],
  [JSON.stringify({ text: `"${"{".repeat(1000)}\\` }), false],
  [`["\\"${"[".repeat(100)}",${nested(64)}]`, true],
])("PT12 depth is told without parsing, and brackets in texts are none (%#)", (json, isTooDeep) => {
  expect(isNestedTooDeep(json)).toBe(isTooDeep);
});
