import { expect, test } from "vitest";
import { entitiesIn } from "./entities.ts";
import { detectLanguage } from "./language.ts";

const of = (text: string, kind: string) =>
  entitiesIn(text)
    .filter((entity) => entity.kind === kind)
    .map(({ value }) => value);

test("DL40 sizes, colours, order numbers, quantities and amounts are found", () => {
  expect(of("有L码吗", "size")).toEqual(["L"]);
  expect(of("do you have size M in blue", "size")).toEqual(["M"]);
  expect(of("42码的鞋", "size")).toEqual(["42"]);
  expect(of("and the blue one?", "colour")).toEqual(["blue"]);
  expect(of("黑色的", "colour")).toEqual(["black"]);
  expect(of("订单号：YW20260520001到哪了", "order")).toEqual(["YW20260520001"]);
  expect(of("我买3件", "quantity")).toEqual(["3"]);
  expect(of("100块以内的", "amount")).toEqual(["100"]);
});

test("DL40 what only looks like one is left alone", () => {
  expect(of("I'm looking for it", "size")).toEqual([]);
  expect(of("it's mine", "size")).toEqual([]);
  expect(of("我的手机号13812345678", "order")).toEqual([]);
  expect(of("现金可以吗", "colour")).toEqual([]);
  expect(of("https://shop.example/item/12345678.html", "order")).toEqual([]);
});

test("DL40 the language is the message's own; sizes, numbers and mixtures keep the usual one", () => {
  expect(detectLanguage("how much", "zh")).toBe("en");
  expect(detectLanguage("这件T恤有XL吗", "en")).toBe("zh");
  expect(detectLanguage("XL", "zh")).toBe("zh");
  expect(detectLanguage("123", "en")).toBe("en");
});

test("DL40 sizes are read with their number before them, and how much goes into a thing is no size", () => {
  expect(of("有2XL吗", "size")).toEqual(["2XL"]);
  expect(of("3xl or XXS?", "size")).toEqual(["3XL", "XXS"]);
  expect(of("XL没有的话L有吗", "size")).toEqual(["XL", "L"]);
  for (const text of ["How much is Smart rice cooker, 3 L?", "1.5L的有货吗", "a 3-L one", "5L", "1.7 L"]) {
    expect(of(text, "size"), text).toEqual([]);
  }
  expect(of("身高175 65 L码合适吗", "size")).toEqual(["L"]);
  expect(of("175 L可以吗", "size")).toEqual(["L"]);
});

test("DL40 a colour's letter in another word is no colour", () => {
  for (const text of [
    "明白，这款有货吗",
    "口红有货吗",
    "网红款有吗",
    "奶粉多少钱",
    "蛋白粉有吗",
    "现金有优惠吗",
    "白天有人吗",
    "米粉500g多少钱",
    "白2件",
  ]) {
    expect(of(text, "colour"), text).toEqual([]);
  }
  expect(of("奶粉色有吗", "colour")).toEqual(["pink"]);
  expect(of("白的有吗", "colour")).toEqual(["white"]);
  expect(of("黑42有吗", "colour")).toEqual(["black"]);
});

test("DL40 how a thing is packed and what is asked of it is no quantity", () => {
  for (const text of ["这个四件套多少钱", "6瓶装的有吗", "两个颜色都有吗", "有三个问题"]) {
    expect(of(text, "quantity"), text).toEqual([]);
  }
  expect(of("12件和2件", "quantity")).toEqual(["12", "2"]);
});
