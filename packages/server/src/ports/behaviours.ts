import type { Behaviour } from "@yiwen/shared";

/** What shoppers did in the shop. Of each shopper the latest `limits.behavioursKept` are kept. */
export type Behaviours = {
  /** Keeps the events; one that is known by its id stays as it is. */
  save(shop: string, shopper: string, events: Behaviour[]): Promise<void>;
  /** The shopper's latest events, newest first. */
  latest(shop: string, shopper: string, limit: number): Promise<Behaviour[]>;
};
