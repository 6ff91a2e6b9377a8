import type { LookUp } from "../dialogue/turn.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";
import type { Directory } from "../ports/directory.ts";
import type { Orders } from "../ports/orders.ts";
import { ownOrders } from "../shop/own-orders.ts";

/** Asks the shop's orders for the shopper's own. */
export function lookUpOrders(world: { orders: Orders; directory: Directory }): EffectRunner {
  return {
    deadlineMs: 5000,
    attempts: 2,
    async run({ input }, conversation) {
      return { ok: true, orders: await ownOrders(world, conversation, (input as LookUp).orderId) };
    },
  };
}
