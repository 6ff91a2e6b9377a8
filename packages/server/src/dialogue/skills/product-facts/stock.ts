import type { Language, Sku, Source } from "@yiwen/shared";
import type { Product } from "../../facts.ts";
import { keyWords, titleOf, valueWords } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import { optionKind } from "../../option-kind.ts";
import { chooseOptions, type Option, optionsOf, skusFor } from "../../variants.ts";
import { findPassage } from "../find-passage.ts";
import { choiceWords } from "../product-words.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sayText, sourceOf } from "../speak.ts";
import { describe } from "./describe.ts";
import { phrases } from "./phrases.ts";

/** Where there is no colour to choose, its colour is a fact like any other. */
const asksColours = /颜色|色号|\bcolou?rs?\b/i;

/** Stock of what was chosen, of every value where nothing was; a size or colour it doesn't have is said so. */
export function sayStock(scene: Scene, product: Product): Deed {
  const words = phrases[scene.language];
  const { said, dialogue, language } = scene;
  if (asksColours.test(said?.text ?? "") && !optionsOf(product).some(({ kind }) => kind === "colour")) {
    return describe(scene, product);
  }
  const { unknown } = chooseOptions(product, said?.text ?? "", said?.understood.entities ?? []);
  const chosen = dialogue.product?.chosen ?? {};
  if (unknown.length > 0) {
    const what = unknown
      .map((entity) => (entity.kind === "size" ? valueWords("size", entity.value, language) : entity.text))
      .join(words.join);
    return { turns: [sayText([words.noSuch(what), overview(scene, product)].join(language === "zh" ? "" : " "))] };
  }
  if (product.stock <= 0) return sayNoneLeft(scene, product);
  if (Object.keys(chosen).length === 0 || asksForList(said?.text ?? "")) {
    const price = isNews(scene, product) ? words.priceNow(priceOf(product)) : "";
    const [first, ...more] = overview(scene, product).split("\n");
    return { turns: [sayText([first + price, ...more].join("\n"))] };
  }
  const count = skusFor(product, chosen).reduce((sum, { stock }) => sum + stock, 0);
  if (count <= 0) return sayGone(scene, product);
  const open = optionsOf(product).filter(({ key, values }) => chosen[key] === undefined && values.length > 1);
  const lines = open.map((option) => optionLine(scene, product, option));
  const first = words.has(titleOf(product, language), choiceWords(scene), count);
  return { turns: [sayText([first, ...lines].join("\n"))] };
}

/** What was chosen is sold out: what there is instead, the nearest first, and asked when, what the shop says of it. */
function sayGone(scene: Scene, product: Product): Deed {
  const words = phrases[scene.language];
  const first = words.hasNot(titleOf(product, scene.language), choiceWords(scene));
  const again = asksWhen.test(scene.said?.text ?? "") ? whenAgain(scene) : undefined;
  const lines = [first + words.stillHas(inStock(scene, product)), ...(again ? [again.text] : [])];
  return { turns: [sayText(lines.join("\n"), again?.sources)] };
}

/** Nothing is left: when there will be is the shop's to say, where its pages do. */
function sayNoneLeft(scene: Scene, product: Product): Deed {
  const { language } = scene;
  const again = whenAgain(scene);
  const text = [phrases[language].hasNot(titleOf(product, language), ""), again.text].join(between[language]);
  return { turns: [sayChoices(text, intentChoices(["recommend", "human"], language), again.sources)] };
}

const between: Record<Language, string> = { zh: "", en: " " };
const askedAgain: Record<Language, string> = { zh: "什么时候补货", en: "when will it be back in stock" };
const aboutAgain = /补货|到货|来货|再上架|\brestock|\bback in stock/i;
const asksWhen = /什么时候|啥时|几时|何时|多久|多会|补货|来货|到货|再有|\bwhen\b|\brestock|\bback in\b/i;

/** What the shop's pages say about when things are back; that it isn't known, where they don't. */
function whenAgain({ facts, language }: Scene): { text: string; sources?: Source[] } {
  const found = findPassage(facts, { text: askedAgain[language], intent: "stock", language });
  const isAbout = found !== undefined && aboutAgain.test(found.answer + found.title);
  return isAbout ? { text: found.answer, sources: [sourceOf(found)] } : { text: phrases[language].whenUnknown };
}

/** Whether this message put the product on the table: then its price is worth knowing too. */
function isNews({ before }: Scene, { id }: Product): boolean {
  return before?.id !== id;
}

function priceOf({ price, skus }: Product): string {
  return formatRange(skus.length > 0 ? skus.map((sku) => sku.price) : [price]);
}

function asksForList(text: string): boolean {
  return /哪些|(?:什么|啥)(?:尺码|颜色|码|色)|几个(?:颜色|码)|别的|其他|\b(?:which|what|other) (?:sizes?|colou?rs?)/i.test(
    text,
  );
}

/** Every option with its values, those sold out marked. */
function overview(scene: Scene, product: Product): string {
  const words = phrases[scene.language];
  const options = optionsOf(product).filter(({ values }) => values.length > 0);
  const total =
    product.stock > 0
      ? words.has(titleOf(product, scene.language), "", product.stock)
      : words.hasNot(titleOf(product, scene.language), "");
  if (options.length === 0) return total;
  const all = { ...scene, dialogue: { ...scene.dialogue, product: { id: product.id, chosen: {} } } };
  return [total, ...options.map((option) => optionLine(all, product, option))].join("\n");
}

function optionLine(scene: Scene, product: Product, { key, values }: Option): string {
  const words = phrases[scene.language];
  const chosen = scene.dialogue.product?.chosen ?? {};
  const marked = values.map((value) => {
    const stock = skusFor(product, { ...chosen, [key]: value }).reduce((sum, sku) => sum + sku.stock, 0);
    const said = optionKind(key) === "size" ? value : valueWords(key, value, scene.language);
    return stock > 0 ? said : `${said}${words.soldOutMark}`;
  });
  return words.options(keyWords(key, scene.language), marked.join(words.join));
}

/** The combinations that can be bought, up to six: in the size that was asked for first, then those with anything else of it. */
function inStock({ language, dialogue }: Scene, product: Product): string {
  const chosen = dialogue.product?.chosen ?? {};
  const nearness = ({ attributes }: Sku) =>
    Object.entries(chosen)
      .filter(([key, value]) => attributes[key] === value)
      .reduce((sum, [key]) => sum + (optionKind(key) === "size" ? 2 : 1), 0);
  return product.skus
    .filter(({ stock }) => stock > 0)
    .sort((a, b) => nearness(b) - nearness(a))
    .slice(0, 6)
    .map(({ attributes }) =>
      Object.entries(attributes)
        .map(([key, value]) => valueWords(key, value, language))
        .join(" "),
    )
    .join(phrases[language].join);
}
