import type { Intent } from "../../../nlu/intents/registry.ts";
import { exceptionsTo } from "../exceptions.ts";
import { findPassage } from "../find-passage.ts";
import { pointOf } from "../policy-points.ts";
import type { Scene, Skill } from "../skill.ts";
import { intentChoices, productOf, sayChoices, sourceOf } from "../speak.ts";
import { continuedIn } from "./continued.ts";
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
      const point = pointOf(scene.said?.text ?? "", scene.said?.understood);
      const topic = point?.intent ?? (isPolicyTopic(intent) ? intent : (scene.dialogue.cited?.intent ?? intent));
      if (delivery.test(point?.ask.zh ?? "")) {
        const text = [passage.answer, ...(scene.facts.isSignedIn ? [] : [phrases[language].ownOrder])].join("\n");
        return { turns: [sayChoices(text, intentChoices(["logistics"], language), [sourceOf(passage)])] };
      }
      const choices = mayNeedHuman.has(topic) ? intentChoices(["human"], language) : [];
      const exceptions = exceptionsTo(passage, { facts: scene.facts, product: productOf(scene), language });
      const told = exceptions ? [passage, exceptions] : [passage];
      return { turns: [sayChoices(told.map(({ answer }) => answer).join("\n"), choices, told.map(sourceOf))] };
    }
    const choices = intentChoices(["shipping", "returnGoods", "orderStatus", "human"], language);
    return { turns: [sayChoices(phrases[language].unknown, choices)], outcome: "fellBack" };
  },
};

function isPolicyTopic(intent: string): boolean {
  return topics.some((topic) => topic === intent);
}

function passageFor({ said, facts, dialogue, language }: Scene) {
  if (!said) return undefined;
  const continued = continuedIn(facts, dialogue, said);
  if (continued) return continued;
  const intent = said.understood.intent as Intent;
  const isTopic = topics.includes(intent) && said.understood.confidence >= facts.shop.settings.confidence.offer;
  return findPassage(facts, { text: said.text, asked: said.understood, language, ...(isTopic && { intent }) });
}
