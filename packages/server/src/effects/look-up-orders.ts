import type { LookUp } from "../dialogue/turn.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";
import type { Directory } from "../ports/directory.ts";
import type { Orders } from "../ports/orders.ts";
import type { Store } from "../ports/store.ts";

const latest = 5;

/** Asks the shop's orders for the shopper's own; a shopper the shop has not vouched for has none. */
export function lookUpOrders(world: { orders: Orders; directory: Directory; store: Store }): EffectRunner {
  return {
    deadlineMs: 5000,
    attempts: 2,
    async run({ shop, conversation, input }) {
      const { orderId } = input as LookUp;
      const state = await world.store.load(shop, conversation);
      const shopper = state && (await world.directory.shopper(shop, state.shopper.id));
      if (!shopper?.externalId) return { ok: true, orders: [] };
      const question = { shop, externalId: shopper.externalId, limit: latest, ...(orderId && { orderId }) };
      return { ok: true, orders: await world.orders.find(question) };
    },
  };
}
