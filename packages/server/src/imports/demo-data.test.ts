import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { ShopSettings } from "@yiwen/shared/schema";
import { Value } from "typebox/value";
import { expect, it } from "vitest";
import { parseCatalogue } from "./parse-catalogue.ts";
import { parseOrders } from "./parse-orders.ts";

const shop = new URL("../../../../examples/storefront/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, shop), "utf8");
const catalogue = parseCatalogue(read("catalogue.json"), "json");
const orders = parseOrders(read("orders.json"), "json");

it("IM20 imports the demo catalogue whole, sold-out and unlisted goods among it", () => {
  expect(catalogue.rejected).toEqual([]);
  expect(catalogue.ignored).toEqual([]);
  expect(catalogue.products.length).toBeGreaterThanOrEqual(60);
  expect(catalogue.products.some(({ stock }) => stock === 0)).toBe(true);
  expect(catalogue.products.some(({ skus }) => skus.some(({ stock }) => stock === 0))).toBe(true);
  expect(catalogue.products.some(({ status }) => status === "unlisted")).toBe(true);
});

it("IM20 names every product in English and has its picture, small and without outside addresses", () => {
  const names = read("public/js/names.js");
  for (const { id, image, category, attributes } of catalogue.products) {
    expect(attributes["English name"], id).toMatch(/^[\x20-\x7eé%°-]+$/);
    expect(names, id).toContain(`  ${category}: "${attributes["English category"]}",`);
    expect(existsSync(new URL(`public${image}`, shop)), id).toBe(true);
  }
  const pictures = readdirSync(new URL("public/images/", shop));
  for (const name of pictures.filter((file) => file.endsWith(".webp"))) {
    expect(statSync(new URL(`public/images/${name}`, shop)).size, name).toBeLessThan(8000);
  }
  for (const name of pictures.filter((file) => file.endsWith(".svg"))) {
    const picture = read(`public/images/${name}`);
    expect(picture.length, name).toBeLessThan(3000);
    expect(picture.replace("http://www.w3.org/2000/svg", ""), name).not.toMatch(/https?:|<script|<image/);
  }
});

it("IM20 imports the demo orders whole: every status, and only goods of the catalogue", () => {
  expect(orders.rejected).toEqual([]);
  expect(orders.ignored).toEqual([]);
  expect(new Set(orders.orders.map(({ status }) => status)).size).toBe(8);
  expect(new Set(orders.orders.map(({ externalId }) => externalId))).toEqual(new Set(["demo-lin", "demo-chen"]));
  const known = new Set(catalogue.products.map(({ id }) => id));
  for (const { items } of orders.orders) for (const { productId } of items) expect(known).toContain(productId);
});

it("IM20 has settings that fit their schema, with coupons for categories and products that exist", () => {
  const { settings } = JSON.parse(read("settings.json")) as { settings: ShopSettings };
  expect(Value.Errors(ShopSettings, Value.Default(ShopSettings, Value.Clone(settings)))).toEqual([]);
  const categories = catalogue.products.map(({ category }) => category);
  const ids = catalogue.products.map(({ id }) => id);
  for (const { categories: wanted = [], productIds = [] } of settings.coupons) {
    expect(categories).toEqual(expect.arrayContaining(wanted));
    expect(ids).toEqual(expect.arrayContaining(productIds));
  }
});

it("IM20 has every policy in both languages, section by section", () => {
  const files = readdirSync(new URL("policies/", shop));
  const chinese = files.filter((name) => name.endsWith(".md") && !name.endsWith(".en.md"));
  expect(chinese.length).toBeGreaterThan(0);
  const sections = (name: string) => read(`policies/${name}`).match(/^## .+$/gm) ?? [];
  for (const name of chinese) {
    expect(sections(name.replace(/\.md$/, ".en.md")).length, name).toBe(sections(name).length);
  }
});
