import type { Money } from "@yiwen/shared";
import { decimals } from "../../../imports/money.ts";
import { mentionsIn } from "../../../nlu/mentions.ts";
import type { Catalogue, Product } from "../../facts.ts";
import type { Scene } from "../skill.ts";
import type { Span } from "./budget.ts";

/** The goods that a narrower wish is about: those just listed, else the one on the table. */
export function spokenOf({ dialogue, facts }: Scene): Product[] {
  const ids = dialogue.candidates ?? (dialogue.product ? [dialogue.product.id] : []);
  return ids.flatMap((id) => facts.catalogue.get(id) ?? []);
}

/** The share of a name's words that another must have to be alike. */
const alikeFrom = 0.3;

/** Others of its category, the likest first; `alike`: only those that share words of its name. */
export function ofItsKind({ facts }: Scene, { id, title, category }: Product, alike: boolean): Product[] {
  return facts.catalogue
    .search(alike ? title : `${title} ${category}`, 20)
    .filter(({ item, score }) => item.id !== id && item.category === category && (!alike || score >= alikeFrom))
    .map(({ item }) => item);
}

/** Others that are the same thing by their names: what ends a title is what it is. */
export function alikeOf({ id, title }: Product, catalogue: Catalogue): Product[] {
  const found = mentionsIn(title, catalogue, { limit: 8 }).map(({ product }) => product);
  return [...new Set(found)].filter((product) => product.id !== id);
}

const asksCheaper = /便宜(?:一?点|些|的)|cheaper|less expensive/i;

/** Just below the cheapest of these, where something cheaper is wanted. */
export function below(text: string, goods: Product[]): Span | undefined {
  if (!asksCheaper.test(text) || goods.length === 0) return undefined;
  return { most: Math.min(...goods.flatMap(pricesOf).map(({ amount, currency }) => majorOf(amount - 1, currency))) };
}

/** Whether a product, or one of the kinds it comes in, costs no more and no less. */
export function costs(product: Product, { least = 0, most = Number.POSITIVE_INFINITY }: Span): boolean {
  return pricesOf(product)
    .map(({ amount, currency }) => majorOf(amount, currency))
    .some((price) => least <= price && price <= most);
}

function pricesOf({ skus, price }: Product): Money[] {
  return skus.length > 0 ? skus.map((sku) => sku.price) : [price];
}

/** What people call a price: a currency's own decimals say how many of what is counted it has. */
function majorOf(amount: number, currency: string): number {
  return amount / 10 ** decimals(currency);
}
