import { describe, expect, test } from "vitest";
import { textsOf } from "../i18n/index.ts";
import { formatMoney } from "./money.ts";
import { avatarName, initials, shopperName } from "./names.ts";
import { reasonDetail, topicName } from "./reasons.ts";
import { formatPercent, formatScore } from "./score.ts";
import { formatAgo, formatDay, formatWait } from "./time.ts";

const zh = textsOf("zh-CN");
const en = textsOf("en");
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe("prices", () => {
  test("CO37 minor units become the currency's own decimals", () => {
    expect(formatMoney({ amount: 45_900, currency: "CNY" }, "zh-CN")).toBe("¥459.00");
    expect(formatMoney({ amount: 45_900, currency: "JPY" }, "en")).toBe("¥45,900");
    expect(formatMoney({ amount: 123_456, currency: "USD" }, "en")).toBe("$1,234.56");
  });
});

describe("times", () => {
  test("CO38 a wait ticks in minutes and seconds, then is told in words", () => {
    expect(formatWait(0, zh)).toBe("0:00");
    expect(formatWait(-500, zh)).toBe("0:00");
    expect(formatWait(3 * minute + 7 * second, en)).toBe("3:07");
    expect(formatWait(65 * minute, zh)).toBe("1 小时 5 分");
    expect(formatWait(2 * hour, en)).toBe("2 h");
    expect(formatWait(50 * hour, zh)).toBe("2 天");
  });

  test("CO38 what is long ago is a date", () => {
    const now = new Date(2026, 5, 10, 12).getTime();
    expect(formatAgo(now - 5 * second, now, "zh-CN", zh)).toBe("刚刚");
    expect(formatAgo(now - 5 * minute, now, "en", en)).toBe("5 min");
    expect(formatAgo(now - 48 * hour, now, "zh-CN", zh)).toBe("6月8日");
    expect(formatAgo(now - 48 * hour, now, "en", en)).toBe("Jun 8");
  });

  test("CO38 days are named by the calendar, not by 24 hours", () => {
    const morning = new Date(2026, 5, 10, 1).getTime();
    expect(formatDay(morning - 2 * hour, morning, "zh-CN", zh)).toBe("昨天");
    expect(formatDay(morning, morning, "en", en)).toBe("Today");
  });
});

describe("people", () => {
  const anonymous = { id: "01hx.e03f2a", verified: false };
  test("CO6 an anonymous shopper has a short name that is always the same", () => {
    expect(shopperName(anonymous, zh)).toBe("顾客 3F2A");
    expect(shopperName(anonymous, en)).toBe("Shopper 3F2A");
    expect(shopperName({ ...anonymous, name: "苏婉清" }, zh)).toBe("苏婉清");
    expect(initials(avatarName(anonymous))).toBe("3F");
  });

  test("CO6 initials suit Chinese and Latin names", () => {
    expect(initials("苏婉清")).toBe("婉清");
    expect(initials("Daniel J Wright")).toBe("DW");
    expect(initials("emma")).toBe("EM");
  });
});

describe("reasons and numbers", () => {
  test("CO4 a reason is told with the numbers that decided it", () => {
    expect(reasonDetail({ code: "sentiment", trend: -0.71, threshold: -0.4 }, zh)).toBe(
      "情绪趋势 −0.71，低于阈值 −0.40",
    );
    expect(reasonDetail({ code: "low_confidence", count: 2, threshold: 0.4 }, en)).toBe(
      "2 messages in a row understood below 40%",
    );
  });

  test("CO10 an intent without a word of its own shows its id", () => {
    expect(topicName("price", zh)).toBe("问价格");
    expect(topicName("playbook.vip", zh)).toBe("playbook.vip");
  });

  test("CO10 scores carry a sign, and what rounds to nothing carries none", () => {
    expect([formatScore(-0.714), formatScore(0.4), formatScore(-0.001)]).toEqual(["−0.71", "+0.40", "0.00"]);
    expect(formatPercent(0.925)).toBe("93%");
  });
});

test("SE9 a foreseen handoff is told with its score, the threshold and what speaks for it, in both languages", () => {
  const reason = {
    code: "foreseen" as const,
    score: 0.91,
    threshold: 0.85,
    factors: [
      { factor: "botRepetition" as const, share: 0.6 },
      { factor: "sentiment" as const, share: 0.4 },
    ],
  };
  expect(reasonDetail(reason, zh)).toBe("预计需要人工的概率 91%（阈值 85%），主要因为：机器人在重复 60%、情绪 40%");
  expect(reasonDetail(reason, en)).toBe(
    "91% likely to need a person (threshold 85%), mostly for: the bot repeats 60%, mood 40%",
  );
});
