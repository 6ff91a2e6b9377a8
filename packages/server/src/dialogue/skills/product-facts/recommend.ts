import { bare } from "../../../nlu/normalise.ts";
import type { Product } from "../../facts.ts";
import { goodsByOtherNames, goodsMeant } from "../product-words.ts";
import type { Deed, Scene } from "../skill.ts";
import { sayText } from "../speak.ts";
import { budget, budgetWords } from "./budget.ts";
import { listGoods } from "./candidates.ts";
import { below, costs, ofItsKind, spokenOf } from "./narrow.ts";
import { phrases } from "./phrases.ts";

const shown = 4;
/** What a request says besides the goods it wants. */
const requestWords =
  /卖得?最?(?:好|火|多)|最火|热[卖销]|畅销|爆款|销量|最?受?欢迎|推荐|介绍|礼物|礼品|送给?|爸爸|妈妈|女朋友|男朋友|老婆|老公|孩子|有没有|有什么|哪些|哪款|哪个|几款|一款|一个|一下|帮我|给我|我想|想要|想买|想看|看看|找|买|卖|你们|店里?|还有|有|好的|好用的|适合|便宜点?的?|什么|商品|东西|吗|呢|的|\b(?:best|sell(?:s|ers?|ing)|most|ones?|which|your|it|this|these|those|cheaper|less|expensive|recommend|recommendations?|suggest|show|find|looking|for|some|any|a|an|the|do|you|have|sell|me|i|i'm|want|to|buy|can|please|good|something|what|what's|products?|is|are|popular)\b/gi;
const least = 0.3;

/** What sells best is nothing that the catalogue says. */
export const asksSales = /卖得?最?(?:好|火|多)|最火|热[卖销]|畅销|爆款|销量|欢迎|best.?sell|sells? best|most popular/i;

/** Goods on sale that fit what is looked for, within a budget where one is named. */
export function recommend(scene: Scene): Deed {
  const { said, facts, language } = scene;
  const words = phrases[language];
  const text = said?.text ?? "";
  const wanted = text.replace(budgetWords, " ").replace(requestWords, " ").trim();
  const named = goodsMeant({ ...scene, dialogue: { ...scene.dialogue, candidates: [], product: undefined } });
  const like = bare(wanted).length < 2 ? spokenOf(scene) : [];
  const cheaper = below(text, like);
  const limit = budget(text) ?? cheaper;
  const fits = (product: Product) => limit === undefined || costs(product, limit);
  if (limit !== undefined && like.length > 0) {
    const own = like.filter(fits);
    const narrowed =
      own.length > 0 ? own : [...new Set(like.flatMap((one) => ofItsKind(scene, one, limit === cheaper)))].filter(fits);
    if (narrowed.length > 0) return list(scene, words.found, inStockFirst(narrowed));
    if (limit === cheaper) return list(scene, words.noneCheaper, like);
  }
  if (named.some(fits)) return list(scene, words.found, inStockFirst(named.filter(fits)));
  const all = searchGoods(scene, wanted).filter(({ score }) => score >= least);
  const listed = all.filter(({ item }) => scene.dialogue.candidates?.includes(item.id));
  // What fits some of those just listed says which of them is wanted.
  const found = listed.length > 0 ? listed : all;
  const top = found[0]?.score ?? 0;
  const products = [
    ...new Set(found.filter(({ item, score }) => score >= top * 0.5 && fits(item)).map(({ item }) => item)),
  ];
  if (products.length > 0) return list(scene, words.found, inStockFirst(products));
  const categories = facts.catalogue.categories(language);
  if (categories.length === 0) return { turns: [sayText(words.notFound("-"))] };
  if (bare(wanted).length > 1 && limit === undefined) {
    return list(scene, words.notFound(categories.slice(0, 8).join(words.join)), samples(scene));
  }
  const affordable = samples(scene, fits);
  if (affordable.length > 0) return list(scene, asksSales.test(text) ? words.noSales : words.offers, affordable);
  return list(scene, words.notFound(categories.slice(0, 8).join(words.join)), samples(scene));
}

/** By the shopper's own word, and where that finds nothing by the catalogue's words for it. */
function searchGoods({ facts }: Scene, wanted: string) {
  if (bare(wanted).length < 2) return [];
  const found = facts.catalogue.search(wanted, 20).filter(({ score }) => score >= least);
  return found.length > 0 ? found : goodsByOtherNames(wanted, facts);
}

function inStockFirst(products: Product[]): Product[] {
  return [...products].sort((a, b) => Number(b.stock > 0) - Number(a.stock > 0));
}

/** One of each category, and more of the same where there are few. */
function samples({ facts, language }: Scene, fits: (product: Product) => boolean = () => true): Product[] {
  const { catalogue } = facts;
  const first = catalogue.categories(language).flatMap((category) =>
    catalogue
      .search(category, 20)
      .map(({ item }) => item)
      .filter(fits)
      .slice(0, 1),
  );
  return inStockFirst([...new Set(first)]);
}

function list(scene: Scene, intro: string, products: Product[]): Deed {
  return listGoods(scene, intro, products.slice(0, shown));
}
