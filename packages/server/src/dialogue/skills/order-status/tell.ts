import type { OrderCard } from "@yiwen/shared";
import { askFor, type Intent } from "../../../nlu/intents/registry.ts";
import { formatMoney } from "../../money.ts";
import type { Turn } from "../../turn.ts";
import { findPassage } from "../find-passage.ts";
import { pointOf } from "../policy-points.ts";
import type { Scene } from "../skill.ts";
import { formatTime, intentChoices, sayChoices, sayText, sourceOf } from "../speak.ts";
import { phrases } from "./phrases.ts";

const refunds = new Set<OrderCard["status"]>(["refunding", "refunded"]);

/** Says what an order's card says, as far as it answers what was asked; of one told just before only how it goes on. */
export function tellOrder(scene: Scene, order: OrderCard): Turn[] {
  const { language, facts } = scene;
  if (isFurther(scene, order)) return [sayChoices(goesOn(scene, order).join("\n"), nextSteps("logistics", language))];
  const words = phrases[language];
  const intent = String(scene.context.intent);
  const lines = [words.order(order.id, words.status[order.status])];
  if (intent === "orderStatus")
    lines.push(words.placed(formatTime(order.placedAt, language, facts), formatMoney(order.total)));
  if (intent === "refundProgress") lines.push(...refundLines(scene, order));
  else lines.push(...shippingLines(scene, order));
  const card: Turn = { do: "say", content: { kind: "order", orderId: order.id } };
  const text = lines.join("\n");
  const passage =
    intent === "refundProgress"
      ? findPassage(facts, { text: refundQuestion(scene, order), intent, language })
      : undefined;
  const policy = passage ? [sayText(passage.answer, [sourceOf(passage)])] : [];
  return [card, sayChoices(text, nextSteps(intent, language)), ...policy];
}

/** Money for what never left the shop comes back by another rule than for what was sent back. */
const ofUnsent = { zh: "取消订单后钱什么时候退", en: "when is the money refunded after cancelling an order" };

/** What the shop's pages are asked about a refund. */
function refundQuestion({ context, language }: Scene, { status }: OrderCard): string {
  if (status === "paid" || status === "cancelled") return ofUnsent[language];
  const question = String(context.question ?? "");
  return question !== "" && pointOf(question) ? question : askFor("refundProgress", language);
}

/** Another question about a parcel that was told of just before: its card would be said twice. */
function isFurther({ context, dialogue }: Scene, { status }: OrderCard): boolean {
  const isOfParcel = context.intent === "logistics" || context.intent === "urgeShipping";
  const isRepeated = (dialogue.questions.at(-1)?.times ?? 1) > 1;
  return context.isAgain === true && isOfParcel && !isRepeated && (status === "shipped" || status === "paid");
}

function refundLines(scene: Scene, order: OrderCard): string[] {
  return refunds.has(order.status) ? progressLine(scene, order) : [phrases[scene.language].noRefund];
}

/** The latest that happened to an order, where anything did. */
export function progressLine({ language, facts }: Scene, { latest }: OrderCard): string[] {
  return latest ? [phrases[language].progress(formatTime(latest.at, language, facts), latest.text)] : [];
}

function goesOn(scene: Scene, order: OrderCard): string[] {
  const words = phrases[scene.language];
  if (order.status === "paid") return [words.notShipped];
  return [...progressLine(scene, order), scene.context.intent === "urgeShipping" ? words.urged : words.noDate];
}

function shippingLines({ language, facts, context }: Scene, order: OrderCard): string[] {
  const words = phrases[language];
  const lines: string[] = [];
  if (order.carrier) {
    lines.push(
      words.carrier(order.carrier) + (order.trackingNumber ? words.tracking(order.trackingNumber) : "") + words.end,
    );
  }
  if (order.latest) lines.push(words.latest(formatTime(order.latest.at, language, facts), order.latest.text));
  if (order.status === "paid") lines.push(words.notShipped);
  else if (order.status === "shipped") lines.push(context.intent === "urgeShipping" ? words.urged : words.noDate);
  return lines;
}

function nextSteps(intent: string, language: Scene["language"]) {
  const next: Intent[] = intent === "orderStatus" ? ["logistics", "returnGoods", "invoice"] : ["human"];
  return intentChoices(next, language);
}
