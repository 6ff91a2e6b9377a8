import type { Product } from "../../facts.ts";
import { attributesOf, titleOf } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import type { Deed, Scene } from "../skill.ts";
import { productChoice, sayChoices } from "../speak.ts";
import { phrases } from "./phrases.ts";

const shownAttributes = 8;

/** Two products side by side: price, stock and the attributes that either states, those that differ first. */
export function compareProducts({ language }: Scene, products: Product[]): Deed {
  const [a, b] = products;
  if (!a || !b) return { turns: [] };
  const words = phrases[language];
  const price = ({ skus, price: one }: Product) => formatRange(skus.length > 0 ? skus.map((sku) => sku.price) : [one]);
  const [left, right] = [a, b].map((product) => Object.fromEntries(attributesOf(product, language)));
  if (!left || !right) return { turns: [] };
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const differs = (key: string) => Number(left[key] !== right[key]);
  const rows = keys
    .sort((x, y) => differs(y) - differs(x))
    .slice(0, shownAttributes)
    .map((key) => [key, left[key] ?? words.missing, right[key] ?? words.missing]);
  const table = [
    [words.price, price(a), price(b)],
    [words.stock, words.pieces(a.stock), words.pieces(b.stock)],
    ...rows,
  ];
  const lines = table.map(([name, one, other]) => `${name}${words.sep}${one} / ${other}`);
  const text = [words.compare, `① ${titleOf(a, language)}`, `② ${titleOf(b, language)}`, ...lines].join("\n");
  return { turns: [sayChoices(text, [productChoice(a, language), productChoice(b, language)])] };
}
