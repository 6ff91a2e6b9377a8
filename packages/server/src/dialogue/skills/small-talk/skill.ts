import { titleOf } from "../../localise.ts";
import type { Skill } from "../skill.ts";
import { intentChoices, productOf, sayChoices, sayText } from "../speak.ts";
import { smallTalkMachine } from "./machine.ts";
import { phrases } from "./phrases.ts";

/** Greetings, thanks, goodbyes, who the bot is, praise and plain complaints. */
export const smallTalk: Skill = {
  name: "smallTalk",
  machine: smallTalkMachine,
  intents: ["greeting", "thanks", "bye", "acknowledge", "whoAreYou", "praise", "complaint"],
  hear({ said }) {
    return said && { type: said.understood.intent };
  },
  perform(action, scene) {
    const words = phrases[scene.language];
    const { language } = scene;
    const product = productOf(scene);
    switch (action) {
      case "greet":
        return product
          ? { turns: [sayText(words.greetProduct(titleOf(product, scene.language)))] }
          : { turns: [sayChoices(words.greet, intentChoices(["recommend", "logistics", "returnGoods"], language))] };
      case "introduceSelf":
        return {
          turns: [sayChoices(words.introduceSelf, intentChoices(["recommend", "orderStatus", "human"], language))],
        };
      case "soothe":
        return { turns: [sayChoices(words.soothe, intentChoices(["human", "orderStatus", "returnGoods"], language))] };
      case "welcome":
      case "farewell":
      case "acknowledge":
      case "thank":
        return { turns: [sayText(words[action])] };
      default:
        return { turns: [] };
    }
  },
};
