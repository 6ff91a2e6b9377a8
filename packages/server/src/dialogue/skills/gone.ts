import { categoryChoices } from "./product-words.ts";
import type { Deed, Scene } from "./skill.ts";
import { productOf, sayChoices } from "./speak.ts";

const words = {
  zh: "这件商品已经不再销售了。您可以告诉我想找什么，或者先看看这些类别：",
  en: "This product isn't sold any more. Tell me what you're looking for, or have a look around:",
};

/** Whether the product on the table is no longer on sale and the message is about no other. */
export function isGone({ dialogue, facts, said }: Scene): boolean {
  const isNamed = said?.understood.entities.some(({ kind }) => kind === "product") ?? false;
  return dialogue.product !== undefined && !isNamed && !productOf({ dialogue, facts }) && !dialogue.candidates?.length;
}

/** That the product asked about is no longer on sale, with what there is. */
export function sayGone(scene: Scene): Deed {
  return { turns: [sayChoices(words[scene.language], categoryChoices(scene))], outcome: "asked" };
}
