import { expect, test } from "vitest";
import { pickLocale, textsOf } from "./index.ts";

const codes = (value: unknown, path = ""): [string, unknown][] =>
  value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => codes(inner, `${path}.${key}`))
    : [[path, value]];

test("CO39 both languages say the same things, each in its own words", () => {
  const zh = new Map(codes(textsOf("zh-CN")));
  const en = new Map(codes(textsOf("en")));
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  for (const [path, text] of en) {
    expect(typeof text, path).toBe(typeof zh.get(path));
    if (typeof text === "string") expect(text, path).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test("CO39 the language begins with the browser's, else Chinese", () => {
  expect(pickLocale(["fr", "en-GB", "zh"])).toBe("en");
  expect(pickLocale(["zh-TW"])).toBe("zh-CN");
  expect(pickLocale(["fr"])).toBe("zh-CN");
});
