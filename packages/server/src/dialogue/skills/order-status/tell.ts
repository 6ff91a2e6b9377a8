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

/** Says what an order's card says, as far as it answers what was asked. */
export function tellOrder(scene: Scene, order: OrderCard): Turn[] {
  const { language, facts } = scene;
  const words = phrases[language];
  const intent = String(scene.context.intent);
  const lines = [words.order(order.id, words.status[order.status])];
  if (intent === "orderStatus")
    lines.push(words.placed(formatTime(order.placedAt, language, facts), formatMoney(order.total)));
  if (intent === "refundProgress") lines.push(...refundLines(scene, order));
  else lines.push(...shippingLines(scene, order));
  const card: Turn = { do: "say", content: { kind: "order", orderId: order.id } };
  const text = lines.join("\n");
  const question = String(scene.context.question ?? "");
  const asked =
    question !== "" && pointOf(question)
      ? question
      : askFor(intent === "refundProgress" ? intent : "logistics", language);
  const passage = intent === "refundProgress" ? findPassage(facts, { text: asked, intent, language }) : undefined;
  const policy = passage ? [sayText(passage.answer, [sourceOf(passage)])] : [];
  return [card, sayChoices(text, nextSteps(intent, language)), ...policy];
}

function refundLines({ language }: Scene, order: OrderCard): string[] {
  return refunds.has(order.status) ? [] : [phrases[language].noRefund];
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
