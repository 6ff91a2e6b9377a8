import type { Product } from "../../facts.ts";
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
  const keys = [...new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)])];
  const differs = (key: string) => Number(a.attributes[key] !== b.attributes[key]);
  const rows = keys
    .sort((x, y) => differs(y) - differs(x))
    .slice(0, shownAttributes)
    .map((key) => [key, a.attributes[key] ?? words.missing, b.attributes[key] ?? words.missing]);
  const table = [
    [words.price, price(a), price(b)],
    [words.stock, words.pieces(a.stock), words.pieces(b.stock)],
    ...rows,
  ];
  const lines = table.map(([name, left, right]) => `${name}${words.sep}${left} / ${right}`);
  const text = [words.compare, `① ${a.title}`, `② ${b.title}`, ...lines].join("\n");
  return { turns: [sayChoices(text, [productChoice(a), productChoice(b)])] };
}
