import { titleOf } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import { optionsOf } from "../../variants.ts";
import type { Deed, Scene, Skill } from "../skill.ts";
import { intentChoices, productOf, sayChoice, sayChoices } from "../speak.ts";
import { welcomeMachine } from "./machine.ts";
import { phrases } from "./phrases.ts";

/** Opens the conversation: about the product when there is one, else with what the bot can do. */
export const welcome: Skill = {
  name: "welcome",
  machine: welcomeMachine,
  intents: [],
  hear({ input, dialogue, facts }) {
    const productId =
      input.type === "opened" ? input.consult?.productId : input.type === "consulted" ? input.productId : undefined;
    if (productId !== undefined) return { type: productOf({ dialogue, facts }) ? "consulted" : "gone" };
    return input.type === "opened" ? { type: "opened" } : undefined;
  },
  perform(action, scene) {
    if (action === "introduce") return introduce(scene);
    const words = phrases[scene.language];
    const text = action === "admitGone" ? words.gone : words.hello(scene.facts.shop.name);
    return { turns: [sayChoices(text, intentChoices(["recommend", "logistics", "returnGoods"], scene.language))] };
  },
};

function introduce(scene: Scene): Deed {
  const product = productOf(scene);
  if (!product) return { turns: [] };
  const words = phrases[scene.language];
  const prices = product.skus.length > 0 ? product.skus.map(({ price }) => price) : [product.price];
  const stock = product.stock > 0 ? words.inStock(product.stock) : words.soldOut;
  const hasOptions = optionsOf(product).some(({ values }) => values.length > 1);
  const choices = [words.coupon, hasOptions ? words.stock : words.stockPlain, words.shipping];
  return {
    turns: [
      sayChoices(
        words.product(titleOf(product, scene.language), formatRange(prices), stock),
        choices.map((text) => sayChoice(text)),
      ),
    ],
  };
}
