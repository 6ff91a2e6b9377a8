import { cut, type OrderCard } from "@yiwen/shared";
import type { Intent } from "../../../nlu/intents/registry.ts";
import { titleOf } from "../../localise.ts";
import type { DialogueInput, Turn } from "../../turn.ts";
import type { Deed, Scene, Skill, SkillEvent } from "../skill.ts";
import { intentChoices, sayChoice, sayChoices, sayText } from "../speak.ts";
import { admitNone, giveUp } from "./admit.ts";
import { explainChange, isGeneral } from "./change.ts";
import { orderStatusMachine } from "./machine.ts";
import { ordersMeant } from "./meant.ts";
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
    const { input, said } = scene;
    if (input.type === "lookedUp") return heardResult(scene, input);
    if (!said) {
      const { orderId } = scene.dialogue;
      return orderId === undefined ? undefined : { type: "asked", intent: "orderStatus", kind: "look", orderId };
    }
    if (isPick(scene)) return { type: "asked", ...askedBefore(scene), kind: "look" };
    const intent = intentOf(scene);
    const question = cut(withGoods(said), keptQuestion);
    return { type: "asked", intent, kind: kindOf(intent, scene), question, ...(isChange(intent) && faultOf(scene)) };
  },
  isAnswer: (scene) => namedIn(scene) !== undefined || namesGoods(scene),
  perform(action, scene) {
    switch (action) {
      case "lookUp":
        // Asked about in words, the order spoken of is looked up among all: the words may mean another.
        return lookUp(scene.said ? namedIn(scene) : scene.dialogue.orderId);
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
        return { turns: explainChange(scene) };
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

function isChange(intent: unknown): boolean {
  return changes.some((name) => name === intent);
}

function intentOf({ said, context }: Scene): string {
  return (
    orderStatus.intents.find((name) => name === said?.understood.intent) ?? String(context.intent ?? "orderStatus")
  );
}

/** The order whose number stands in the message. */
function namedIn({ said, context }: Scene): string | undefined {
  return (
    pickedOf(said?.text ?? "", context.offered) ?? said?.understood.entities.find(({ kind }) => kind === "order")?.value
  );
}

/** Only an order was picked, by its number or by what is in it: what was asked before is asked of that one. */
function isPick(scene: Scene): boolean {
  const { said, context } = scene;
  if (said?.understood.intent === "orderStatus" && pickedOf(said.text, context.offered) !== undefined) return true;
  return namesGoods(scene) && said?.understood.intent === "productFacts";
}

/** "羽绒服那个", after the bot asked which order. */
function namesGoods({ said, dialogue }: Scene): boolean {
  const { skill, value } = dialogue.stack.at(-1) ?? {};
  const isAsked = skill === orderStatus.name && value === "askingOrder";
  return isAsked && (said?.understood.entities.some(({ kind }) => kind === "product") ?? false);
}

/** The message with the goods that it names: a question made whole has lost their title. */
function withGoods({ text, understood }: NonNullable<Scene["said"]>): string {
  const goods = understood.entities.filter(({ kind }) => kind === "product").map(({ text: words }) => words);
  return [text, ...new Set(goods.filter((words) => !text.includes(words)))].join(" ");
}

function askedBefore(scene: Scene): { intent: string; question: string; isFaulty: boolean } {
  const { context, said } = scene;
  const before = String(context.question ?? "");
  // Its goods find the order again among all, its number does so by itself.
  const question =
    namedIn(scene) === undefined ? cut(`${said ? withGoods(said) : ""} ${before}`, keptQuestion) : before;
  return { intent: String(context.intent ?? "orderStatus"), question, isFaulty: context.isFaulty === true };
}

/** A change is looked up first where orders can be seen; how one is made in general needs none. */
function kindOf(intent: string, { facts, said, dialogue }: Scene): "look" | "change" {
  if (!isChange(intent)) return "look";
  const isOwn = dialogue.orderId !== undefined || said?.understood.entities.some(({ kind }) => kind === "product");
  return facts.isSignedIn && (isOwn || !isGeneral(said?.text ?? "")) ? "look" : "change";
}

/** After talk of something broken a wish to change it is about that. */
function faultOf({ dialogue, said }: Scene): { isFaulty?: true; question?: string } {
  if (dialogue.asked?.intent !== "repair" || !said) return {};
  return { isFaulty: true, question: cut(`${said.text} ${dialogue.asked.text}`, keptQuestion) };
}

function heardResult(scene: Scene, { result, lookUp }: Extract<DialogueInput, { type: "lookedUp" }>): SkillEvent {
  if (!result.ok) return { type: "failed" };
  const found = relevant(scene);
  const orderId = found.length === 1 ? found[0]?.id : undefined;
  // A number that finds nothing is said to, whatever was wanted of it.
  const isUnknown = found.length === 0 && lookUp.orderId !== undefined;
  const offered = offerable(shownOf(scene));
  return {
    type: "found",
    count: found.length,
    offered,
    orderId,
    isChange: !isUnknown && isChange(scene.context.intent),
  };
}

/** The orders that the question can be about; one that was asked for by its id is that one. */
function relevant({ input, context, dialogue, facts }: Scene): OrderCard[] {
  if (input.type !== "lookedUp" || !input.result.ok) return [];
  const { orders } = input.result;
  if (input.lookUp.orderId !== undefined) return orders;
  const { intent = "orderStatus", question = "", pinned, wished } = context;
  return ordersMeant(orders, {
    intent: String(intent),
    question: String(question),
    ...(dialogue.orderId !== undefined && { spoken: dialogue.orderId }),
    ...(typeof pinned === "string" && { pinned }),
    ...(typeof wished === "string" && { wished }),
    isGeneral: isChange(intent) && isGeneral(String(question)),
    facts,
  });
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
  if (!order) return { turns: [] };
  return {
    turns: isChange(scene.context.intent) ? explainChange(scene, order) : tellOrder(scene, order),
    dialogue: { orderId: order.id },
  };
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
  if (!isChange(scene.context.intent)) return { turns: [sayChoices(words.which, choices)], outcome: "asked" };
  const [explained] = explainChange(scene);
  const which = sayChoices(words.whichToChange, [...choices, ...intentChoices(["human"], scene.language)]);
  return { turns: [...(explained ? [plain(explained)] : []), which], outcome: "asked" };
}

/** The words of a turn without its choices: what comes after has others. */
function plain(turn: Turn): Turn {
  if (turn.do !== "say" || turn.content.kind !== "choices") return turn;
  return sayText(turn.content.text, turn.sources);
}
