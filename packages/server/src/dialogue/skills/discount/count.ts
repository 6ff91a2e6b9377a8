import { numberOf } from "../../../nlu/numerals.ts";
import type { Product } from "../../facts.ts";
import { englishNameOf, standsInName } from "../../localise.ts";
import type { Scene } from "../skill.ts";
import { productOf } from "../speak.ts";

const pair = /对$|\bpairs?$/i;
/** What is sold by the pair: of these a pair is one. */
const comesInPairs =
  /鞋|靴|拖|袜|耳[机环钉坠]|手套|袖套|筷|\b(?:shoes|boots|slippers|sneakers|socks|earrings|earbuds|earphones|gloves|mittens|chopsticks|trousers|pants|jeans)\b/i;

/** How many of the product on the table are wanted; how many are in one is part of its name. */
export function countOf(scene: Scene): number {
  const product = productOf(scene);
  const wanted = scene.said?.understood.entities.find(
    ({ kind, text }) => kind === "quantity" && !(product && standsInName(text, product)),
  );
  if (!wanted) return 1;
  const count = numberOf(wanted.value) ?? 1;
  return pair.test(wanted.text) && !isPair(product) ? count * 2 : count;
}

function isPair(product: Product | undefined): boolean {
  return product !== undefined && comesInPairs.test(`${product.title} ${englishNameOf(product) ?? ""}`);
}
