import { expect, test } from "vitest";
import { intentsIn } from "./intents/intents-in.ts";
import { readable } from "./normalise.ts";

test.each([
  ["fapiao 怎么开", "发票 怎么开"],
  ["zenme tuihuo", "怎么退货"],
  ["kuaidi daonale", "快递到哪了"],
  ["有优惠卷吗", "有优惠券吗"],
  ["這個發票怎麼開", "这个发票怎么开"],
  ["ＸＬ码有货吗", "XL码有货吗"],
])("NL7 %s is read as %s", (written, read) => {
  expect(readable(written)).toBe(read);
});

test.each([
  "where is my order",
  "can you change my size",
  "do you ship to xian",
  "iPhone 12 de la marque",
  "ok ma'am",
  "M码",
])("NL7 what isn't pinyin stays: %s", (written) => {
  expect(readable(written)).toBe(written);
});

test.each([
  ["kuaidi daonale", "logistics"],
  ["wo yao tuihuo", "returnGoods"],
  ["請問什麼時候發貨", "urgeShipping"],
  ["发漂怎么开", "invoice"],
  ["ｆａｐｉａｏ", "invoice"],
])("NL7 %s is understood as %s", (written, intent) => {
  expect(intentsIn(written)[0]?.intent).toBe(intent);
});
