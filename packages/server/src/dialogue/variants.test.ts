import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { entitiesIn } from "../nlu/entities.ts";
import type { Product } from "./facts.ts";
import { chooseOptions, withOptions } from "./variants.ts";

const { catalogue } = demoFacts();
const price = { amount: 9900, currency: "CNY" };

function goods(title: string, options: Record<string, string>[], attributes = {}): Product {
  const skus = options.map((one, at) => ({ id: String(at), attributes: one, price, stock: 3 }));
  return { id: "x", title, category: "-", price, stock: 9, attributes, skus };
}

const choose = (product: Product, text: string) => chooseOptions(product, text, entitiesIn(text));
const tee = catalogue.get("P1001")!;
const jeans = catalogue.get("P1005")!;
const kettle = goods("电热水壶", [{ 容量: "1L" }, { 容量: "1.5L" }]);

test.each([
  ["1L的有货吗", "1L"],
  ["1 升的呢", "1L"],
  ["1.5L的有货吗", "1.5L"],
  ["is the 1.5 litre one in stock", "1.5L"],
  ["1.1L的有吗", undefined],
  ["11L", undefined],
])("DL3 a volume is chosen where the product comes in it: %s", (text, value) => {
  expect(choose(kettle, text)).toEqual({ chosen: value === undefined ? {} : { 容量: value }, unknown: [] });
});

test("DL4 a letter of the product's own name is no size that it lacks", () => {
  const shirt = goods("L号加长款衬衫", [{ 颜色: "白" }]);
  expect(choose(shirt, "L号加长款衬衫有货吗").unknown).toEqual([]);
  expect(choose(shirt, "有M码吗").unknown).toMatchObject([{ kind: "size", value: "M" }]);
  const named = goods("大号收纳袋", [{ 颜色: "白" }], { "English name": "Storage bag, size L" });
  expect(choose(named, "how much is Storage bag, size L").unknown).toEqual([]);
});

test("DL4 2XL and XXL are one size, and 3XL is said to be missing", () => {
  expect(choose(tee, "有2XL吗").chosen).toEqual({ 尺码: "XXL" });
  expect(choose(tee, "3XL呢").unknown).toMatchObject([{ kind: "size", value: "3XL" }]);
});

test.each(["明白了，这款有货吗", "明白，有货吗", "白天能发货吗", "这款白送吗"])(
  "DL5 a colour's letter in another word chooses nothing: %s",
  (text) => expect(choose(tee, text).chosen).toEqual({}),
);

test("DL5 a letter that is an option's value is chosen as a word of its own", () => {
  const candle = goods("蜡烛", [{ 香味: "梅" }, { 香味: "雪松" }]);
  expect(choose(candle, "要梅的").chosen).toEqual({ 香味: "梅" });
  expect(choose(candle, "黄梅天能用吗").chosen).toEqual({});
});

test.each([
  ["不要白色，黑色的有货吗", "黑"],
  ["要黑色，不要白色", "黑"],
  ["白色不要了，黑色有吗", "黑"],
  ["黑色有吗，不要雾蓝", "黑"],
  ["不是白色，是黑色", "黑"],
  ["没有白色，黑色呢", "黑"],
  ["从白色换成黑色", "黑"],
  ["想换成黑色，之前买的是白色", "黑"],
  ["不要白色和雾蓝，黑的有吗", "黑"],
  ["black, not the white one", "黑"],
  ["the black one instead of white", "黑"],
  ["change it from white to black", "黑"],
  ["没有白色吗", "白"],
  ["有没有白色", "白"],
  ["要不要白色的好", "白"],
  ["是不是白色的", "白"],
  ["黑色和白色都有吗", "白"],
  ["除了白色还有什么颜色", undefined],
  ["any colour other than white?", undefined],
])("DL5 of several colours the one that is meant is chosen: %s", (text, colour) => {
  expect(choose(tee, text).chosen).toEqual(colour === undefined ? {} : { 颜色: colour });
});

test("DL5 a size and a longer colour that aren't meant are passed over too", () => {
  expect(choose(tee, "不要L码，M码的有货吗").chosen).toEqual({ 尺码: "M" });
  expect(choose(jeans, "深蓝的，不要浅蓝").chosen).toEqual({ 颜色: "深蓝" });
  expect(choose(jeans, "浅蓝没货了，深蓝呢").chosen).toEqual({ 颜色: "深蓝" });
});

test("DL4 a colour that isn't meant isn't said to be missing", () => {
  expect(choose(tee, "不要红色，黑色有吗")).toEqual({ chosen: { 颜色: "黑" }, unknown: [] });
});

const shoes = catalogue.get("P2001")!;
const [slippers, bedding, raincoat, phoneCase] = ["P2003", "P3003", "P8002", "P7005"].map((id) => catalogue.get(id)!);

/** As a dialogue does: what the message names, with the product's own options. */
const chosenIn = (product: Product, text: string) =>
  chooseOptions(product, text, withOptions(product, text, entitiesIn(text)));

test.each<[Product | undefined, string, Record<string, string>]>([
  [shoes, "黑色42还有吗", { 颜色: "黑", 尺码: "42" }],
  [shoes, "雾蓝38码还有吗", { 颜色: "雾蓝", 尺码: "38" }],
  [shoes, "is the blue one in 38 available", { 颜色: "雾蓝", 尺码: "38" }],
  [shoes, "黑42没货的话雾蓝42有吗", { 颜色: "雾蓝", 尺码: "42" }],
  [shoes, "43有吗，不要42", { 尺码: "43" }],
  [jeans, "深蓝28码有吗", { 颜色: "深蓝", 尺码: "28" }],
  [slippers, "墨绿的40", { 颜色: "墨绿", 尺码: "40-41" }],
  [slippers, "38码有吗", { 尺码: "38-39" }],
  [bedding, "燕麦色1.8还剩几套", { 颜色: "燕麦", 尺码: "1.8米床" }],
  [bedding, "the 1.8m in oatmeal?", { 颜色: "燕麦", 尺码: "1.8米床" }],
  [bedding, "1米5的多少钱", { 尺码: "1.5米床" }],
  [bedding, "我家床一米八的", { 尺码: "1.8米床" }],
  [raincoat, "yellow in 120?", { 颜色: "鹅黄", 尺码: "120cm" }],
  [phoneCase, "6.7的粉色呢", { 颜色: "豆沙粉", 尺码: "6.7寸" }],
  [phoneCase, "6.1英寸的有吗", { 尺码: "6.1寸" }],
])("DL70 a number beside a colour or where a size stands is the product's size: %#", (product, text, chosen) => {
  expect(chosenIn(product!, text)).toEqual({ chosen, unknown: [] });
});

test.each(["那37.5有吗", "黑色45还有吗", "any 45?"])(
  "DL70 a number asked for as a size is said to be missing: %s",
  (text) => {
    expect(chosenIn(shoes, text).unknown).toMatchObject([{ kind: "size", value: text.match(/[\d.]+/)![0] }]);
  },
);

test.each([
  "买42双多少钱",
  "黑色42双有吗",
  "我42岁能穿吗",
  "零下40度能穿吗",
  "满40减多少",
  "预算40",
  "40块吗",
  "40天能退吗",
  "脚长40 黑的有吗",
  "我平时穿40",
  "order 42",
  "第42个",
  "10:40发货吗",
])("DL70 a number that counts, pays or measures is no size: %s", (text) => {
  const { chosen, unknown } = chosenIn(shoes, text);
  expect({ size: chosen.尺码, unknown }).toEqual({ size: undefined, unknown: [] });
});
