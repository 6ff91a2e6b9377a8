import type { Behaviour, ProductCard } from "@yiwen/shared";
import { expect, test } from "vitest";
import { en } from "../i18n/en.ts";
import { zhCN } from "../i18n/zh-CN.ts";
import { behaviourText } from "./behaviours.ts";

const kettle = { id: "k", title: "电热水壶" } as ProductCard;
const products = { k: kettle, gone: null };
const text = (body: { type: Behaviour["type"]; data: object }, t = zhCN) =>
  behaviourText({ id: "b", at: 0, ...body } as Behaviour, products, t);

test("CO41 what a shopper did names the product by its title as it is now, else as it was told", () => {
  expect(text({ type: "product", data: { productId: "k", title: "旧名" } })).toBe("看了 电热水壶");
  expect(text({ type: "product", data: { productId: "gone", title: "旧名" } })).toBe("看了 旧名");
  expect(text({ type: "share", data: { productId: "gone" } })).toBe("分享了 gone");
  expect(text({ type: "addToCart", data: { productId: "k", quantity: 2 } })).toBe("加购 电热水壶 × 2");
  expect(text({ type: "addToCart", data: { productId: "k" } }, en)).toBe("Added 电热水壶 to the cart");
});

test("CO41 a page is named by its title or path, a stay by its length", () => {
  expect(text({ type: "page", data: { path: "/pages/index" } })).toBe("打开 /pages/index");
  expect(text({ type: "page", data: { path: "/pages/index", title: "首页" } }, en)).toBe("Opened 首页");
  expect(text({ type: "stay", data: { ms: 400, path: "/a" } })).toBe("在 /a 停留 1 秒");
  expect(text({ type: "stay", data: { ms: 150_000, productId: "k" } }, en)).toBe("Stayed 3 min on 电热水壶");
  expect(text({ type: "share", data: {} }, en)).toBe("Shared the shop");
});
