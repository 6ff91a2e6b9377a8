import { expect, test } from "vitest";
import { formatDay, formatMoney, formatTime } from "./format.ts";

const at = (day: number, hour = 9, minute = 5) => new Date(2026, 4, day, hour, minute).getTime();
const zh = { today: "今天", yesterday: "昨天" };

test("WG19 prices are written without needless decimals, in their currency's own units", () => {
  expect(formatMoney({ amount: 39_900, currency: "CNY" }, "zh-CN")).toBe("¥399");
  expect(formatMoney({ amount: 5950, currency: "CNY" }, "zh-CN")).toBe("¥59.50");
  expect(formatMoney({ amount: 129_900_00, currency: "CNY" }, "en")).toBe("¥129,900");
  expect(formatMoney({ amount: 999, currency: "USD" }, "en")).toBe("$9.99");
  expect(formatMoney({ amount: 1200, currency: "JPY" }, "zh-CN")).toBe("¥1,200");
});

test("WG14 days are named near and dated far, times follow the language", () => {
  expect(formatDay(at(20), at(20, 23), zh, "zh-CN")).toBe("今天");
  expect(formatDay(at(19, 23, 59), at(20, 0, 1), zh, "zh-CN")).toBe("昨天");
  expect(formatDay(at(2), at(20), zh, "zh-CN")).toMatch(/5月2日/);
  expect(formatDay(new Date(2025, 0, 3).getTime(), at(20), zh, "zh-CN")).toMatch(/2025年1月3日/);
  expect(formatTime(at(20), "zh-CN")).toBe("09:05");
  expect(formatTime(at(20, 21), "en")).toMatch(/^9:05\sPM$/);
});
