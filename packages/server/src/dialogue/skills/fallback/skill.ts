import type { Choice } from "@yiwen/shared";
import { type Intent, isIntent } from "../../../nlu/intents/registry.ts";
import { titleOf } from "../../localise.ts";
import { humanChoice } from "../../words.ts";
import { goodsMeant } from "../product-words.ts";
import type { Scene, Skill } from "../skill.ts";
import { intentChoices, productChoice, productOf, sayChoice, sayChoices } from "../speak.ts";
import { fallbackMachine } from "./machine.ts";
import { phrases } from "./phrases.ts";

const offered = 3;

/** Never a dead end: what may have been meant, or three things it can do here, and the way to a human. */
export const fallback: Skill = {
  name: "fallback",
  machine: fallbackMachine,
  intents: ["other"],
  hear({ said, facts }) {
    if (!said) return undefined;
    const { act, offer } = facts.shop.settings.confidence;
    const { confidence, intent } = said.understood;
    return { type: intent !== "other" && confidence >= offer && confidence < act ? "unsure" : "missed" };
  },
  perform(action, scene) {
    const words = phrases[scene.language];
    if (action === "offerMeanings") {
      const likely = meanings(scene);
      const others = possible(scene).filter(({ label }) => !likely.some((l) => l.label === label));
      const choices = likely.length > 1 ? likely : [...likely, ...others];
      if (likely.length > 0)
        return {
          turns: [sayChoices(words.unsure, [...choices.slice(0, offered), humanChoice[scene.language]])],
          outcome: "asked",
        };
    }
    const choices = [...possible(scene), humanChoice[scene.language]];
    return { turns: [sayChoices(words.missed, choices)], outcome: "fellBack" };
  },
};

/** Small talk is never what a shopper has to be asked about. */
const chat = new Set<string>(["greeting", "thanks", "bye", "acknowledge", "praise", "whoAreYou", "human", "other"]);
const leastLikely = 0.04;

/** Nobody who reads a product's page, without an order, wants these. */
const ofOrders = new Set<string>(["cancelOrder", "modifyOrder", "complaint", "refundProgress", "urgeShipping"]);

/** The likeliest intents as questions. */
function meanings(scene: Scene): Choice[] {
  const { said, language, dialogue } = scene;
  if (!said) return [];
  const isBefore = productOf(scene) !== undefined && dialogue.orderId === undefined;
  const { intent: best, confidence, alternatives } = said.understood;
  const names = [{ intent: best, confidence }, ...alternatives]
    .filter((guess) => guess.confidence >= leastLikely && !chat.has(guess.intent))
    .filter((guess) => !(isBefore && ofOrders.has(guess.intent)))
    .map(({ intent }) => intent);
  return intentChoices(names.filter(isIntent).slice(0, offered), language);
}

/** Three things that can be done here: about the product on the table, the order, or the shop. */
function possible(scene: Scene): Choice[] {
  const words = phrases[scene.language];
  const product = productOf(scene);
  if (product) {
    return [
      sayChoice(words.productPrice(titleOf(product, scene.language))),
      sayChoice(words.productStock(titleOf(product, scene.language))),
      ...intentChoices(["shipping"], scene.language),
    ];
  }
  const goods = goodsMeant(scene);
  const intents: Intent[] = scene.dialogue.orderId
    ? ["logistics", "returnGoods", "invoice"]
    : ["recommend", "logistics", "returnGoods"];
  const near = goods.map((one) => productChoice(one, scene.language));
  return [...near, ...intentChoices(intents, scene.language)].slice(0, offered);
}
