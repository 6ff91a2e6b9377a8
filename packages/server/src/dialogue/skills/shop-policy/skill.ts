import type { Intent } from "../../../nlu/intents/registry.ts";
import { findPassage } from "../find-passage.ts";
import { pointOf } from "../policy-points.ts";
import type { Scene, Skill } from "../skill.ts";
import { intentChoices, sayChoices, sourceOf } from "../speak.ts";
import { shopPolicyMachine } from "./machine.ts";
import { phrases } from "./phrases.ts";

const topics: readonly Intent[] = [
  "shipping",
  "invoice",
  "payment",
  "priceProtection",
  "repair",
  "warranty",
  "authenticity",
  "install",
  "storeInfo",
  "privacy",
  "membership",
];

/** Topics after which many shoppers still need somebody to act. */
const mayNeedHuman = new Set<string>(["repair", "invoice", "priceProtection", "payment", "privacy", "install"]);

/** Points after which a shopper may want to see how their own order stands. */
const delivery = /发货|能到|快递|物流|签收/;

/** Answers from the shop's own pages, with the passage cited. */
export const shopPolicy: Skill = {
  name: "shopPolicy",
  machine: shopPolicyMachine,
  intents: [...topics, "shopPolicy"],
  hear(scene) {
    return scene.said && { type: "asked", found: passageFor(scene) !== undefined };
  },
  perform(action, scene) {
    const { language } = scene;
    const passage = passageFor(scene);
    if (action === "cite" && passage) {
      const intent = scene.said?.understood.intent ?? "";
      const point = pointOf(scene.said?.text ?? "");
      const topic = point?.intent ?? intent;
      if (delivery.test(point?.ask.zh ?? "")) {
        const text = [passage.answer, phrases[language].ownOrder].join("\n");
        return { turns: [sayChoices(text, intentChoices(["logistics"], language), [sourceOf(passage)])] };
      }
      const choices = mayNeedHuman.has(topic) ? intentChoices(["human"], language) : [];
      return { turns: [sayChoices(passage.answer, choices, [sourceOf(passage)])] };
    }
    const choices = intentChoices(["shipping", "returnGoods", "orderStatus", "human"], language);
    return { turns: [sayChoices(phrases[language].unknown, choices)], outcome: "fellBack" };
  },
};

function passageFor({ said, facts, language }: Scene) {
  if (!said) return undefined;
  const intent = said.understood.intent as Intent;
  const isTopic = topics.includes(intent) && said.understood.confidence >= facts.shop.settings.confidence.offer;
  return findPassage(facts, { text: said.text, language, ...(isTopic && { intent }) });
}
