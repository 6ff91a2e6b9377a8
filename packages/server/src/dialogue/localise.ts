import type { Language } from "@yiwen/shared";
import { coloursIn } from "../nlu/entities.ts";
import type { Product } from "./facts.ts";
import { optionKind } from "./option-kind.ts";
import { patternOf, plainly } from "./pattern-of.ts";

const han = /\p{Script=Han}/u;
/** The attributes in which a shop that sells in two languages gives a product's other name, and its category's. */
const englishName = /^english (?:name|title)$/i;
const englishCategory = /^english category$/i;

/** A product's name in a language: its title, unless the shop gives an English one. */
export function titleOf(product: Product, language: Language): string {
  if (language === "zh") return product.title;
  return englishNameOf(product) ?? product.title;
}

/** The English name that the shop gives beside the title, where it does. */
export function englishNameOf(product: Product): string | undefined {
  return attributeOf(product, englishName);
}

/** Whether words are part of a product's own name: "30包" is said of how it is packed, not of how many are wanted. */
export function standsInName(words: string, product: Product): boolean {
  return [product.title, englishNameOf(product) ?? ""].some((name) => patternOf(words).test(plainly(name)));
}

/** What a category is called in a language: as the shop does in English where it says so. */
export function categoryOf(product: Product, language: Language): string {
  return (language === "en" && attributeOf(product, englishCategory)) || product.category;
}

function attributeOf({ attributes }: Product, key: RegExp): string | undefined {
  return Object.entries(attributes).find(([name]) => key.test(name))?.[1];
}

/** A product's attributes as a language's reader should see them: where keys come in both languages, only that one's. */
export function attributesOf(product: Product, language: Language): [string, string][] {
  const all = Object.entries(product.attributes).filter(
    ([key]) => !englishName.test(key) && !englishCategory.test(key),
  );
  const own = all.filter(([key]) => han.test(key) === (language === "zh"));
  return own.length > 0 ? own : all;
}

/** An option's name ("颜色" is "Colour" in English). */
export function keyWords(key: string, language: Language): string {
  if (language === "zh" || !han.test(key)) return key;
  const kind = optionKind(key);
  return kind === "colour" ? "Colour" : kind === "size" ? "Size" : key;
}

/** An option's value as it is said: a bare size gets its word, a Chinese colour its English name beside it. */
export function valueWords(key: string, value: string, language: Language): string {
  const kind = optionKind(key);
  if (language === "en" && kind === "colour" && han.test(value)) {
    const [colour] = coloursIn(value);
    return colour ? `${colour} (${value})` : value;
  }
  if (kind !== "size" || !/^(?:\d+(?:\.5)?|\d?x*[sml])$/i.test(value)) return value;
  return language === "zh" ? `${value}码` : `size ${value}`;
}
