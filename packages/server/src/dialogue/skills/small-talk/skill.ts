import { titleOf } from "../../localise.ts";
import type { DialogueState } from "../../state.ts";
import type { Skill } from "../skill.ts";
import { intentChoices, productOf, sayChoices, sayText } from "../speak.ts";
import { smallTalkMachine } from "./machine.ts";
import { phrases } from "./phrases.ts";

/** Greetings, thanks, goodbyes, who the bot is, praise and plain complaints. */
export const smallTalk: Skill = {
  name: "smallTalk",
  machine: smallTalkMachine,
  intents: ["greeting", "thanks", "bye", "acknowledge", "whoAreYou", "praise", "complaint"],
  hear({ said, dialogue }) {
    if (!said) return undefined;
    const { intent } = said.understood;
    return { type: intent === "praise" && !isPraise(said.text, dialogue) ? "complaint" : intent };
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

const aggrieving = new Set(["repair", "returnGoods", "exchange", "complaint", "warranty", "refundProgress"]);
const kindWords =
  /[好棒赞牛强]|满意|喜欢|不错|给力|靠谱|厉害|谢|舒服|推荐|回购|[香爱值快]|\p{Extended_Pictographic}|\b(?:good|great|nice|love|perfect|awesome|amazing|excellent|happy|helpful|best|cool|thanks?|well done|fast|quick)\b/iu;

/** Who has just told of something wrong praises only in so many words: "痒得很" is no praise. */
function isPraise(text: string, { asked, moods }: DialogueState): boolean {
  const isAggrieved = aggrieving.has(asked?.intent ?? "") || (moods.at(-2) ?? 0) < 0;
  return !isAggrieved || kindWords.test(text);
}
