import type { Product } from "../../facts.ts";
import { attributesOf, titleOf } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import { besides, optionWords, statedOf, topicsAsked } from "../../stated.ts";
import { optionsOf } from "../../variants.ts";
import { findPassage } from "../find-passage.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sayText, sourceOf } from "../speak.ts";
import { phrases } from "./phrases.ts";

const shownAttributes = 6;

/** What the catalogue says about what was asked; everything it says where nothing particular was. */
export function describe(scene: Scene, product: Product): Deed {
  const { said, language } = scene;
  const words = phrases[language];
  const names = said?.understood.entities.filter(({ kind }) => kind === "product") ?? [];
  const text = besides(
    said?.text ?? "",
    names.flatMap((entity) => entity.text.split(" ")),
  );
  const asked = topicsAsked(text);
  const parts = statedOf(product, text, language).map(([key, value]) => `${key}${words.sep}${value}`);
  if (parts.length > 0) {
    return {
      turns: [sayText(words.attribute(titleOf(product, language), parts.join(language === "zh" ? "，" : "; ")))],
    };
  }
  const passage = asked.length > 0 || isParticular(text) ? findPassage(scene.facts, { text, language }) : undefined;
  if (passage) return { turns: [sayText(passage.answer, [sourceOf(passage)])] };
  if (asked.length > 0 || isParticular(text)) {
    const what = asked[0] === undefined ? words.thisPoint : asked[0][language];
    return {
      turns: [sayChoices(`${words.notListed(what)}\n${summary(scene, product)}`, intentChoices(["human"], language))],
      isOpen: true,
    };
  }
  return { turns: [sayText(summary(scene, product))] };
}

/** A yes-or-no question is about one point; "介绍一下" is about everything. */
function isParticular(text: string): boolean {
  return (
    /[吗么嘛]|会不会|能不能|是不是|厚不厚|透不透|什么颜色|\b(?:does|do|can|is|are|will) (?:it|they|this)\b/i.test(
      text,
    ) && !/怎么样|好吗|介绍|is it good/i.test(text)
  );
}

function summary({ language }: Scene, product: Product): string {
  const words = phrases[language];
  const prices = product.skus.length > 0 ? product.skus.map(({ price }) => price) : [product.price];
  const attributes = attributesOf(product, language).slice(0, shownAttributes);
  const options = optionsOf(product).map((option) => optionWords(option, language));
  const lines = [...attributes, ...options].map(([key, value]) => `${key}${words.sep}${value}`);
  return [words.about(titleOf(product, language), formatRange(prices)), ...lines].join("\n");
}
