import { measuresIn } from "../../../nlu/measures.ts";
import type { KnownPassage, Product } from "../../facts.ts";
import { attributesOf, titleOf } from "../../localise.ts";
import { optionsOf, skusFor } from "../../variants.ts";
import { findPassage } from "../find-passage.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sayText, sourceOf } from "../speak.ts";
import { describe } from "./describe.ts";
import { phrases } from "./phrases.ts";
import { chartIn, type SizeChart, sizeFor } from "./size-chart.ts";

const aboutSizes = /尺码|选码|siz(?:e|ing)/i;
const aboutFit = /尺码|版型|脚长|siz(?:e|ing)|fit/i;
/** Of a sack of rice one asks for how many it is; that it has no sizes answers nobody. */
const asksSize = /[尺大小]?码|尺寸|\bsiz(?:e|es|ing)\b/i;
/** Whether it runs large is told by the product's own page, not by a table. */
const asksHowItRuns = /偏[大小]|正码|标准码|真码|true to size|runs? (?:large|small|big)/i;

/** Sizes there are, and which of them by the shop's own size guide where it has one; never a guess of ours. */
export function adviseSize(scene: Scene, product: Product): Deed {
  const { said, language } = scene;
  const words = phrases[language];
  const option = optionsOf(product).find(({ kind }) => kind === "size");
  if (!option) return asksSize.test(said?.text ?? "") ? { turns: [sayText(words.sizeNone)] } : describe(scene, product);
  const isLeft = (size: string) => skusFor(product, { [option.key]: size }).some(({ stock }) => stock > 0);
  const sizes = words.sizeOptions(option.values.filter(isLeft).join(words.join));
  const stated = attributesOf(product, language)
    .filter(([key]) => aboutFit.test(key))
    .map(([key, value]) => `${key}${words.sep}${value}`);
  if (stated.length > 0 && asksHowItRuns.test(said?.text ?? ""))
    return { turns: [sayText([...stated, sizes].join("\n"))] };

  const { guide, chart } = guideFor(scene, product, option.values);
  const measures = measuresIn(said?.text ?? "");
  const chosen = chart && sizeFor(chart, measures);
  if (guide && chosen) {
    const { size } = chosen.row;
    const advice = words.sizeChosen({ ...chosen, measures });
    const stock = isLeft(size) ? words.sizeLeft(size) : words.sizeGone(size, sizes);
    return { turns: [sayText([advice, ...stated, stock].join("\n"), [sourceOf(guide)])] };
  }
  const isMeasured = Object.keys(measures).length > 0;
  const why =
    chart?.lengthOf && measures[chart.lengthOf] === undefined ? words.sizeBy[chart.lengthOf] : words.sizeBeyond;
  const lines = [...(chart && isMeasured ? [why] : []), ...(guide ? [guide.answer] : []), ...stated, sizes];
  if (guide || stated.length > 0) return { turns: [sayText(lines.join("\n"), guide && [sourceOf(guide)])] };
  return {
    turns: [
      sayChoices(`${sizes}${language === "zh" ? "" : " "}${words.sizeUnsure}`, intentChoices(["human"], language)),
    ],
    isOpen: true,
  };
}

/** The shop's guide to these very sizes; where none has a table of them, what it says about sizes like these. */
function guideFor(
  { facts, said, language }: Scene,
  product: Product,
  sizes: string[],
): { guide?: KnownPassage; chart?: SizeChart } {
  const question = `${titleOf(product, language)} ${product.category} ${said?.text ?? ""}`;
  const found = findPassage(facts, { text: question, intent: "sizeAdvice", language });
  const near = found && aboutSizes.test(found.title) ? [found] : [];
  for (const guide of [...near, ...facts.passages.all(language)]) {
    const chart = aboutSizes.test(guide.title) ? chartIn(guide.answer, sizes) : undefined;
    if (chart) return { guide, chart };
  }
  return near[0] && sizes.some((size) => near[0]!.answer.includes(size)) ? { guide: near[0] } : {};
}
