import { type ShopperState, tellAll } from "@yiwen/shared";
import type { WxStorage } from "./storage.ts";

/** How many of the shop's messages were not read yet. */
export type Unread = {
  readonly count: number;
  /** Told of every change; answers how to stop. */
  subscribe(listener: (count: number) => void): () => void;
};

/** Follows the shopper's thread; the count outlives the app, so that a badge is there before there is a connection. */
export function createUnread(storage: WxStorage, shop: string) {
  const key = `yiwen:${shop}:unread`;
  const kept = storage.get(key);
  const listeners = new Set<(count: number) => void>();
  let last = kept;
  let count = Number(kept) || 0;
  const unread: Unread = {
    get count() {
      return count;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return {
    unread,
    /** A conversation was going on when the app was last here: somebody may answer in it. */
    isExpected: kept !== null,
    take({ thread }: ShopperState): void {
      if (!thread) return;
      const { floor, asked, unread } = thread.view.summary;
      const now = unread.shopper;
      const next = floor !== "closed" && asked > 0 ? String(now) : null;
      if (next !== last) {
        last = next;
        if (next === null) storage.remove(key);
        else storage.set(key, next);
      }
      if (now === count) return;
      count = now;
      tellAll(listeners, now);
    },
  };
}
