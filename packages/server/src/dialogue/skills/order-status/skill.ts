import { cut, type OrderCard } from "@yiwen/shared";
import type { Intent } from "../../../nlu/intents/registry.ts";
import { isWithdrawal } from "../../../nlu/intents/rules.ts";
import { titleOf } from "../../localise.ts";
import type { DialogueInput } from "../../turn.ts";
import { findPassage } from "../find-passage.ts";
import { pointOf } from "../policy-points.ts";
import type { Deed, Scene, Skill, SkillEvent } from "../skill.ts";
import { intentChoices, sayChoice, sayChoices, sayText, sourceOf } from "../speak.ts";
import { admitNone, giveUp } from "./admit.ts";
import { orderStatusMachine } from "./machine.ts";
import { offerable, pickedOf } from "./offered.ts";
import { phrases } from "./phrases.ts";
import { tellOrder } from "./tell.ts";

const looks: readonly Intent[] = ["orderStatus", "logistics", "urgeShipping", "refundProgress"];
const changes: readonly Intent[] = ["cancelOrder", "modifyOrder", "returnGoods", "exchange"];
const shownOrders = 5;
/** The answer comes after a look-up, so the question is kept until then. */
const keptQuestion = 80;

/** Orders, logistics and refunds from the shop's own records; changes to an order are explained and offered to a person. */
export const orderStatus: Skill = {
  name: "orderStatus",
  machine: orderStatusMachine,
  intents: [...looks, ...changes],
  hear(scene) {
    const { input } = scene;
    if (input.type === "lookedUp") return heardResult(scene, input);
    const orderId = orderIdOf(scene);
    if (!scene.said)
      return orderId === undefined ? undefined : { type: "asked", intent: "orderStatus", kind: "look", orderId };
    const intent = intentOf(scene);
    const kind = changes.some((name) => name === intent) ? "change" : "look";
    return { type: "asked", intent, kind, orderId, question: cut(scene.said.text, keptQuestion) };
  },
  isAnswer: (scene) => namedIn(scene) !== undefined,
  perform(action, scene) {
    switch (action) {
      case "lookUp":
        return lookUp(orderIdOf(scene));
      case "tell":
        return tell(scene);
      case "askWhich":
        return askWhich(scene);
      case "askAgain":
        return { turns: [sayText(phrases[scene.language].again)] };
      case "admitNone":
        return admitNone(scene);
      case "giveUp":
        return giveUp(scene);
      case "explain":
        return explain(scene);
      case "handOver":
        return {
          turns: [{ do: "handOver", reasons: [{ code: "look_up_down", what: "orders" }] }],
          outcome: "handedOver",
        };
      default:
        return { turns: [] };
    }
  },
};

function intentOf({ said, context }: Scene): string {
  return (
    orderStatus.intents.find((name) => name === said?.understood.intent) ?? String(context.intent ?? "orderStatus")
  );
}

/** The order named in the message, else the one that the conversation is about. */
function orderIdOf(scene: Scene): string | undefined {
  return namedIn(scene) ?? scene.dialogue.orderId;
}

function namedIn({ said, context }: Scene): string | undefined {
  return (
    pickedOf(said?.text ?? "", context.offered) ?? said?.understood.entities.find(({ kind }) => kind === "order")?.value
  );
}

function heardResult(scene: Scene, { result }: Extract<DialogueInput, { type: "lookedUp" }>): SkillEvent {
  if (!result.ok) return { type: "failed" };
  return { type: "found", count: relevant(scene).length, offered: offerable(shownOf(scene)) };
}

/** The orders that the question can be about: one that alone fits it, else all. */
function relevant({ input, context }: Scene): OrderCard[] {
  if (input.type !== "lookedUp" || !input.result.ok) return [];
  const { orders } = input.result;
  const states: OrderCard["status"][] =
    context.intent === "refundProgress" ? ["refunding", "refunded"] : ["paid", "shipped"];
  const fitting = orders.filter(({ status }) => states.includes(status));
  return fitting.length === 1 && context.intent !== "orderStatus" ? fitting : orders;
}

function lookUp(orderId: string | undefined): Deed {
  const turn = {
    do: "lookUp" as const,
    lookUp: { kind: "orders" as const, ...(orderId !== undefined && { orderId }) },
  };
  return { turns: [turn], outcome: "lookingUp", ...(orderId !== undefined && { dialogue: { orderId } }) };
}

/** The first item's name in the shopper's language, where the catalogue still has it. */
function itemTitle({ facts, language }: Scene, items: OrderCard["items"]): string {
  const product = facts.catalogue.get(items[0]?.productId ?? "");
  return product && language === "en" ? titleOf(product, language) : (items[0]?.title ?? "");
}

function tell(scene: Scene): Deed {
  const order = relevant(scene)[0];
  return order ? { turns: tellOrder(scene, order), dialogue: { orderId: order.id } } : { turns: [] };
}

/** The orders to pick from, the latest first. */
function shownOf(scene: Scene): OrderCard[] {
  return [...relevant(scene)].sort((a, b) => b.placedAt - a.placedAt).slice(0, shownOrders);
}

function askWhich(scene: Scene): Deed {
  const words = phrases[scene.language];
  const choices = shownOf(scene).map(({ id, items, status }) =>
    sayChoice(words.pick(id), words.label(id, itemTitle(scene, items), words.status[status])),
  );
  return { turns: [sayChoices(words.which, choices)], outcome: "asked" };
}

/** Words of someone who wants it done, not explained. */
const wants = /我(?:要|想)|帮我|给我|麻烦|申请|办理|能帮|\bi (?:want|need|'?d like)\b|please|help me/i;

function explain(scene: Scene): Deed {
  const { facts, language, said } = scene;
  const intent = String(scene.context.intent);
  const choices = intentChoices(["human", "orderStatus"], language);
  const passage = isWithdrawal(said?.text ?? "")
    ? undefined
    : findPassage(facts, { text: said?.text ?? "", intent, language });
  if (!passage) return { turns: [sayChoices(phrases[language].change, choices)] };
  if (pointOf(said?.text ?? "") && !wants.test(said?.text ?? "")) {
    return { turns: [sayChoices(passage.answer, choices, [sourceOf(passage)])] };
  }
  return { turns: [sayText(passage.answer, [sourceOf(passage)]), sayChoices(phrases[language].change, choices)] };
}
