import type { Catalogue, Product } from "../dialogue/facts.ts";
import { categoryOf } from "../dialogue/localise.ts";
import { createIndex } from "./bm25.ts";

/** Makes a shop's goods on sale searchable in memory; a later product with the same id replaces the earlier. */
export function createCatalogue(products: Product[]): Catalogue {
  const byId = new Map(products.map((product) => [product.id, product]));
  const items = [...byId.values()];
  const index = createIndex();
  for (const product of items) {
    index.add([
      { text: product.title, weight: 3 },
      { text: product.category, weight: 2 },
      { text: Object.values(product.attributes).join(" "), weight: 1 },
    ]);
  }
  return {
    size: items.length,
    get: (id) => byId.get(id),
    search: (text, limit) => index.search(text, limit).map(({ at, score }) => ({ item: items[at]!, score })),
    categories: (language) => [...new Set(items.map((product) => categoryOf(product, language)))],
  };
}
