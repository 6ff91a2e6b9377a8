import type { Deps } from "../deps.ts";
import type { EffectRunners } from "../pipeline/run-effects.ts";
import { lookUpOrders } from "./look-up-orders.ts";
import { wait } from "./wait.ts";

/** Kind of work → who does it; a missing kind does not compile. */
export function effectRunners(deps: Deps): EffectRunners {
  return { wait, lookUpOrders: lookUpOrders(deps) };
}
