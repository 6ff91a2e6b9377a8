/** The goods on sale. */
export async function readCatalogue() {
  const answer = await fetch("/shop/catalogue.json");
  if (!answer.ok) throw new Error(`catalogue: ${answer.status}`);
  return (await answer.json()).filter((product) => product.status !== "unlisted");
}

/** A price in fen: shops' files write "89.9", Yiwen's cards `{ amount: 8990 }`. */
export function fen(price) {
  return typeof price === "object" ? price.amount : Math.round(Number(price) * 100);
}

/** Fen as ¥79 or ¥89.90. */
export function money(amount) {
  return `¥${amount % 100 === 0 ? amount / 100 : (amount / 100).toFixed(2)}`;
}

/** What one SKU costs, in fen. */
export function skuPrice(product, sku) {
  return fen(sku?.price ?? product.price);
}

/** All SKUs' stock together. */
export function stockOf(product) {
  return product.skus?.length ? product.skus.reduce((sum, sku) => sum + sku.stock, 0) : product.stock;
}

/** The options a product is chosen by, each with its values in order: 颜色 → 白, 黑. */
export function optionsOf(product) {
  const options = new Map();
  for (const { attributes } of product.skus ?? []) {
    for (const [name, value] of Object.entries(attributes))
      options.set(name, (options.get(name) ?? new Set()).add(value));
  }
  return [...options].map(([name, values]) => ({ name, values: [...values] }));
}

/** Options that have a picture of their own for each value. */
const pictured = ["颜色", "色号", "香味", "口味"];

/** A product's pictures; `value` says which colour each shows. */
export function picturesOf(product) {
  const option = optionsOf(product).find(({ name }) => pictured.includes(name));
  if (!option) return [{ src: product.image }];
  return option.values.map((value, i) => ({
    src: i === 0 ? product.image : product.image.replace(".svg", `-${i + 1}.svg`),
    option: option.name,
    value,
  }));
}

/** Whether every word of a search is somewhere in what is known of the product, in either language. */
export function matches(product, names, search) {
  const text = [product.title, ...names, ...Object.values(product.attributes)].join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
}
