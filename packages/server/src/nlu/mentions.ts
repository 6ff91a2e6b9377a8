import type { Catalogue, Product } from "../dialogue/facts.ts";
import { englishNameOf } from "../dialogue/localise.ts";
import { normalise } from "./normalise.ts";
import { segment } from "./segment.ts";
import { stem } from "./terms.ts";

/** A product that a text may speak of, the words that say so, and how much they say. */
export type Mention = { product: Product; text: string; score: number };

type TitleWords = { whole: string; words: string[]; heads: Set<string>; ends: string[] };

// Titles are cut once a product, for a product never changes.
const cache = new WeakMap<Product, TitleWords[]>();

const dull =
  /^(?:男女|男士|女士|男款|女款|新款|同款|大容量|便携|家用|学生|儿童|夏季|冬季|春秋|时尚|简约|经典|套装|组合|礼盒|系列|the|and|with|for|new|set|pack|size|one|men|women|pro|plus|mini|max|\d+.?)$/;

function wordsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[a-z]*\d*[a-z]*-?[a-z]*[\u6064]?/gu) ?? [];
  return runs
    .flatMap((run) => (/^\p{Script=Han}/u.test(run) ? segment(run) : [run]))
    .flatMap((word) => (/^[a-z]/.test(word) ? [stem(word.replace("-", ""))] : [word]))
    .filter((word) => word.length >= 2 && !dull.test(word));
}

function titlesOf(product: Product): TitleWords[] {
  const known = cache.get(product);
  if (known) return known;
  const english = englishNameOf(product);
  const titles = [product.title, ...(english === undefined ? [] : [english])].map(titleWords);
  cache.set(product, titles);
  return titles;
}

function titleWords(title: string): TitleWords {
  const whole = normalise(title);
  const words = [...new Set(wordsOf(whole))];
  // A Chinese title's first stretch, an English one's up to the comma, ends in what the thing is.
  const stretch = whole.split(/\p{Script=Han}/u.test(whole) ? /[\s,，（(【[|/]/ : /[,(|/]/)[0] ?? "";
  const name = headOf(stretch.split(/\s(?:with|for|of|in|without|and)\s/)[0] ?? "");
  // "Vacuum flask (thermos)": what stands in brackets in an English name is another word for the thing.
  const others = /\p{Script=Han}/u.test(whole)
    ? []
    : [...whole.matchAll(/\(([^)]+)\)/g)].map(([, word]) => wordsOf(word!).at(-1));
  const heads = new Set([name, ...others].filter((word) => word !== undefined && !dull.test(word)).map(String));
  const ends = /\p{Script=Han}$/u.test(stretch) ? [stretch.slice(-3), stretch.slice(-2)] : [];
  return { whole, words, heads, ends };
}

/** The last word of a name: what the thing is. "手机壳" is a case, however the dictionary cuts it. */
function headOf(name: string): string | undefined {
  const last = /\p{Script=Han}{1,12}$/u.test(name) ? segment(name).slice(-2) : [];
  return last.at(-1)?.length === 1 && last.length > 1 ? last.join("") : wordsOf(name).at(-1);
}

/** Products that a text names, the clearest first: by whole title, by what the thing is, or by two words; loosely, by one. */
export function mentionsIn(text: string, catalogue: Catalogue, { isLoose = false, limit = 4 } = {}): Mention[] {
  const plain = normalise(text);
  if (plain === "") return linked(text, catalogue);
  const said = new Set(wordsOf(plain));
  const mentions = linked(text, catalogue);
  for (const { item } of catalogue.search(plain, 12)) {
    const mention = mentionOf(item, { plain, said, isLoose });
    if (mention) mentions.push(mention);
  }
  return mentions.sort((a, b) => b.score - a.score).slice(0, limit);
}

type Said = { plain: string; said: Set<string>; isLoose: boolean };

function mentionOf(product: Product, words: Said): Mention | undefined {
  return titlesOf(product)
    .map((title) => mentionBy(title, product, words))
    .filter((mention) => mention !== undefined)
    .sort((a, b) => b.score - a.score)[0];
}

function mentionBy(
  { whole, words, heads, ends }: TitleWords,
  product: Product,
  { plain, said, isLoose }: Said,
): Mention | undefined {
  if (whole.length >= 2 && plain.includes(whole)) return { product, text: whole, score: 100 + whole.length };
  const hits = words.filter(
    (word) => said.has(word) || (word.length > 2 && /\p{Script=Han}/u.test(word) && plain.includes(word)),
  );
  // The dictionary cuts a compound differently alone and in a title, so the title's end counts by its letters too.
  const end = ends.find((letters) => letters.length > 1 && !dull.test(letters) && plain.includes(letters));
  if (end !== undefined && !hits.some((word) => word.includes(end))) hits.push(end);
  const isHead = end !== undefined || hits.some((word) => heads.has(word));
  if (!isHead && hits.length < (isLoose ? 1 : 2)) return undefined;
  return { product, text: hits.join(" "), score: hits.join("").length + (isHead ? 2 : 0) };
}

/** A pasted link to a product's page. */
function linked(text: string, catalogue: Catalogue): Mention[] {
  const found: Mention[] = [];
  for (const [link] of text.matchAll(/https?:\/\/[^\s，。]+/gi)) {
    const id =
      /[?&](?:id|product|productId|sku)=([\w.-]+)/i.exec(link)?.[1] ??
      /\/([\w.-]+?)(?:\.html?)?\/?(?:[?#]|$)/.exec(link)?.[1];
    const product = id === undefined ? undefined : catalogue.get(id);
    if (product) found.push({ product, text: link, score: 200 });
  }
  return found;
}
