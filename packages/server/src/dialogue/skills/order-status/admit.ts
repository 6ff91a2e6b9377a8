import type { Language } from "@yiwen/shared";
import type { KnownPassage } from "../../facts.ts";
import { findPoint } from "../find-passage.ts";
import { pointOf } from "../policy-points.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sourceOf } from "../speak.ts";
import { phrases } from "./phrases.ts";

/** From here down a shopper is upset. */
const upsetBelow = -0.3;

/** What the shop's pages say to the same question, for a shopper whose orders can't be seen. */
function generally({ facts, language, context }: Scene): KnownPassage | undefined {
  const question = String(context.question ?? "");
  const intent = String(context.intent);
  const isOnTheWay = intent === "orderStatus" && onTheWay.test(question);
  const asked = { intent, confidence: 1, alternatives: [] };
  const plain = pointOf(question, asked) ? question : usually[isOnTheWay ? "logistics" : intent]?.[language];
  return plain === undefined ? undefined : findPoint(facts, { text: plain, asked, language });
}

const onTheWay = /到|送|物流|快递|\b(?:where|arrive|deliver|when)/i;

/** The general question behind one about an order. */
const usually: Record<string, Record<Language, string>> = {
  logistics: { zh: "几天能到", en: "how long does delivery take" },
  urgeShipping: { zh: "几天能发货", en: "when will you ship" },
  refundProgress: { zh: "退款多久到账", en: "how long does a refund take" },
};

/** A number that finds nothing is forgotten, so that the next question isn't about it. */
export function admitNone(scene: Scene): Deed {
  const { input, dialogue, language } = scene;
  const words = phrases[language];
  const asked = input.type === "lookedUp" ? input.lookUp.orderId : undefined;
  const isUpset = (dialogue.moods.at(-1) ?? 0) <= upsetBelow;
  // Who is angry needs no general words, and who asks the same again has read them.
  const isNews = !isUpset && (dialogue.questions.at(-1)?.times ?? 1) < 2;
  const passage = asked === undefined && isNews ? generally(scene) : undefined;
  const noneSeen = scene.context.misses === 1 ? words.none : words.noneAgain;
  const none = scene.facts.isSignedIn ? words.noneOfYours : noneSeen;
  const text = isUpset
    ? words.upset
    : [asked === undefined ? none : words.noneById(asked), ...(passage ? [words.generally(passage.answer)] : [])].join(
        "\n",
      );
  const forget = dialogue.orderId !== undefined && dialogue.orderId === asked;
  return {
    turns: [sayChoices(text, intentChoices(["human"], language), passage && [sourceOf(passage)])],
    ...(forget && { dialogue: { orderId: undefined } }),
  };
}

/** What can't be found time after time a human has to look for. */
export function giveUp({ context, input }: Scene): Deed {
  const asked = input.type === "lookedUp" ? input.lookUp.orderId : undefined;
  const text = String(context.question || (asked ?? ""));
  const times = Number(context.misses) + 1;
  return {
    turns: [{ do: "handOver", reasons: [{ code: "repeated_question", times, text }] }],
    outcome: "handedOver",
  };
}
