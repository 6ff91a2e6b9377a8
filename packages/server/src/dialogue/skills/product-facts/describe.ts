import type { Product } from "../../facts.ts";
import { attributesOf, titleOf } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import { besides, isInTitle, nearTo, optionWords, statedOf } from "../../stated.ts";
import { type Topic, topicsAsked } from "../../topics.ts";
import { optionsOf } from "../../variants.ts";
import { findPassage } from "../find-passage.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sayText, sourceOf } from "../speak.ts";
import { phrases } from "./phrases.ts";

const shownAttributes = 6;

/** What the catalogue says about what was asked, or that it says nothing of it; everything where nothing particular was. */
export function describe(scene: Scene, product: Product): Deed {
  const { said, language } = scene;
  const words = phrases[language];
  const names = said?.understood.entities.filter(({ kind }) => kind === "product") ?? [];
  const text = besides(
    said?.text ?? "",
    names.flatMap((entity) => entity.text.split(" ")),
  );
  const stated = statedOf(product, text, language);
  if (stated.length > 0)
    return { turns: [sayText(words.attribute(titleOf(product, language), listed(scene, stated)))] };
  if (isInTitle(product, text, language)) return { turns: [sayText(words.inTitle(titleOf(product, language)))] };
  if (!isParticular(text, product)) return { turns: [sayText(summary(scene, product))] };
  const passage = findPassage(scene.facts, { text, language, ...(said && { asked: said.understood }) });
  return passage ? { turns: [sayText(passage.answer, [sourceOf(passage)])] } : admit(scene, product, topicsAsked(text));
}

/** Says that the page states nothing of it, with what comes near; the whole page is a tap away. */
function admit(scene: Scene, product: Product, asked: Topic[]): Deed {
  const { language } = scene;
  const words = phrases[language];
  const near = nearTo(product, asked, language);
  const known = near.length > 0 ? [words.nearest(listed(scene, near))] : [];
  const what = asked[0]?.[language] ?? words.thisPoint;
  const text = [words.notListed(titleOf(product, language), what), ...known].join("\n");
  return { turns: [sayChoices(text, intentChoices(["productFacts", "human"], language))], isOpen: true };
}

function listed({ language }: Scene, rows: [string, string][]): string {
  return rows.map(([key, value]) => key + phrases[language].sep + value).join(language === "zh" ? "，" : "; ");
}

const questions =
  /[吗么嘛不没][\s\p{P}]*$|[吗么嘛]|(\p{Script=Han}{1,2})[不没]\1|多少|多[久长大高宽重深厚]|[几啥哪谁咋怎]|什么|如何|[?？]|\b(?:does|do|did|can|could|is|are|will|would|has|have|how|what|which|who|where|when|any)\b/iu;
const general =
  /多少钱|价格|介绍|说说|讲讲|了解|看看|详细|详情|资料|参数|信息|怎么?样|咋样|如何|好不好|好吗|好不|质量|品质|材料|东西|商品|产品|宝贝|一下|请问?|给我|帮我|我想?|这|那|个|款|件|它|是|什么|啥|的|吗|呢|吧|么|啊|[\s\p{P}]|\b(?:please|can|could|you|tell|me|more|about|describe|show|details?|info(?:rmation)?|specs?|what|whats|how|hows|much|price|costs?|is|are|it|its|this|that|they|the|one|product|item|any|good|quality|like|so|and|of|s|a|an|do|have|i|to|know|want)\b/giu;

/** A question about one point, whatever its form; "介绍一下" and "这款怎么样" are about everything, which has the price. */
function isParticular(text: string, product: Product): boolean {
  if (topicsAsked(text).length > 0) return true;
  const rest = text.toLowerCase().replace(general, "");
  const titles = (["zh", "en"] as const).map((each) => titleOf(product, each).toLowerCase().replace(general, ""));
  const isNamed = titles.some((title) => title.includes(rest));
  return !isNamed && questions.test(text);
}

function summary({ language }: Scene, product: Product): string {
  const words = phrases[language];
  const prices = product.skus.length > 0 ? product.skus.map(({ price }) => price) : [product.price];
  const attributes = attributesOf(product, language).slice(0, shownAttributes);
  const options = optionsOf(product).map((option) => optionWords(option, language));
  const lines = [...attributes, ...options].map(([key, value]) => `${key}${words.sep}${value}`);
  return [words.about(titleOf(product, language), formatRange(prices)), ...lines].join("\n");
}
