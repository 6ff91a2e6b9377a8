import type { Language } from "@yiwen/shared";
import type { Product } from "../../facts.ts";
import { attributesOf, titleOf } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import { besides } from "../../stated.ts";
import { topicsAsked } from "../../topics.ts";
import type { Deed, Scene } from "../skill.ts";
import { productChoice, sayChoices } from "../speak.ts";
import { phrases } from "./phrases.ts";

const shownAttributes = 8;

/** What goods are said to be more of than others, and by which of their attributes it can be told. */
const qualities: { asks: RegExp; keys: RegExp }[] = [
  {
    asks: /暖|保温|御寒|抗冻|[冷冻]|冬|东北|零下|厚|\b(?:warm|cold|winter|snow|thick)/i,
    keys: /充绒|季节|厚度|保温|蓬松|fill|season|thick|heat|warm/i,
  },
  { asks: /凉快|透气|夏|薄|\b(?:cool(?:er)?|breath|summer|thin)/i, keys: /季节|厚度|材质|season|thick|material/i },
  { asks: /轻|重|\b(?:light|heav|weigh)/i, keys: /重量|净重|weight/i },
  { asks: /能装|容量|多大|更大|大一?点|\b(?:big|large|room|hold)/i, keys: /容量|尺寸|净含量|capacity|dimension|size/i },
  { asks: /下雨|淋|\b(?:rain|wet)/i, keys: /防水|water/i },
  { asks: /省电|\benergy/i, keys: /功率|power/i },
  { asks: /舒服|舒适|软|脚感|\bcomf/i, keys: /材质|鞋底|版型|厚度|material|sole|fit|thick/i },
];
const ofPrice = /便宜|贵|划算|性价比|\b(?:cheap|expensive|value|afford)/i;

/** "薄的和长的哪个暖和", "the light one or the long one": words that tell the two apart ask nothing. */
const toldApart =
  /\p{Script=Han}{1,4}的(?:那?[个款件双])?(?:和|跟|与|还是)\p{Script=Han}{1,4}的(?:那?[个款件双])?|\bthe [a-z]+ one\b/giu;

type Row = [name: string, one: string, other: string];

/** Two products side by side: what was asked about first, then price, stock and the attributes that either states, those that differ first. */
export function compareProducts(scene: Scene, products: Product[]): Deed {
  const { language } = scene;
  const [a, b] = products;
  if (!a || !b) return { turns: [] };
  const words = phrases[language];
  const price = ({ skus, price: one }: Product) => formatRange(skus.length > 0 ? skus.map((sku) => sku.price) : [one]);
  const stated = rowsOf(a, b, language);
  const question = askedOf(scene, products);
  const isAsked = asksAbout(question);
  const first = stated.filter(([key]) => isAsked(key));
  const rest = stated.filter(([key]) => !isAsked(key));
  const money: Row = [words.price, price(a), price(b)];
  const stock: Row = [words.stock, words.pieces(a.stock), words.pieces(b.stock)];
  const table = [...first, money, stock, ...rest.slice(0, Math.max(0, shownAttributes - first.length))];
  const lines = table.map(([name, one, other]) => `${name}${words.sep}${one} / ${other}`);
  const isUntold = first.length === 0 && qualities.some(({ asks }) => asks.test(question)) && !ofPrice.test(question);
  const intro = isUntold ? words.compareUntold : words.compare;
  const text = [intro, `① ${titleOf(a, language)}`, `② ${titleOf(b, language)}`, ...lines].join("\n");
  return {
    turns: [sayChoices(text, [productChoice(a, language), productChoice(b, language)])],
    dialogue: { candidates: [a.id, b.id] },
  };
}

/** What either states, those that differ first. */
function rowsOf(a: Product, b: Product, language: Language): Row[] {
  const words = phrases[language];
  const [left, right] = [a, b].map((product) => Object.fromEntries(attributesOf(product, language)));
  const keys = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])];
  const differs = (key: string) => Number(left?.[key] !== right?.[key]);
  return keys
    .sort((x, y) => differs(y) - differs(x))
    .map((key) => [key, left?.[key] ?? words.missing, right?.[key] ?? words.missing]);
}

/** The question without the words that name the two: "轻薄羽绒服" asks nothing about weight. */
function askedOf({ said }: Scene, products: Product[]): string {
  const named = said?.understood.entities.filter(({ kind }) => kind === "product") ?? [];
  const titles = products.flatMap(({ title }) => title.split(/[\s，,（(]/));
  const words = [...named.flatMap(({ text }) => text.split(" ")), ...titles];
  const text = besides(
    said?.text ?? "",
    words.map((word) => word.toLowerCase()),
  );
  return text.replace(toldApart, " ");
}

function asksAbout(question: string): (key: string) => boolean {
  const topics = topicsAsked(question);
  const meant = qualities.filter(({ asks }) => asks.test(question));
  return (key) => [...topics, ...meant].some(({ keys }) => keys.test(key));
}
