import { expect, test } from "vitest";
import { linkify, safeUrl } from "./linkify.ts";

test("WG20 links are found in Chinese text without spaces, without the sentence's own marks", () => {
  expect(linkify("尺码表：https://a.cn/size?x=1，请看。")).toEqual([
    { text: "尺码表：" },
    { text: "https://a.cn/size?x=1", href: "https://a.cn/size?x=1" },
    { text: "，请看。" },
  ]);
  expect(linkify("See https://a.com/b.")).toEqual([
    { text: "See " },
    { text: "https://a.com/b", href: "https://a.com/b" },
    { text: "." },
  ]);
  expect(linkify("javascript:alert(1)")).toEqual([{ text: "javascript:alert(1)" }]);
});

test("WG20 only http, https and the page's own paths are followed", () => {
  expect(safeUrl("https://a.com/x")).toBe("https://a.com/x");
  expect(safeUrl("/images/a.svg")).toBe(new URL("/images/a.svg", location.href).href);
  expect(safeUrl("javascript:alert(1)")).toBeUndefined();
  expect(safeUrl("data:text/html,x")).toBeUndefined();
  expect(safeUrl("")).toBeUndefined();
  expect(safeUrl(undefined)).toBeUndefined();
});

test("WG20 an address is judged in the oldest browsers too, and a broken one is none", () => {
  // Chrome 111 and Safari 16.4 have no `URL.canParse`.
  const { canParse } = URL;
  Object.assign(URL, { canParse: undefined });
  expect(safeUrl("https://a.com/x")).toBe("https://a.com/x");
  expect(safeUrl("https://")).toBeUndefined();
  Object.assign(URL, { canParse });
});
