import type { Choice } from "@yiwen/shared";
import { normalise } from "../../nlu/normalise.ts";
import type { Product } from "../facts.ts";
import { valueWords } from "../localise.ts";
import type { Scene } from "./skill.ts";
import { productChoice } from "./speak.ts";

const shownProducts = 4;

/** What is chosen of the product on the table, ready to stand after its title. */
export function choiceWords({ dialogue, language }: Scene): string {
  const values = Object.entries(dialogue.product?.chosen ?? {}).map(([key, value]) => valueWords(key, value, language));
  if (values.length === 0) return "";
  return language === "zh" ? `${values.join(" ")} ` : ` (${values.join(", ")})`;
}

/** Goods to pick from where the shopper named none: those the words come near to, else the first of each category. */
export function productChoices({ said, facts, dialogue, language }: Scene): Choice[] {
  const named = said?.understood.entities.filter(({ kind }) => kind === "product").map(({ value }) => value) ?? [];
  const near = named
    .map((id) => facts.catalogue.get(id))
    .filter((product): product is Product => product !== undefined);
  const found =
    near.length > 0 ? near : facts.catalogue.search(normalise(said?.text ?? ""), shownProducts).map(({ item }) => item);
  const fallback = facts.catalogue
    .categories()
    .flatMap((category) => facts.catalogue.search(category, 1).map(({ item }) => item));
  const chosen = (found.length > 0 ? found : fallback).filter(({ id }) => id !== dialogue.product?.id);
  return [...new Set(chosen)].slice(0, shownProducts).map((product) => productChoice(product, language));
}
