import type { Catalogue, Product } from "../dialogue/facts.ts";
import { normalise } from "./normalise.ts";
import { segment } from "./segment.ts";
import { stem } from "./terms.ts";

/** A product that a text may speak of, the words that say so, and how much they say. */
export type Mention = { product: Product; text: string; score: number };

type TitleWords = { whole: string; words: string[]; heads: Set<string>; ends: string[] };

// Titles are cut once a product, for a product never changes.
const cache = new WeakMap<Product, TitleWords>();

const dull =
  /^(?:男女|男士|女士|男款|女款|新款|同款|大容量|便携|家用|学生|儿童|夏季|冬季|春秋|时尚|简约|经典|the|and|with|for|new|set|pack|size|one|men|women|pro|plus|mini|max|\d+.?)$/;

function wordsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[a-z]*\d*[a-z]*-?[a-z]*[\u6064]?/gu) ?? [];
  return runs
    .flatMap((run) => (/^\p{Script=Han}/u.test(run) ? segment(run) : [run]))
    .flatMap((word) => (/^[a-z]/.test(word) ? [stem(word.replace("-", ""))] : [word]))
    .filter((word) => word.length >= 2 && !dull.test(word));
}

function titleOf(product: Product): TitleWords {
  const known = cache.get(product);
  if (known) return known;
  const whole = normalise(product.title);
  const words = [...new Set(wordsOf(whole))];
  // A Chinese title's first stretch, an English one's whole, ends in what the thing is.
  const name = wordsOf(whole.split(/[\s,，（(【[|/]/)[0] ?? "").at(-1);
  const last = words.at(-1);
  const heads = new Set([name, /^[a-z]/.test(last ?? "") ? last : undefined].filter((w) => w !== undefined));
  const stretch = whole.split(/[\s,，（(【[|/]/)[0] ?? "";
  const ends = /\p{Script=Han}$/u.test(stretch) ? [stretch.slice(-3), stretch.slice(-2)] : [];
  const title = { whole, words, heads, ends };
  cache.set(product, title);
  return title;
}

/** Products that a text names, the clearest first: by whole title, by what the thing is, or by two of its words. */
export function mentionsIn(text: string, catalogue: Catalogue, limit = 4): Mention[] {
  const plain = normalise(text);
  if (plain === "") return linked(text, catalogue);
  const said = new Set(wordsOf(plain));
  const mentions = linked(text, catalogue);
  for (const { item } of catalogue.search(plain, 12)) {
    const mention = mentionOf(item, plain, said);
    if (mention) mentions.push(mention);
  }
  return mentions.sort((a, b) => b.score - a.score).slice(0, limit);
}

function mentionOf(product: Product, plain: string, said: Set<string>): Mention | undefined {
  const { whole, words, heads, ends } = titleOf(product);
  if (whole.length >= 2 && plain.includes(whole)) return { product, text: whole, score: 100 + whole.length };
  const hits = words.filter((word) => said.has(word) || (word.length > 2 && plain.includes(word)));
  // The dictionary cuts a compound differently alone and in a title, so the title's end counts by its letters too.
  const end = ends.find((letters) => letters.length > 1 && plain.includes(letters));
  if (end !== undefined && !hits.some((word) => word.includes(end))) hits.push(end);
  const isHead = end !== undefined || hits.some((word) => heads.has(word));
  if (!isHead && hits.length < 2) return undefined;
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
