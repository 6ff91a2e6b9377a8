import { type Behaviour, createIds } from "@yiwen/shared";
import type { BehaviourQueue } from "./behaviour-queue.ts";

type Data<T extends Behaviour["type"]> = Extract<Behaviour, { type: T }>["data"];

/** What a shopper does in the shop, for the shop's agents to see. One call each, which never fails and never waits. */
export type BehaviourCalls = {
  page(path: string, more?: Omit<Data<"page">, "path">): void;
  product(productId: string, more?: Omit<Data<"product">, "productId">): void;
  addToCart(productId: string, more?: Omit<Data<"addToCart">, "productId">): void;
  share(what?: Data<"share">): void;
  /** How long something was in sight, in milliseconds. */
  stay(ms: number, where?: Omit<Data<"stay">, "ms">): void;
  /** A page came into sight (and its product, if it shows one); answers what to call when it is gone. */
  visit(path: string, more?: Omit<Data<"page">, "path">): () => void;
};

const longestStayMs = 86_400_000;

/** Makes the calls that put events into the queue. */
export function createBehaviour(queue: BehaviourQueue): BehaviourCalls {
  const newId = createIds(Date.now, Math.random);
  const add = <T extends Behaviour["type"]>(type: T, data: Data<T>) => {
    try {
      queue.add({ id: newId(), type, at: Date.now(), data } as Behaviour);
    } catch {
      // A shop's page must not break over what is noted about it.
    }
  };
  const behaviour: BehaviourCalls = {
    page: (path, more) => add("page", { ...more, path }),
    product: (productId, more) => add("product", { ...more, productId }),
    addToCart: (productId, more) => add("addToCart", { ...more, productId }),
    share: (what) => add("share", { ...what }),
    stay: (ms, where) =>
      add("stay", { ...where, ms: Math.max(0, Math.min(longestStayMs, Math.round(Number(ms) || 0))) }),
    visit(path, more) {
      const at = Date.now();
      let isOver = false;
      behaviour.page(path, more);
      if (more?.productId) behaviour.product(more.productId, { path });
      return () => {
        if (isOver) return;
        isOver = true;
        behaviour.stay(Date.now() - at, { ...more, path });
      };
    },
  };
  return behaviour;
}
