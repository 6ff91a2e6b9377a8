import type { Cards } from "../cards.ts";
import type { WireEvent } from "../events.ts";
import { limits } from "../limits.ts";
import type { Result } from "../result.ts";
import type { Connection } from "./connection.ts";
import type { CardNames } from "./types.ts";
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
  /** Reads orders of a conversation's shopper, unless they are here and fresh. */
  wantOrders(ids: string[], conversationId: string): void;
  /** Reads cards as they stand now; what was here stays where that fails. Orders are those of a conversation's shopper. */
  read(names: CardNames, conversationId?: string): Promise<Result<Cards>>;
  /** Asks for what is still wanted; call it when online. */
  flush(): void;
};

/** Reads cards in batches, each when it is first named and again when it is shown anew after a minute. */
export function createCards(world: World, connection: Connection, changed: () => void): CardShelf {
  let state: Cards = { products: {}, orders: {} };
  const readAt = new Map<string, number>();
  /** Each id with the conversation that named it: an order is answered to its shopper's conversation only. */
  const wanted = { products: new Map<string, string>(), orders: new Map<string, string>() };
  let isReading = false;

  const want = (kind: Kind, id: string | undefined, conversationId: string) => {
    const isFresh = world.now() - (readAt.get(kind + id) ?? Number.NEGATIVE_INFINITY) <= staleMs;
    if (id && !isFresh) wanted[kind].set(id, conversationId);
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
  const read = async (names: CardNames, conversationId?: string) => {
    const productIds = names.productIds.slice(0, limits.cardBatch);
    const orderIds = names.orderIds.slice(0, limits.cardBatch);
    const result = await connection.ask<Cards>("catalog.read", { productIds, orderIds }, conversationId);
    if (result.ok) {
      take(result.data);
      changed();
    }
    return result;
  };
  const flush = async () => {
    const [conversationId] = [...wanted.orders.values(), ...wanted.products.values()];
    if (isReading || conversationId === undefined || connection.state !== "online") return;
    const productIds = [...wanted.products.keys()].slice(0, limits.cardBatch);
    const ofOne = [...wanted.orders].filter(([, other]) => other === conversationId);
    const orderIds = ofOne.map(([id]) => id).slice(0, limits.cardBatch);
    isReading = true;
    const result = await read({ productIds, orderIds }, conversationId);
    isReading = false;
    if (!result.ok && result.error.retryable) {
      world.after(result.error.retryAfterMs ?? retryMs, flush);
      return;
    }
    for (const id of productIds) wanted.products.delete(id);
    for (const id of orderIds) wanted.orders.delete(id);
    void flush();
  };
  return {
    get state() {
      return state;
    },
    take,
    want(events) {
      for (const event of events) {
        const { productId, orderId } = named(event);
        want("products", productId, event.conversationId);
        want("orders", orderId, event.conversationId);
      }
      void flush();
    },
    wantOrders(ids, conversationId) {
      for (const id of ids) want("orders", id, conversationId);
      void flush();
    },
    read,
    flush,
  };
}

function named(event: WireEvent): { productId?: string; orderId?: string } {
  if (event.type === "conversation.consulted") return event.data;
  return event.type === "message.sent" ? (event.data.content as { productId?: string; orderId?: string }) : {};
}
