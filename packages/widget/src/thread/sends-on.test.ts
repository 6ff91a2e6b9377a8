import { expect, test } from "vitest";
import { sendsOn } from "./sends-on.ts";

const enter = { key: "Enter", shiftKey: false, isComposing: false, keyCode: 13 };
const long = Number.POSITIVE_INFINITY;

test("WG15 Enter sends, Shift+Enter and other keys don't", () => {
  expect(sendsOn(enter, long)).toBe(true);
  expect(sendsOn({ ...enter, shiftKey: true }, long)).toBe(false);
  expect(sendsOn({ ...enter, key: "a", keyCode: 65 }, long)).toBe(false);
});

test("WG15 the Enter that confirms a composition doesn't send, however the browser tells it", () => {
  expect(sendsOn({ ...enter, isComposing: true }, long)).toBe(false);
  expect(sendsOn({ ...enter, keyCode: 229 }, long)).toBe(false);
  expect(sendsOn(enter, 0)).toBe(false);
  expect(sendsOn(enter, 31)).toBe(true);
});
