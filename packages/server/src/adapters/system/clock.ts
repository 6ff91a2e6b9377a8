import type { Clock } from "../../ports/clock.ts";

/** The longest delay Node's timers take, in milliseconds; anything longer fires at once. */
const longest = 2 ** 31 - 1;

/** The machine's own time. Timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), longest));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
