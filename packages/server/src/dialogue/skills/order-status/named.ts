import type { OrderCard } from "@yiwen/shared";
import { createCatalogue } from "../../../knowledge/catalogue.ts";
import { mentionsIn } from "../../../nlu/mentions.ts";
import type { Facts, Product } from "../../facts.ts";
import { goodsByOtherNames } from "../product-words.ts";

/** How well a kind of goods must fit to be the one that is meant. */
const kindFrom = 0.5;

/**
 * The orders whose goods a question names, in either language. Only what was ordered is looked among, so that "the
 * rice cooker" is the shopper's own, however many others the shop sells.
 */
export function ordersNamed(question: string, orders: OrderCard[], { catalogue }: Pick<Facts, "catalogue">) {
  const goods = orders.flatMap(({ items }) => items.map((item) => productOf(item, catalogue)));
  const ordered = createCatalogue(goods);
  const mentioned = mentionsIn(question, ordered, { isLoose: true });
  const best = mentioned.filter(({ score }) => score === mentioned[0]?.score).map(({ product }) => product.id);
  const ids = best.length > 0 ? best : ofKind(question, ordered);
  return orders.filter(({ items }) => items.some((item) => ids.includes(productOf(item, catalogue).id)));
}

/** Goods by another word for them: "裙子" is a dress. */
function ofKind(question: string, catalogue: Facts["catalogue"]): string[] {
  const found = goodsByOtherNames(question, { catalogue });
  return found.filter(({ score }) => score >= kindFrom && score === found[0]?.score).map(({ item }) => item.id);
}

/** What was ordered, as the catalogue has it; what it has no longer goes by the order's own words. */
function productOf({ productId, title, price }: OrderCard["items"][number], catalogue: Facts["catalogue"]): Product {
  const known = productId === undefined ? undefined : catalogue.get(productId);
  return known ?? { id: productId ?? title, title, category: "", price, stock: 0, attributes: {}, skus: [] };
}
