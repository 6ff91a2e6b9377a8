import type { ClientWorld } from "./types.ts";

declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** The world with nothing left out. */
export type World = Required<ClientWorld>;

/** Fills in the real clock, timers and randomness where the caller gave none. */
export function completeWorld(world: ClientWorld): World {
  return {
    now: Date.now,
    random: Math.random,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ...world,
  };
}
