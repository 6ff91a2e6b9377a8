import type { ProductCard, Sku } from "@yiwen/shared";
import { read, server } from "./server.ts";

/** Goods as the shop's server tells them. */
export type Product = ProductCard;
/** How a product may be chosen: 颜色 → 白, 黑. */
export type Option = { name: string; values: string[] };
/** A picture of a product; `value` says which colour it shows. */
export type Picture = { src: string; option?: string; value?: string };

let asked: Promise<Product[]> | undefined;

/** All goods on sale; read once, and anew after a failure. */
export function readGoods(): Promise<Product[]> {
  asked ??= read<Product[]>("/shop/catalogue.json").catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** A picture of the shop as WebP. */
export function pictureUrl(path: string): string {
  return server() + path.replace(/\.svg$/, ".webp");
}

/** The options a product is chosen by, each with its values in order. */
export function optionsOf({ skus }: Product): Option[] {
  const options = new Map<string, Set<string>>();
  for (const { attributes } of skus) {
    for (const [name, value] of Object.entries(attributes)) {
      options.set(name, (options.get(name) ?? new Set()).add(value));
    }
  }
  return [...options].map(([name, values]) => ({ name, values: [...values] }));
}

/** Options that have a picture of their own for each value. */
const pictured = ["颜色", "色号", "香味", "口味"];

/** A product's pictures. */
export function picturesOf(product: Product): Picture[] {
  const image = product.image ?? "";
  const option = optionsOf(product).find(({ name }) => pictured.includes(name));
  if (!option) return [{ src: pictureUrl(image) }];
  return option.values.map((value, i) => ({
    src: pictureUrl(i === 0 ? image : image.replace(".svg", `-${i + 1}.svg`)),
    option: option.name,
    value,
  }));
}

/** The picture of what was put into the cart. */
export function pictureOf(product: Product, sku: Sku | undefined): string {
  const pictures = picturesOf(product);
  const own = pictures.find(({ option, value }) => option && sku?.attributes[option] === value);
  return (own ?? pictures[0])?.src ?? "";
}

/** The SKU with these choices. */
export function skuOf({ skus }: Product, chosen: Record<string, string>): Sku | undefined {
  return skus.find(({ attributes }) => Object.entries(attributes).every(([name, value]) => chosen[name] === value));
}
