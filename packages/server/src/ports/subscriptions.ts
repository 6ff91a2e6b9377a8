/** How many subscription messages shoppers allowed and were not yet sent, by template. */
export type Subscriptions = {
  /** The shopper allowed one more; answers how many there are now, `most` at the most. */
  grant(shop: string, shopper: string, template: string): Promise<number>;
  /** Takes one, if there is one: of many who ask at once for the last, one gets it. */
  take(shop: string, shopper: string, template: string): Promise<boolean>;
  /** Forgets all: the shopper took the permission back at WeChat. */
  forget(shop: string, shopper: string, template: string): Promise<void>;
};

/** More than this nobody needs, and nobody can count up for fun. */
export const mostGrants = 100;
