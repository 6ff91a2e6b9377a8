/** Time, so that tests can move it by hand. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after `ms`; answers how to cancel. */
  after(ms: number, run: () => void): () => void;
};
