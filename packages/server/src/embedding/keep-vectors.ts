import type { Deps } from "../deps.ts";
import type { Counts } from "../observe/metrics.ts";
import { isOfAgent, type ShopChange } from "../ports/shop-data.ts";
import { createOneShop, leaseMs, type Outcome } from "./one-shop.ts";

/** Keeps the vectors of all shops' passages up to date, one shop after the other, in the background. */
export type VectorKeeper = {
  /** Looks at all shops, then at what changes. */
  start(): void;
  /** Ends it; what is made is kept, what is not is made when a process starts again. */
  stop(): Promise<void>;
};

/** What is to be looked at of a shop: documents, or all where it is undefined. */
type Todo = Set<string> | undefined;

/** The first pause after a failure; later ones are longer, all by chance. */
const pauseMs = 15_000;
const longestPauseMs = 600_000;

export function createVectorKeeper(deps: Deps, counts: Pick<Counts, "passagesEmbedded">): VectorKeeper {
  const { shopData, vectors, clock, log } = deps;
  const todo = new Map<string, Todo>();
  const pauses = new Map<string, () => void>();
  const failures = new Map<string, number>();
  const ended = new AbortController();
  const oneShop = createOneShop(deps, counts, ended.signal);
  let underWay: Promise<void> | undefined;
  let unwatch = () => {};

  const add = (shop: string, documents: string[] | undefined) => {
    const before = todo.get(shop);
    const isAll = documents === undefined || (todo.has(shop) && before === undefined);
    todo.set(shop, isAll ? undefined : new Set([...(before ?? []), ...documents]));
    if (!pauses.has(shop)) run();
  };

  const next = () => [...todo.keys()].find((shop) => !pauses.has(shop));

  const run = () => {
    if (underWay || ended.signal.aborted) return;
    underWay = work().finally(() => {
      underWay = undefined;
      if (next() !== undefined) run();
    });
  };

  async function work(): Promise<void> {
    for (let shop = next(); shop !== undefined && !ended.signal.aborted; shop = next()) {
      const documents = todo.get(shop);
      todo.delete(shop);
      const outcome = await oneShop(shop, documents);
      if (outcome === "done") failures.delete(shop);
      else again(shop, documents, outcome);
    }
  }

  function again(shop: string, documents: Todo, why: Exclude<Outcome, "done">): void {
    const times = failures.get(shop) ?? 0;
    if (why === "failed") failures.set(shop, times + 1);
    const failedMs = Math.min(longestPauseMs, pauseMs * 2 ** times) * (0.5 + Math.random() / 2);
    const ms = { failed: failedMs, taken: leaseMs, overBudget: longestPauseMs }[why];
    const cancel = clock.after(ms, () => {
      pauses.delete(shop);
      run();
    });
    pauses.set(shop, cancel);
    add(shop, documents && [...documents]);
  }

  const heard = (shop: string | undefined, change: ShopChange) => {
    if (shop === undefined) return lookAtAll();
    if (change === "goods" || change === "corrections") return;
    if (isOfAgent(change)) return;
    if (typeof change === "object") return add(shop, change.documents);
    // A new endpoint or budget is reason to try at once.
    pauses.get(shop)?.();
    pauses.delete(shop);
    add(shop, undefined);
  };

  const lookAtAll = () => {
    vectors.shops().then(
      (shops) => {
        for (const shop of shops) add(shop, undefined);
      },
      (error: unknown) => log.warn({ err: error }, "reading which shops have passages failed"),
    );
  };

  return {
    start() {
      unwatch = shopData.onChange(heard);
      lookAtAll();
    },
    async stop() {
      unwatch();
      ended.abort();
      for (const cancel of pauses.values()) cancel();
      await underWay;
    },
  };
}
