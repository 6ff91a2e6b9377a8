import type { Conversation } from "../conversation/state.ts";
import type { Store } from "../ports/store.ts";

/** The states this node knows, the least used forgotten first. The store's expected number catches a stale one. */
export type Conversations = {
  load(shop: string, id: string): Promise<Conversation | undefined>;
  keep(state: Conversation): void;
  forget(shop: string, id: string): void;
};

export function createConversations(store: Store, capacity: number): Conversations {
  const known = new Map<string, Conversation>();

  const keep = (state: Conversation) => {
    const key = `${state.shop}/${state.id}`;
    known.delete(key);
    known.set(key, state);
    const oldest = known.size > capacity ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
  };

  return {
    keep,
    async load(shop, id) {
      const state = known.get(`${shop}/${id}`) ?? (await store.load(shop, id));
      if (state) keep(state);
      return state;
    },
    forget(shop, id) {
      known.delete(`${shop}/${id}`);
    },
  };
}
