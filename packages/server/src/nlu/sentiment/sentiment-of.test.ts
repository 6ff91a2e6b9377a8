import { expect, test } from "vitest";
import { sentimentOf } from "./sentiment-of.ts";
import { trendOf } from "./trend.ts";

test.each(["都催了三次了", "什么破玩意", "骗子", "你们太差劲了", "一点都不满意", "等了半个月了没人处理"])(
  "DL39 anger is heard, with and without an angry word: %s",
  (text) => {
    expect(sentimentOf(text, "zh").label).toBe("negative");
  },
);

test.each([
  "我要退货",
  "质量有问题吗",
  "坏了怎么修",
  "怎么取消订单",
  "退款什么时候到账",
  "有没有黑色的",
  "能便宜点吗",
  "地址写错了能改吗",
  "垃圾袋有货吗",
  "不贵",
])("DL39 ordinary service talk is not anger: %s", (text) => {
  expect(sentimentOf(text, "zh").label).not.toBe("negative");
});

test.each([
  "I want to cancel my order",
  "my item arrived damaged",
  "I lost my tracking number",
  "is there a problem with stock?",
])("DL39 ordinary English service talk is not anger: %s", (text) => {
  expect(sentimentOf(text, "en").label).not.toBe("negative");
});

test("DL39 negation turns praise into a complaint and intensifiers make it stronger", () => {
  expect(sentimentOf("满意", "zh").score).toBeGreaterThan(0);
  expect(sentimentOf("不满意", "zh").score).toBeLessThan(0);
  expect(sentimentOf("非常满意", "zh").score).toBeGreaterThan(sentimentOf("有点满意", "zh").score);
});

test("DL39 scores stay within -1 and 1 and the trend weighs the newest most", () => {
  expect(sentimentOf("骗子".repeat(500), "zh").score).toBeGreaterThanOrEqual(-1);
  expect(trendOf([0, 0, -0.8])).toBeLessThan(trendOf([-0.8, 0, 0]));
  expect(trendOf([])).toBe(0);
});
