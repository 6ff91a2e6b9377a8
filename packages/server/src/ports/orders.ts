import type { OrderCard } from "@yiwen/shared";

/** The shop's orders, as far as this shopper may see them. Throws when they can't be reached. */
export type Orders = {
  /** The shopper's latest orders, newest first; with `orderId` that one, if it is theirs. */
  find(question: { shop: string; externalId: string; orderId?: string; limit: number }): Promise<OrderCard[]>;
};
