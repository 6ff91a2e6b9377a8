import type { LookUp } from "../dialogue/turn.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";
import type { Directory } from "../ports/directory.ts";
import type { Orders } from "../ports/orders.ts";

const latest = 5;

/** Asks the shop's orders for the shopper's own; a shopper the shop has not vouched for has none. */
export function lookUpOrders({ orders, directory }: { orders: Orders; directory: Directory }): EffectRunner {
  return {
    deadlineMs: 5000,
    attempts: 2,
    async run({ shop, input }, { shopper }) {
      const externalId = shopper.verified ? (await directory.shopper(shop, shopper.id))?.externalId : undefined;
      if (!externalId) return { ok: true, orders: [] };
      const { orderId } = input as LookUp;
      return { ok: true, orders: await orders.find({ shop, externalId, limit: latest, ...(orderId && { orderId }) }) };
    },
  };
}
