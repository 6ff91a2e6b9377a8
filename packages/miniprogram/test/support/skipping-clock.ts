type Timer = { at: number; run(): void; real: NodeJS.Timeout };

/** Real time that can be skipped: what would have become due meanwhile is done at once, in its order. */
export type SkippingClock = {
  now(): number;
  setTimeout(run: () => void, ms?: number): number;
  clearTimeout(id: unknown): void;
  skip(ms: number): void;
  /** No timer runs any more: the app was killed. */
  stop(): void;
};

/** Begins at `start`, in epoch milliseconds. */
export function createSkippingClock(start: number): SkippingClock {
  let offset = start - Date.now();
  let isStopped = false;
  let last = 0;
  const timers = new Map<number, Timer>();
  const now = () => Date.now() + offset;
  const arm = (id: number, at: number, run: () => void) => {
    const real = setTimeout(() => fire(id), Math.max(0, at - now()));
    timers.set(id, { at, run, real });
  };
  const fire = (id: number) => {
    const timer = timers.get(id);
    if (!timer) return;
    clearTimeout(timer.real);
    timers.delete(id);
    if (!isStopped) timer.run();
  };
  return {
    now,
    setTimeout(run, ms = 0) {
      const id = ++last;
      if (!isStopped) arm(id, now() + ms, run);
      return id;
    },
    clearTimeout(id) {
      const timer = timers.get(id as number);
      if (timer) clearTimeout(timer.real);
      timers.delete(id as number);
    },
    skip(ms) {
      offset += ms;
      const due = [...timers].filter(([, { at }]) => at <= now()).sort(([, a], [, b]) => a.at - b.at);
      for (const [id] of due) fire(id);
      for (const [id, { at, run, real }] of [...timers]) {
        clearTimeout(real);
        arm(id, at, run);
      }
    },
    stop() {
      isStopped = true;
      for (const { real } of timers.values()) clearTimeout(real);
      timers.clear();
    },
  };
}
