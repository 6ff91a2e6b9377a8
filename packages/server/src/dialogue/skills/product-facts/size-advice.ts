import type { Product } from "../../facts.ts";
import { optionsOf, skusFor } from "../../variants.ts";
import { findPassage } from "../find-passage.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sayText, sourceOf } from "../speak.ts";
import { phrases } from "./phrases.ts";

/** Sizes there are, and the shop's own size guide where it has one; never a guess of ours. */
export function adviseSize({ facts, said, language }: Scene, product: Product): Deed {
  const words = phrases[language];
  const option = optionsOf(product).find(({ kind }) => kind === "size");
  if (!option) return { turns: [sayText(words.sizeNone)] };
  const available = option.values.filter((value) =>
    skusFor(product, { [option.key]: value }).some(({ stock }) => stock > 0),
  );
  const sizes = words.sizeOptions(available.join(words.join));
  const stated = Object.entries(product.attributes).find(([key]) => /尺码|版型|size|fit/i.test(key));
  if (stated) return { turns: [sayText(`${stated[0]}${words.sep}${stated[1]}\n${sizes}`)] };
  const guide = findPassage(facts, { text: said?.text ?? "", intent: "sizeAdvice", language });
  const isGuide = guide && /尺码|size/i.test(guide.title + guide.text);
  if (isGuide) return { turns: [sayText(`${guide.text}\n${sizes}`, [sourceOf(guide)])] };
  return {
    turns: [
      sayChoices(`${sizes}${language === "zh" ? "" : " "}${words.sizeUnsure}`, intentChoices(["human"], language)),
    ],
  };
}
