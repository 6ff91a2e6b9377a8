/** What an agent said that a shopper's message was; `at` is epoch milliseconds. */
export type Correction = {
  id: string;
  text: string;
  intent: string;
  by: { id: string; name: string };
  conversationId: string;
  messageId: string;
  at: number;
};

/** How many corrections a shop has at most; the oldest give way to newer ones. */
export const correctionsKept = 500;

/** Agents' corrections, each shop's own; what is kept is an example from the next message on, in every process. */
export type Corrections = {
  /** Keeps one; of the same message the later one stands. */
  save(shop: string, correction: Correction): Promise<void>;
  /** The shop's corrections, newest first. */
  list(shop: string): Promise<Correction[]>;
  /** Forgets one; false where there is none of this id in the shop. */
  remove(shop: string, id: string): Promise<boolean>;
};
