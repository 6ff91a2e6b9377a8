import type { Clock } from "../ports/clock.ts";
import type { Load } from "../ports/load.ts";

/** Who may have a command taken in now, and how many are under way. */
export type Admission = {
  /** Takes a command in, to be told of by `leave`; or answers false, and it has to wait. */
  enter(kind: "shopper" | "agent"): boolean;
  leave(): void;
  /** Whether a shopper's command would have to wait. */
  isOverloaded(): boolean;
  /** How long to wait, in milliseconds: by chance, so that those sent away don't come back together. */
  retryAfterMs(): number;
  readonly underWay: number;
  /** Settles once nothing is under way. */
  idle(): Promise<void>;
  /** How many may be under way now. */
  readonly room: number;
  /** Begins to follow the load; answers how to stop. */
  watch(): () => void;
};

export type AdmissionOptions = {
  clock: Clock;
  load: Load;
  /** Commands that may be under way where nothing is slow. */
  most: number;
  /** Milliseconds by which the event loop may be late before there is less room. */
  delayMs: number;
};

const lookEveryMs = 500;
/** Room that is left however late the loop is: whatever makes it late, work goes on. */
const least = 64;
const [shrink, grow] = [0.7, 1.5];
/** Agents' commands are what ends work, so they have this share of the room on top. */
const agentsShare = 0.25;
const waitMs = { least: 1000, spread: 2000 };

/**
 * Admission control: so many commands under way and no more. The newest waits outside, with an answer at once, instead
 * of making all slow. Room shrinks while the event loop is late, and comes back after.
 */
export function createAdmission({ clock, load, most, delayMs }: AdmissionOptions): Admission {
  let room = most;
  let underWay = 0;
  /** Most that were under way since the last look. */
  let peak = 0;
  let becameIdle = () => {};

  function look(): void {
    const isLate = load.delayMs() > delayMs;
    room = isLate ? Math.max(least, Math.floor(Math.min(room, peak) * shrink)) : Math.min(most, Math.ceil(room * grow));
    peak = underWay;
  }

  return {
    enter(kind) {
      if (underWay >= room && (kind === "shopper" || underWay >= room * (1 + agentsShare))) return false;
      underWay++;
      if (underWay > peak) peak = underWay;
      return true;
    },
    leave() {
      if (--underWay === 0) becameIdle();
    },
    isOverloaded: () => underWay >= room,
    retryAfterMs: () => waitMs.least + Math.floor(Math.random() * waitMs.spread),
    get underWay() {
      return underWay;
    },
    idle: () =>
      new Promise((settle) => {
        becameIdle = settle;
        if (underWay === 0) settle();
      }),
    get room() {
      return room;
    },
    watch() {
      let cancel = clock.after(lookEveryMs, next);
      function next(): void {
        look();
        cancel = clock.after(lookEveryMs, next);
      }
      return () => cancel();
    },
  };
}
