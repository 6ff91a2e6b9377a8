import type { Product } from "../../facts.ts";
import { attributesOf, titleOf } from "../../localise.ts";
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
  const stated = attributesOf(product, language)
    .filter(([key]) => /尺码|版型|脚长|size|fit/i.test(key))
    .map(([key, value]) => `${key}${words.sep}${value}`);
  const question = `${titleOf(product, language)} ${product.category} ${said?.text ?? ""}`;
  const guide = findPassage(facts, { text: question, intent: "sizeAdvice", language });
  const isGuide = guide !== undefined && /尺码|选码|size/i.test(guide.title);
  const lines = [...(isGuide ? [guide.answer] : []), ...stated, sizes];
  if (isGuide || stated.length > 0) {
    return { turns: [sayText(lines.join("\n"), isGuide ? [sourceOf(guide)] : undefined)] };
  }
  return {
    turns: [
      sayChoices(`${sizes}${language === "zh" ? "" : " "}${words.sizeUnsure}`, intentChoices(["human"], language)),
    ],
  };
}
