import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AgentClient, AgentState, Cards } from "@yiwen/shared";
import { limits } from "@yiwen/shared";

/** Product and order cards as last read. */
export type LiveCards = {
  cards: ReadonlySignal<Cards>;
  /** Reads the named cards again, for prices and stock as of now; keeps the old ones when that fails. */
  refresh(names: { productIds: string[]; orderIds: string[] }): Promise<void>;
};

/** The client's cards with fresher readings laid over them. */
export function createLiveCards(client: AgentClient, state: ReadonlySignal<AgentState>): LiveCards {
  const read = signal<Cards>({ products: {}, orders: {} });
  const cards = computed(() => ({
    products: { ...state.value.cards.products, ...read.value.products },
    orders: { ...state.value.cards.orders, ...read.value.orders },
  }));
  return {
    cards,
    async refresh({ productIds, orderIds }) {
      if (productIds.length + orderIds.length === 0) return;
      const result = await client.command("catalog.read", {
        productIds: productIds.slice(0, limits.cardBatch),
        orderIds: orderIds.slice(0, limits.cardBatch),
      });
      if (!result.ok) return;
      const { products, orders } = read.value;
      read.value = {
        products: { ...products, ...result.data.products },
        orders: { ...orders, ...result.data.orders },
      };
    },
  };
}
