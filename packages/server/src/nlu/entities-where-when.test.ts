import { expect, test } from "vitest";
import { entitiesIn } from "./entities.ts";

const of = (text: string, ...kinds: string[]) =>
  entitiesIn(text)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, value }) => (kinds.length > 1 ? `${kind} ${value}` : value));

test("NL6 phone numbers are read however they are written, and are no order numbers", () => {
  expect(of("电话改成13812345678", "phone")).toEqual(["13812345678"]);
  expect(of("打 138-1234-5678 找我", "phone")).toEqual(["13812345678"]);
  expect(of("+86 13812345678", "phone")).toEqual(["13812345678"]);
  expect(of("客服 400-820-1234 打不通", "phone")).toEqual(["4008201234"]);
  expect(of("单号 202611221234567", "phone")).toEqual([]);
  expect(of("13812345678", "order")).toEqual([]);
});

test.each([
  ["明天能到吗", ["today+1"]],
  ["昨天买的，后天要用", ["today+2", "today-1"]],
  ["大后天送", ["today+3"]],
  ["下周三再送，周六不在家", ["next wednesday", "saturday"]],
  ["星期天送货吗", ["sunday"]],
  ["11月5号下的单", ["11-05"]],
  ["2026年1月15日", ["2026-01-15"]],
  ["15号之前能到吗", ["day 15"]],
  ["will it arrive by friday or on Dec 24th", ["12-24", "friday"]],
  ["13月45号", []],
  ["我要42号的鞋", []],
  ["送到5号楼", []],
])("NL6 the dates of %s", (text, dates) => {
  expect(of(text, "date").sort()).toEqual(dates);
});

test("NL6 an address comes in its parts, with or without words around it", () => {
  const kinds = ["province", "city", "district", "street", "estate", "door"];
  expect(of("地址改成广东省深圳市南山区科技园路12号", ...kinds)).toEqual([
    "province 广东省",
    "city 深圳市",
    "district 南山区",
    "street 科技园路12号",
  ]);
  expect(of("送到浦东新区世纪大道100号3号楼", ...kinds)).toEqual([
    "district 浦东新区",
    "street 世纪大道100号",
    "door 3号楼",
  ]);
  for (const text of ["京东超市买的", "这个城市能送吗", "我们小区有快递柜", "偏远地区包邮吗", "一路顺风"]) {
    expect(of(text, ...kinds), text).toEqual([]);
  }
});
