import { entitiesIn } from "../../../nlu/entities.ts";
import { hanNumeral, numberOf } from "../../../nlu/numerals.ts";
import type { Product } from "../../facts.ts";
import type { Scene } from "../skill.ts";

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

const asksCheaper = /便宜(?:一?点|些|的)|cheaper|less expensive/i;

/** Just below the cheapest of these, where something cheaper is wanted. */
export function below(text: string, goods: Product[]): number | undefined {
  return asksCheaper.test(text) && goods.length > 0
    ? Math.min(...goods.map(({ price }) => price.amount)) - 1
    : undefined;
}

const most = `(\\d+(?:\\.\\d+)?|${hanNumeral}{2,})\\s*(?:元|块钱?)?\\s*(?:以内|以下|之内|左右|上下)`;
const atMost = new RegExp(most);

/** What a message says of money, and no word of it of goods. */
export const budgetWords = new RegExp(
  `预算|便宜(?:一?[点些])?的?|${most}|\\d+(?:\\.\\d+)?\\s*(?:元|块钱?)?|不?(?:超过|高于)|\\b(?:under|below|within|less than|dollars|yuan|budget)\\b`,
  "gi",
);

/** The most to spend, in minor units, where the words set a limit. */
export function budget(text: string): number | undefined {
  const said =
    entitiesIn(text).find(({ kind }) => kind === "amount")?.value ??
    /(?:under|below|within|less than|预算|不?超过)\s*[$¥]?(\d+)/i.exec(text)?.[1] ??
    atMost.exec(text)?.[1];
  const amount = numberOf(said ?? "");
  return amount && Math.round(amount * 100 * (/左右|上下/.test(text) ? 1.2 : 1));
}
