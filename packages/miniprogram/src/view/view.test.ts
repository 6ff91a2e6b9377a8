import { expect, it } from "vitest";
import { formatDay, formatMoney, formatTime } from "./format.ts";
import { chatUrl, consultOf, pageOf, pictureUrl } from "./pages.ts";
import { pictureBox } from "./picture-box.ts";
import { errorText } from "./shared.ts";
import { textsOf } from "./texts.ts";
import { mixOver, themeStyle } from "./theme.ts";

it("MP44 prices, times and days are written as in the widget, without Intl, which not every phone has", () => {
  expect(formatMoney({ amount: 39_900, currency: "CNY" })).toBe("¥399");
  expect(formatMoney({ amount: 5950, currency: "CNY" })).toBe("¥59.50");
  expect(formatMoney({ amount: 129_900_05, currency: "CNY" })).toBe("¥129,900.05");
  expect(formatMoney({ amount: 1200, currency: "JPY" })).toBe("¥1,200");
  expect(formatMoney({ amount: -999, currency: "USD" })).toBe("-$9.99");
  const at = (day: number, hour = 9, minute = 5, year = 2026) => new Date(year, 4, day, hour, minute).getTime();
  expect(formatTime(at(20), "zh-CN")).toBe("09:05");
  expect(formatTime(at(20, 0, 30), "en")).toBe("12:30 AM");
  expect(formatTime(at(20, 21), "en")).toBe("9:05 PM");
  const { today, yesterday } = textsOf("zh-CN");
  expect(formatDay(at(20), at(20, 23), { today, yesterday }, "zh-CN")).toBe("今天");
  expect(formatDay(at(19, 23, 59), at(20, 0, 1), { today, yesterday }, "zh-CN")).toBe("昨天");
  expect(formatDay(at(2), at(20), { today, yesterday }, "zh-CN")).toBe("5月2日周六");
  expect(formatDay(at(2, 9, 5, 2025), at(20), textsOf("en"), "en")).toBe("Fri, May 2, 2025");
});

it("MP45 the shop's own words replace ours one by one, and what it leaves out stays", () => {
  const texts = textsOf("zh-CN", { consultNow: "问一问", queue: { cancel: "不等了" } });
  expect(texts.consultNow).toBe("问一问");
  expect(texts.queue.cancel).toBe("不等了");
  expect(texts.queue.away).toBe(textsOf("zh-CN").queue.away);
  expect(texts.rating.scores).toHaveLength(5);
  expect(errorText(textsOf("en"), "content_refused")).toMatch(/content check/);
});

it("MP45 the shop's accent and corners become the page's own; a colour that is none changes nothing", () => {
  const style = themeStyle({ accent: "#b4375a", radius: 6 }, "light");
  expect(style).toContain("--yw-accent:#b4375a");
  expect(style).toContain("--yw-on-accent:#fff");
  expect(style).toContain("--yw-radius:6px");
  expect(themeStyle({ accent: "red; background: url(x)" }, "light")).toBe("");
  expect(mixOver("#000000", "#ffffff", 0.5)).toBe("#808080");
});

it("MP46 the page opens with a product or an order, however its id is written", () => {
  expect(consultOf({ productId: "P%201%2F2" })).toEqual({ productId: "P 1/2" });
  expect(consultOf({ productId: "100%" })).toEqual({ productId: "100%" });
  expect(consultOf({ orderId: "O-1" })).toEqual({ orderId: "O-1" });
  expect(consultOf({ other: "x" })).toBeUndefined();
  expect(chatUrl("/chat/pages/chat/chat", { productId: "P 1/2" })).toBe("/chat/pages/chat/chat?productId=P%201%2F2");
  expect(chatUrl("/chat/pages/chat/chat")).toBe("/chat/pages/chat/chat");
});

it("MP46 a card opens the host's page of it; a host without one opens nothing", () => {
  expect(pageOf("/pages/product/product?id={id}", "P 1")).toBe("/pages/product/product?id=P%201");
  expect(pageOf(undefined, "P1")).toBeUndefined();
});

it("MP47 a product's picture is read where the shop says, or on the server; nothing else is asked for", () => {
  expect(pictureUrl("https://cdn.example/a.webp", "https://s")).toBe("https://cdn.example/a.webp");
  expect(pictureUrl("/images/a.webp", "https://s")).toBe("https://s/images/a.webp");
  for (const odd of ["//evil.example/a", "javascript:1", "data:image/png;base64,x", ""]) {
    expect(pictureUrl(odd, "https://s")).toBeUndefined();
  }
});

it("MP47 a sent picture is given its room before it is there", () => {
  expect(pictureBox({ width: 3000, height: 4000 })).toEqual({ width: 390, height: 520 });
  expect(pictureBox({ width: 4000, height: 100 })).toEqual({ width: 420, height: 120 });
  expect(pictureBox({ width: 10, height: 10 })).toEqual({ width: 120, height: 120 });
  expect(pictureBox(undefined)).toEqual({ width: 320, height: 320 });
});
