import { type PublicShop, tellAll } from "@yiwen/shared";

/** What is known of the shop, and who wants to be told of it. */
export type KnownShop = {
  readonly shop: PublicShop | undefined;
  set(shop: PublicShop): void;
  /** Told at once of what is known, and of every sign-in after; answers how to stop. */
  subscribe(listener: (shop: PublicShop) => void): () => void;
};

/** Knows nothing until the first session. */
export function createKnownShop(): KnownShop {
  const listeners = new Set<(shop: PublicShop) => void>();
  let known: PublicShop | undefined;
  return {
    get shop() {
      return known;
    },
    set(shop) {
      known = shop;
      tellAll(listeners, shop);
    },
    subscribe(listener) {
      listeners.add(listener);
      if (known) tellAll([listener], known);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
