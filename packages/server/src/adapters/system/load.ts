import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Load } from "../../ports/load.ts";

/** How often the loop is looked at, in milliseconds; what is measured includes it. */
const resolution = 20;

/** The load of this process, as Node measures it. */
export function createLoad(): Load {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  return {
    delayMs() {
      const median = delays.count > 0 ? delays.percentile(50) / 1e6 : resolution;
      delays.reset();
      return Math.max(0, median - resolution);
    },
  };
}
