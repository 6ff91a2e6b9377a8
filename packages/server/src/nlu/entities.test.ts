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
