import type { Conversation } from "../conversation/state.ts";
import type { Store } from "../ports/store.ts";

/** The states this node knows; what was not used for longest is forgotten first. The store's expected number catches a stale one. */
export type Conversations = {
  load(shop: string, id: string): Promise<Conversation | undefined>;
  keep(state: Conversation): void;
  forget(shop: string, id: string): void;
  forgetAll(): void;
};

/**
 * Keeps `capacity` at the most. Two maps that take turns, because one whose entries come and go all the time keeps its
 * old tables, and every state in them, until the next full collection of garbage.
 */
export function createConversations(store: Store, capacity: number): Conversations {
  let recent = new Map<string, Conversation>();
  let older = new Map<string, Conversation>();

  const keyOf = (shop: string, id: string) => `${shop}/${id}`;
  const keep = (state: Conversation) => {
    recent.set(keyOf(state.shop, state.id), state);
    if (recent.size <= capacity / 2) return;
    older = recent;
    recent = new Map();
  };

  return {
    keep,
    async load(shop, id) {
      const key = keyOf(shop, id);
      const cached = recent.get(key);
      if (cached) return cached;
      const state = older.get(key) ?? (await store.load(shop, id));
      if (state) keep(state);
      return state;
    },
    forget(shop, id) {
      recent.delete(keyOf(shop, id));
      older.delete(keyOf(shop, id));
    },
    forgetAll() {
      recent = new Map();
      older = new Map();
    },
  };
}
