import type { Choice } from "@yiwen/shared";
import { withSynonyms } from "../../nlu/synonyms.ts";
import type { Facts, Found, Product } from "../facts.ts";
import { valueWords } from "../localise.ts";
import type { Scene } from "./skill.ts";
import { sayChoice } from "./speak.ts";

const shownProducts = 4;
const shownCategories = 6;

/** What is chosen of the product on the table, ready to stand after its title. */
export function choiceWords({ dialogue, language }: Scene): string {
  const values = Object.entries(dialogue.product?.chosen ?? {}).map(([key, value]) => valueWords(key, value, language));
  if (values.length === 0) return "";
  return language === "zh" ? `${values.join(" ")} ` : ` (${values.join(", ")})`;
}

/** Goods for a word that no title has, by the catalogue's words for it: "零食" is nuts and jerky. */
export function goodsByOtherNames(text: string, { catalogue }: Pick<Facts, "catalogue">): Found<Product>[] {
  return withSynonyms(text)
    .slice(text.length)
    .trim()
    .split(" ")
    .filter((word) => word !== "")
    .flatMap((word) => catalogue.search(word, 5))
    .sort((a, b) => b.score - a.score);
}

/** Goods that the message may mean: those named, also by another name, else those listed before. */
export function goodsMeant({ said, facts, dialogue }: Scene): Product[] {
  const named = said?.understood.entities.filter(({ kind }) => kind === "product").map(({ value }) => value) ?? [];
  const others =
    named.length > 0 || !said ? [] : goodsByOtherNames(said.text, facts).filter(({ score }) => score >= 0.5);
  const near = [...named, ...others.map(({ item }) => item.id)];
  const ids = near.length > 0 ? near : (dialogue.candidates ?? []);
  const goods = ids.flatMap((id) => facts.catalogue.get(id) ?? []).filter(({ id }) => id !== dialogue.product?.id);
  return [...new Set(goods)].slice(0, shownProducts);
}

/** What to pick from where the shopper named nothing: the kinds of goods that there are. */
export function categoryChoices({ facts, language }: Scene): Choice[] {
  const ask = language === "zh" ? (name: string) => `有哪些${name}` : (name: string) => `Show me ${name}`;
  return facts.catalogue
    .categories(language)
    .slice(0, shownCategories)
    .map((name) => sayChoice(ask(name), name));
}
