import { bare } from "../../../nlu/normalise.ts";
import type { Product } from "../../facts.ts";
import { categoryChoices, goodsByOtherNames, goodsMeant } from "../product-words.ts";
import type { Deed, Scene } from "../skill.ts";
import { sayChoices, sayText } from "../speak.ts";
import { budget, budgetWords } from "./budget.ts";
import { listGoods } from "./candidates.ts";
import { alikeOf, below, costs, ofItsKind, spokenOf } from "./narrow.ts";
import { phrases } from "./phrases.ts";
import {
  asksForPresent,
  asksOthers,
  asksSales,
  isOfKind,
  presents,
  refusedKinds,
  requestWords,
  tellsForWhom,
  withoutRefused,
} from "./wishes.ts";

const shown = 4;
const least = 0.3;

/** Goods on sale that fit what is looked for, within a budget where one is named. */
export function recommend(scene: Scene): Deed {
  const { said, language } = scene;
  const words = phrases[language];
  const text = withoutRefused(said?.text ?? "");
  const wanted = text.replace(budgetWords, " ").replace(requestWords, " ").trim();
  const named = goodsMeant({ ...scene, dialogue: { ...scene.dialogue, candidates: [], product: undefined } });
  const like = bare(wanted).length < 2 ? spokenOf(scene) : [];
  if (asksOthers.test(text)) {
    const found = others(scene, named, like);
    if (found) return found;
  }
  const cheaper = below(text, like);
  const limit = budget(text) ?? cheaper;
  const fits = (product: Product) => (limit === undefined || costs(product, limit)) && !isRefused(scene, product);
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
  if (asksForPresent.test(text)) return offerPresents(scene, fits);
  return offerSamples(scene, { fits, isUnknown: bare(wanted).length > 1 && limit === undefined });
}

/** Whether the message refuses goods of its kind. */
function isRefused({ said, facts }: Scene, product: Product): boolean {
  return refusedKinds(said?.text ?? "").some((kind) => isOfKind(product, kind, facts));
}

/** Others of the kind that is named or spoken of: not those shown, and only what can be bought. */
function others(scene: Scene, named: Product[], like: Product[]): Deed | undefined {
  const words = phrases[scene.language];
  const { product, candidates = [] } = scene.dialogue;
  const seen = new Set(product ? [product.id] : candidates);
  const isOther = (one: Product) => !seen.has(one.id) && one.stock > 0 && !isRefused(scene, one);
  const kind = named.length > 0 ? named : like;
  const own = named.filter(isOther);
  if (own.length > 0) return list(scene, words.found, own);
  if (kind.length === 0 || !kind.some(({ id }) => seen.has(id))) return undefined;
  const near = [...new Set(kind.flatMap((one) => alikeOf(one, scene.facts.catalogue)))].filter(isOther);
  if (near.length > 0) return list(scene, words.found, near);
  const lists = kind.map((one) => ofItsKind(scene, one, false).filter(isOther));
  // Of several kinds the nearest of each come first.
  const same = [...new Set(Array.from({ length: shown }, (_, at) => lists.flatMap((goods) => goods[at] ?? [])).flat())];
  return same.length > 0 ? list(scene, words.noOther, same) : undefined;
}

/** A present depends on whom it is for, so that is asked, with what the shop itself calls a gift. */
function offerPresents(scene: Scene, fits: (product: Product) => boolean): Deed {
  const words = phrases[scene.language];
  const question = tellsForWhom.test(scene.said?.text ?? "") ? words.whatLiked : words.forWhom;
  const goods = presents(scene.facts).filter((product) => product.stock > 0 && fits(product));
  if (goods.length === 0) return { turns: [sayChoices(question, categoryChoices(scene))], outcome: "asked" };
  const candidates = goods.slice(0, shown).map(({ id }) => id);
  return { ...list(scene, question, goods), outcome: "asked", dialogue: { candidates } };
}

/** Some of everything, where nothing says what is wanted or nothing fits it. */
function offerSamples(
  scene: Scene,
  { fits, isUnknown }: { fits: (product: Product) => boolean; isUnknown: boolean },
): Deed {
  const words = phrases[scene.language];
  const categories = scene.facts.catalogue.categories(scene.language);
  if (categories.length === 0) return { turns: [sayText(words.notFound("-"))] };
  const notFound = words.notFound(categories.slice(0, 8).join(words.join));
  const affordable = isUnknown ? [] : samples(scene, fits);
  if (affordable.length === 0) return list(scene, notFound, samples(scene));
  return list(scene, asksSales.test(scene.said?.text ?? "") ? words.noSales : words.offers, affordable);
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

/** One of each category but those that have what is refused. */
function samples(scene: Scene, fits: (product: Product) => boolean = () => true): Product[] {
  const { catalogue } = scene.facts;
  const first = catalogue.categories(scene.language).flatMap((category) => {
    const goods = catalogue.search(category, 20).map(({ item }) => item);
    return goods.some((product) => isRefused(scene, product)) ? [] : goods.filter(fits).slice(0, 1);
  });
  return inStockFirst([...new Set(first)]);
}

function list(scene: Scene, intro: string, products: Product[]): Deed {
  return listGoods(scene, intro, products.slice(0, shown));
}
