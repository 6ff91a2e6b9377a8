import type { Conversation } from "../conversation/state.ts";
import type { Store } from "../ports/store.ts";

/** The states this node knows; what did not change for longest is forgotten first. The store's expected number catches a stale one. */
export type Conversations = {
  load(shop: string, id: string): Promise<Conversation | undefined>;
  keep(state: Conversation): void;
  forget(shop: string, id: string): void;
  forgetAll(): void;
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
      const cached = known.get(`${shop}/${id}`);
      if (cached) return cached;
      const state = await store.load(shop, id);
      if (state) keep(state);
      return state;
    },
    forget(shop, id) {
      known.delete(`${shop}/${id}`);
    },
    forgetAll: () => known.clear(),
  };
}
