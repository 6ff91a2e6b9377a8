import type { Cards } from "../cards.ts";
import type { WireEvent } from "../events.ts";
import { limits } from "../limits.ts";
import type { Connection } from "./connection.ts";
import type { World } from "./world.ts";

/** A card older than this is read again when something new names it. Milliseconds. */
const staleMs = 60_000;
const retryMs = 5000;

type Kind = keyof Cards;

/** The product and order cards that the conversations name. */
export type CardShelf = {
  readonly state: Cards;
  /** Keeps the cards that came with a reply. */
  take(cards: Cards): void;
  /** Reads the cards these events name, unless they are here and fresh. */
  want(events: WireEvent[]): void;
  wantOrders(ids: string[]): void;
  /** Asks for what is still wanted; call it when online. */
  flush(): void;
};

/** Reads cards in batches, each when it is first named and again when it is shown anew after a minute. */
export function createCards(world: World, connection: Connection, changed: () => void): CardShelf {
  let state: Cards = { products: {}, orders: {} };
  const readAt = new Map<string, number>();
  const wanted = { products: new Set<string>(), orders: new Set<string>() };
  let isReading = false;

  const want = (kind: Kind, id: string | undefined) => {
    if (id && world.now() - (readAt.get(kind + id) ?? Number.NEGATIVE_INFINITY) > staleMs) wanted[kind].add(id);
  };
  const take = (cards: Cards) => {
    for (const kind of ["products", "orders"] as const) {
      const ids = Object.keys(cards[kind]);
      for (const id of ids) {
        readAt.set(kind + id, world.now());
        wanted[kind].delete(id);
      }
      if (ids.length > 0) state = { ...state, [kind]: { ...state[kind], ...cards[kind] } };
    }
  };
  const flush = async () => {
    const productIds = [...wanted.products].slice(0, limits.cardBatch);
    const orderIds = [...wanted.orders].slice(0, limits.cardBatch);
    if (isReading || productIds.length + orderIds.length === 0 || connection.state !== "online") return;
    isReading = true;
    const result = await connection.ask<Cards>("catalog.read", { productIds, orderIds });
    isReading = false;
    if (!result.ok && result.error.retryable) {
      world.after(result.error.retryAfterMs ?? retryMs, flush);
      return;
    }
    for (const id of productIds) wanted.products.delete(id);
    for (const id of orderIds) wanted.orders.delete(id);
    if (result.ok) {
      take(result.data);
      changed();
    }
    void flush();
  };
  return {
    get state() {
      return state;
    },
    take,
    want(events) {
      for (const { productId, orderId } of events.map(named)) {
        want("products", productId);
        want("orders", orderId);
      }
      void flush();
    },
    wantOrders(ids) {
      for (const id of ids) want("orders", id);
      void flush();
    },
    flush,
  };
}

function named(event: WireEvent): { productId?: string; orderId?: string } {
  if (event.type === "conversation.consulted") return event.data;
  return event.type === "message.sent" ? (event.data.content as { productId?: string; orderId?: string }) : {};
}
