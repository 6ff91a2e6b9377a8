import { bare } from "../../../nlu/normalise.ts";
import type { Product } from "../../facts.ts";
import { isGone, sayGone } from "../gone.ts";
import { categoryChoices, goodsMeant } from "../product-words.ts";
import type { Deed, Scene, Skill } from "../skill.ts";
import { productChoice, productOf, sayChoices } from "../speak.ts";
import { listGoods } from "./candidates.ts";
import { compareProducts } from "./compare.ts";
import { describe } from "./describe.ts";
import { productFactsMachine } from "./machine.ts";
import { alikeOf } from "./narrow.ts";
import { phrases } from "./phrases.ts";
import { recommend } from "./recommend.ts";
import { adviseSize } from "./size-advice.ts";
import { sayStock } from "./stock.ts";
import { asksSales } from "./wishes.ts";

/** Stock, sizes, attributes, comparison and search: all that the catalogue knows. */
export const productFacts: Skill = {
  name: "productFacts",
  machine: productFactsMachine,
  intents: ["productFacts", "stock", "sizeAdvice", "compare", "recommend"],
  hear(scene) {
    const { said } = scene;
    if (!said) return undefined;
    const intent = intentOf(scene);
    const ready =
      intent === "recommend" || (intent === "compare" ? compared(scene).length > 1 : productOf(scene) !== undefined);
    return { type: "asked", intent, ready };
  },
  isAnswer: ({ said }) => said?.understood.entities.some(({ kind }) => kind === "product") ?? false,
  perform(action, scene) {
    if (action === "askWhich") return askWhich(scene);
    const product = productOf(scene);
    switch (scene.context.intent) {
      case "recommend":
        return recommend(scene);
      case "compare":
        return compareProducts(scene, compared(scene));
      case "stock":
        return product ? sayStock(scene, product) : askWhich(scene);
      case "sizeAdvice":
        return product ? adviseSize(scene, product) : askWhich(scene);
      default:
        return product ? describe(scene, product) : askWhich(scene);
    }
  },
};

/** An answer to its own question goes on with what was asked before it; what sells best is compared with nothing. */
function intentOf({ said, context }: Scene): string {
  const intent = said?.understood.intent;
  if (intent === "compare" && asksSales.test(said?.text ?? "")) return "recommend";
  return productFacts.intents.find((name) => name === intent) ?? String(context.intent ?? "productFacts");
}

/** The two products to compare: those named, with the one on the table for the missing one, else the two just listed. */
function compared(scene: Scene): Product[] {
  const { catalogue } = scene.facts;
  const named = scene.said?.understood.entities.filter(({ kind }) => kind === "product") ?? [];
  const listed = named.length === 0 && scene.dialogue.candidates?.length === 2 ? scene.dialogue.candidates : [];
  const current = scene.before?.id ?? scene.dialogue.product?.id;
  const before = listed.length === 0 ? current : undefined;
  const ids = [...new Set([...named.map(({ value }) => value), ...(before === undefined ? [] : [before]), ...listed])];
  const goods = ids.flatMap((id) => catalogue.get(id) ?? []).slice(0, 2);
  const alike = goods.length === 1 ? alikeOf(goods[0]!, catalogue) : [];
  // "和长款那个比": the only other one of its kind is meant.
  return alike.length === 1 ? [...goods, ...alike] : goods;
}

function askWhich(scene: Scene): Deed {
  const words = phrases[scene.language];
  if (isGone(scene)) return sayGone(scene);
  const goods = goodsMeant(scene);
  if (scene.context.intent === "compare" && productOf(scene) !== undefined) {
    const others = goods.length > 0 ? goods : compared(scene).flatMap((one) => alikeOf(one, scene.facts.catalogue));
    const choices = others.map((product) => productChoice(product, scene.language));
    return {
      turns: [sayChoices(words.whichSecond, choices.length > 0 ? choices : categoryChoices(scene))],
      outcome: "asked",
      ...(others.length > 0 && { dialogue: { candidates: others.map(({ id }) => id) } }),
    };
  }
  if (goods.length > 0) {
    const isNamed = scene.said?.understood.entities.some(({ kind }) => kind === "product") ?? false;
    return { ...listGoods(scene, isNamed ? words.several(goods.length) : words.open, goods), outcome: "asked" };
  }
  const isLink = scene.said !== undefined && bare(scene.said.text) === "" && /https?:/i.test(scene.said.text);
  return { turns: [sayChoices(isLink ? words.unknownLink : words.which, categoryChoices(scene))], outcome: "asked" };
}
