import type { Product } from "../../facts.ts";
import { titleOf, valueWords } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import { besides, statedOf } from "../../stated.ts";
import { topicsAsked } from "../../topics.ts";
import { chooseOptions, skusFor } from "../../variants.ts";
import type { Deed, Scene } from "../skill.ts";
import { productChoice, sayChoices } from "../speak.ts";
import { phrases } from "./phrases.ts";

/** Several goods that may be meant, each with its price and stock and what was asked of it, to pick one from; a single one is on the table. */
export function listGoods(scene: Scene, intro: string, products: Product[]): Deed {
  const [only, second] = products;
  const lines = products.map((product) => `· ${line(scene, product)}`);
  return {
    turns: [
      sayChoices(
        [intro, ...lines].join("\n"),
        products.map((product) => productChoice(product, scene.language)),
      ),
    ],
    dialogue:
      only && !second
        ? { candidates: undefined, product: { id: only.id, chosen: {} } }
        : { candidates: products.map(({ id }) => id) },
  };
}

function line(scene: Scene, product: Product): string {
  const { language, said } = scene;
  const words = phrases[language];
  const { chosen, unknown } = chooseOptions(product, said?.text ?? "", said?.understood.entities ?? []);
  const skus = skusFor(product, chosen);
  const prices = skus.length > 0 ? skus.map(({ price }) => price) : [product.price];
  const stock = Object.keys(chosen).length > 0 ? skus.reduce((sum, sku) => sum + sku.stock, 0) : product.stock;
  const picked = Object.entries(chosen).map(([key, value]) => valueWords(key, value, language));
  const missing = unknown.map((entity) => words.hasNone(entity.kind === "size" ? `${entity.value}` : entity.text));
  const parts = [
    formatRange(prices),
    ...missing,
    ...(missing.length > 0 ? [] : [[...picked, words.stockShort(stock)].join(" ")]),
    ...statedHere(scene, product),
  ];
  return words.items(titleOf(product, language), parts.join(words.comma));
}

/** What the product's page states about the point that the message asks; the words that name goods ask nothing. */
function statedHere({ said, language }: Scene, product: Product): string[] {
  const names = said?.understood.entities.filter(({ kind }) => kind === "product") ?? [];
  const text = besides(
    said?.text ?? "",
    names.flatMap((entity) => entity.text.split(" ")),
  );
  if (topicsAsked(text).length === 0) return [];
  return statedOf(product, text, language).map(([key, value]) => key + phrases[language].sep + value);
}
