import type { OrderCard, OrderStatus } from "@yiwen/shared";
import type { Facts } from "../../facts.ts";
import { ordersNamed } from "./named.ts";

/** What a question about orders is judged by. */
export type About = {
  intent: string;
  question: string;
  /** The order spoken of. */
  spoken?: string;
  /** The order that the conversation was opened on: meant until another is named. */
  pinned?: string;
  /** The order that a change was wished for: its money is what is asked for next. */
  wished?: string;
  /** Asked of no order but how it is done: only one that is named or spoken of is meant. */
  isGeneral: boolean;
  facts: Pick<Facts, "catalogue">;
};

/** Where an order can stand for a question to be about it, the likeliest first. */
const likely: Record<string, OrderStatus[][]> = {
  logistics: [["shipped"], ["paid"], ["delivered"]],
  urgeShipping: [["paid", "shipped"]],
  refundProgress: [["refunding"], ["refunded"], ["cancelled"]],
  cancelOrder: [["unpaid", "paid"], ["shipped"]],
  modifyOrder: [["unpaid", "paid"], ["shipped"]],
  returnGoods: [["delivered"], ["shipped", "completed"]],
  exchange: [["delivered"], ["shipped", "completed"]],
};

/** Words that say how an order stands. */
const saidStatus: [RegExp, OrderStatus[]][] = [
  [/没付款|未付款|待付款|还没付|unpaid|not paid|(?:haven'?t|didn'?t) (?:yet )?pa(?:y|id)/i, ["unpaid"]],
  [/签收|(?<!没|未)收到了?|送达|\b(?:delivered|received|arrived)\b/i, ["delivered", "completed"]],
  [/(?:没|未|不)(?:有)?发货|待发货|\b(?:not|n'?t)(?: been)?(?: yet)? (?:ship|sent|dispatch)/i, ["paid"]],
  [/派送|配送|运输|在路上|不动|没动|物流|快递|\b(?:on (?:its|the) way|in transit|moved|stuck)\b/i, ["shipped"]],
  [/取消了的?|已取消|\bcancell?ed\b/i, ["cancelled"]],
];

/** The orders that a question can be about: those it names, else the one spoken of, else those that stand as it supposes. */
export function ordersMeant(orders: OrderCard[], about: About): OrderCard[] {
  const named = ordersNamed(about.question, orders, about.facts);
  if (named.length === 0) {
    const kept = orders.filter(({ id, status }) => id === about.spoken && isStillMeant({ id, status }, about));
    if (kept.length > 0 || about.isGeneral) return kept;
  }
  const pool = named.length > 0 ? named : orders;
  const fitting = tiersOf(about).map((tier) => pool.filter(({ status }) => tier.includes(status)));
  return fitting.find(({ length }) => length > 0) ?? pool;
}

function tiersOf({ intent, question }: About): OrderStatus[][] {
  const said = saidStatus.filter(([words]) => words.test(question)).map(([, states]) => states);
  const known = likely[intent] ?? [];
  // A refund is never looked for among other orders, whatever else was said of it.
  return intent === "refundProgress" ? known : [...said, ...known];
}

/** Another question stays with the order spoken of as long as it could be about it. */
function isStillMeant({ id, status }: Pick<OrderCard, "id" | "status">, about: About): boolean {
  const tiers = likely[about.intent];
  if (id === about.pinned || (id === about.wished && about.intent === "refundProgress")) return true;
  return tiers === undefined || tiers.some((tier) => tier.includes(status));
}
