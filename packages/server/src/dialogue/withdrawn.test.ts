import { expect, test } from "vitest";
import { withdrawn } from "./withdrawn.ts";

test.each([
  ["不要人工了", ""],
  ["取消排队", ""],
  ["算了，不用了，谢谢", ""],
  ["不等了", ""],
  ["never mind", ""],
  ["nvm forget it", ""],
  ["I don't need a human anymore", ""],
  ["算了不用了 我就问下几点下班", "我就问下几点下班"],
  ["不需要人工客服了 帮我查下快递", "帮我查下快递"],
  ["forget it, what are your hours?", "what are your hours"],
])("CV30 %s takes the wish for a human back, and the rest is kept", (text, rest) => {
  expect(withdrawn(text)).toBe(rest);
});

test.each([
  "算了还是等人工吧",
  "算了不要了 帮我取消",
  "取消订单",
  "我要退款，不用换了",
  "不要取消排队",
  "没事我等着",
  "it's fine, I'll wait",
  "人工客服什么时候来",
  "怎么还没有人",
])("CV30 %s keeps the place in the queue", (text) => {
  expect(withdrawn(text)).toBeUndefined();
});

test("CV30 long odd input is read in no time", () => {
  const from = performance.now();
  for (const text of ["算了".repeat(2000), "nvm ".repeat(1000), "，".repeat(4000), "不用".repeat(2000)])
    withdrawn(text);
  expect(performance.now() - from).toBeLessThan(500);
});
