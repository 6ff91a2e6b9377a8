import { type Measures, measuresIn } from "../../../nlu/measures.ts";
import type { KnownPassage, Product } from "../../facts.ts";
import { attributesOf, englishNameOf, titleOf } from "../../localise.ts";
import { optionsOf, skusFor } from "../../variants.ts";
import { findPassage } from "../find-passage.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sayText, sourceOf } from "../speak.ts";
import { describe } from "./describe.ts";
import { phrases } from "./phrases.ts";
import { chartIn, lengthIn, type SizeChart, sizeFor } from "./size-chart.ts";
import { sayStock } from "./stock.ts";

const aboutSizes = /尺码|选码|siz(?:e|ing)/i;
const aboutFit = /尺码|版型|脚长|siz(?:e|ing)|fit/i;
/** Of a sack of rice one asks for how many it is; that it has no sizes answers nobody. */
const asksSize = /[尺大小]?码|尺寸|\bsiz(?:e|es|ing)\b/i;
/** Whether it runs large is told by the product's own page, not by a table. */
const asksHowItRuns = /偏[大小]|正码|标准码|真码|true to size|runs? (?:large|small|big)/i;
/** A size of what nobody wears is there or not; whether one fits somebody is another question. */
const asksFit = /穿|合身|合适|身高|体重|\b(?:wear|fit|height|weight)/i;

/** Sizes there are, and which of them by the shop's own size guide where it has one; never a guess of ours. */
export function adviseSize(scene: Scene, product: Product): Deed {
  const { said, language } = scene;
  const words = phrases[language];
  const option = optionsOf(product).find(({ kind }) => kind === "size");
  if (!option) return asksSize.test(said?.text ?? "") ? { turns: [sayText(words.sizeNone)] } : describe(scene, product);
  const isLeft = (size: string) => skusFor(product, { [option.key]: size }).some(({ stock }) => stock > 0);
  const all = words.sizeOptions(option.values.filter(isLeft).join(words.join));
  const stated = attributesOf(product, language)
    .filter(([key]) => aboutFit.test(key))
    .map(([key, value]) => `${key}${words.sep}${value}`);
  if (stated.length > 0 && asksHowItRuns.test(said?.text ?? ""))
    return { turns: [sayText([...stated, all].join("\n"))] };

  const leftIn = (size: string) => (isLeft(size) ? words.sizeLeft(size) : words.sizeGone(size, all));
  const measures = measuresIn(said?.text ?? "");
  const { guide, chart } = guideFor(scene, product, { sizes: option.values, measures });
  const chosen = chart && sizeFor(chart, measures);
  if (guide && chosen) {
    const { size } = chosen.row;
    const advice = words.sizeChosen({ ...chosen, measures });
    // What is named next, "the black one", is meant in this size.
    const now = { id: product.id, chosen: { ...scene.dialogue.product?.chosen, [option.key]: size } };
    const lines = [advice, ...stated, leftIn(size)];
    return { turns: [sayText(lines.join("\n"), [sourceOf(guide)])], dialogue: { product: now } };
  }
  const isMeasured = Object.keys(measures).length > 0;
  const why =
    chart?.lengthOf && measures[chart.lengthOf] === undefined ? words.sizeBy[chart.lengthOf] : words.sizeBeyond;
  const asked = namesSize(scene) ? scene.dialogue.product?.chosen[option.key] : undefined;
  const stock = asked === undefined ? all : leftIn(asked);
  const lines = [...(chart && isMeasured ? [why] : []), ...(guide ? [guide.answer] : []), ...stated, stock];
  if (guide || stated.length > 0) return { turns: [sayText(lines.join("\n"), guide && [sourceOf(guide)])] };
  if (asked !== undefined && !asksFit.test(said?.text ?? "")) return sayStock(scene, product);
  return {
    turns: [sayChoices(`${all}${language === "zh" ? "" : " "}${words.sizeUnsure}`, intentChoices(["human"], language))],
    isOpen: true,
  };
}

function namesSize({ said }: Scene): boolean {
  return said?.understood.entities.some(({ kind }) => kind === "size") ?? false;
}

type Sought = { sizes: string[]; measures: Measures };

/** The shop's guide to these very sizes; where none has a table of them, what it says about sizes like these. */
function guideFor(
  { facts, said, language }: Scene,
  product: Product,
  { sizes, measures }: Sought,
): { guide?: KnownPassage; chart?: SizeChart } {
  const question = `${titleOf(product, language)} ${product.category} ${said?.text ?? ""}`;
  const found = findPassage(facts, { text: question, intent: "sizeAdvice", language });
  const near = found && aboutSizes.test(found.title) ? [found] : [];
  const goesBy = lengthOf(product, measures);
  const isOther = (text: string) => goesBy !== undefined && lengthIn(text) !== undefined && lengthIn(text) !== goesBy;
  for (const guide of [...near, ...facts.passages.all(language)]) {
    const chart = aboutSizes.test(guide.title) ? chartIn(guide.answer, sizes) : undefined;
    if (chart && !(chart.lengthOf && isOther(chart.lengthOf))) return { guide, chart };
  }
  const isNear = near[0] && !isOther(near[0].answer) && sizes.some((size) => near[0]!.answer.includes(size));
  return isNear ? { guide: near[0] } : {};
}

/** The length that this product's sizes go by, where its page, its name or what was measured says so: shoes and jeans share numbers. */
function lengthOf(product: Product, { foot, waist }: Measures): "foot" | "waist" | undefined {
  const advice = Object.entries(product.attributes).filter(([key]) => aboutFit.test(key));
  const told = [advice.map(([, value]) => value).join(" "), product.title, englishNameOf(product) ?? ""];
  const own = told.map(lengthIn).find((one) => one !== undefined);
  return own ?? (foot !== undefined ? "foot" : waist !== undefined ? "waist" : undefined);
}
