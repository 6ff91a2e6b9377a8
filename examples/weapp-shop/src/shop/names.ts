import type { Product } from "./goods.ts";
import { language } from "./language.ts";

/** English for what the catalogue says in Chinese: categories, options and their values. */
const english: Record<string, string> = {
  服装: "Clothing",
  鞋包配饰: "Shoes & bags",
  家居: "Home",
  小家电: "Appliances",
  美妆个护: "Beauty",
  食品: "Food",
  数码配件: "Digital",
  母婴儿童: "Kids",
  尺码: "Size",
  颜色: "Colour",
  香味: "Scent",
  色号: "Shade",
  口味: "Flavour",
  长度: "Length",
  轴体: "Switch",
  白: "White",
  黑: "Black",
  雾蓝: "Mist blue",
  米白: "Off-white",
  豆沙粉: "Dusty pink",
  燕麦: "Oatmeal",
  墨绿: "Dark green",
  浅灰: "Light grey",
  藏青: "Navy",
  浅蓝: "Light blue",
  深蓝: "Dark blue",
  咖色: "Brown",
  奶白: "Cream",
  卡其: "Khaki",
  杏色: "Apricot",
  酒红: "Wine red",
  驼色: "Camel",
  鹅黄: "Soft yellow",
  山茶: "Camellia",
  雪松: "Cedar",
  橙花: "Neroli",
  豆沙玫瑰: "Dusty rose",
  正红: "Red",
  焦糖棕: "Caramel brown",
  原味: "Original",
  香辣: "Spicy",
  "1米": "1 m",
  "2米": "2 m",
  线性轴: "Linear",
  茶轴: "Tactile (brown)",
  "1.5米床": "1.5 m bed",
  "1.8米床": "1.8 m bed",
  "6.1寸": "6.1-inch",
  "6.7寸": "6.7-inch",
  小林: "Lin",
  小陈: "Chen",
  山雀速运: "Shanque Express",
  云雀快递: "Yunque Courier",
};

const swatches: Record<string, string> = {
  白: "#fbfaf6",
  黑: "#3a3b42",
  雾蓝: "#8fa9bf",
  米白: "#f3ead9",
  豆沙粉: "#cf9490",
  燕麦: "#d8c6a8",
  墨绿: "#3f6654",
  浅灰: "#c6c8ca",
  藏青: "#34476b",
  浅蓝: "#a3c1de",
  深蓝: "#48658f",
  咖色: "#7d5a45",
  奶白: "#f6efe1",
  卡其: "#b79f78",
  杏色: "#e0a67c",
  酒红: "#8c3346",
  驼色: "#b98a5a",
  鹅黄: "#f1d57e",
  豆沙玫瑰: "#b9656b",
  正红: "#c22f3d",
  焦糖棕: "#a3643f",
};

const chinese = /[\u4e00-\u9fff]/;

/** A name of the catalogue in the shop's language. */
export function nameOf(name: string): string {
  return language() === "en" ? (english[name] ?? name) : name;
}

/** The CSS colour of a colour's name, where it is one. */
export function swatchOf(name: string): string | undefined {
  return swatches[name];
}

/** A product's title in the shop's language. */
export function titleOf({ title, attributes }: Pick<Product, "title" | "attributes">): string {
  return (language() === "en" && attributes["English name"]) || title;
}

/** An order's item by its product's name in the shop's language, with the options it was bought in. */
export function itemTitle(title: string, product: Product | undefined): string {
  if (language() !== "en" || !product) return title;
  const options = title.slice(product.title.length).trim().split(/\s+/).filter(Boolean).map(nameOf);
  return [titleOf(product), ...options].join(" · ");
}

/** The attributes of a product that are written in the shop's language; what it is called in English is shown elsewhere. */
export function attributesOf({ attributes }: Product): [string, string][] {
  const isChinese = language() === "zh";
  return Object.entries(attributes).filter(
    ([name]) => !name.startsWith("English ") && chinese.test(name) === isChinese,
  );
}
