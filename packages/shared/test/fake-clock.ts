type Timer = { at: number; order: number; run: () => void };

/** Time that tests move by hand. */
export type FakeClock = {
  now(): number;
  after(ms: number, run: () => void): () => void;
  /** Moves time, running what is due in order, with every promise settled between. */
  advance(ms: number): Promise<void>;
};

/** Starts at a round number, so that times in failures are readable. */
export function createFakeClock(): FakeClock {
  let now = 1_800_000_000_000;
  let order = 0;
  let timers: Timer[] = [];
  const settle = () => new Promise<void>((done) => setImmediate(done));
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + Math.max(0, ms), order: order++, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = end;
    },
  };
}

/** A small seeded generator (mulberry32): the same seed gives the same faults. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A storage that outlives its client, as a browser's does; two clients may share it. */
export function createMemoryStorage() {
  const values = new Map<string, string>();
  return {
    values,
    keys: (prefix: string) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    get: (key: string) => values.get(key) ?? null,
    set: (key: string, value: string) => void values.set(key, value),
    remove: (key: string) => void values.delete(key),
  };
}
