import type { Clock } from "../../src/ports/clock.ts";

/** Time you move by hand: it jumps, and what became due meanwhile runs then, in the order it was due. */
export type ManualClock = Clock & { advance(ms: number): void };

export function createManualClock(start = Date.UTC(2026, 0, 5, 4)): ManualClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      timers = timers.filter((timer) => !due.includes(timer));
      for (const { run } of due) run();
    },
  };
}
