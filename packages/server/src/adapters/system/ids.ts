import { randomBytes } from "node:crypto";
import type { Ids } from "../../ports/ids.ts";

const timeDigits = 9;

/** Ids of 29 characters: the millisecond, a counter within it, 64 random bits; later ones sort after earlier ones. */
export function createIds(now: () => number = Date.now): Ids {
  let last = 0;
  let count = 0;
  return () => {
    // A clock set back must not make ids that sort before those already given out.
    const at = Math.max(now(), last);
    count = at === last ? count + 1 : 0;
    last = at;
    const time = at.toString(36).padStart(timeDigits, "0");
    return `${time}${count.toString(36).padStart(4, "0")}${randomBytes(8).toString("hex")}`;
  };
}
