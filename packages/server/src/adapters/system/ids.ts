import { randomBytes } from "node:crypto";
import type { Ids } from "../../ports/ids.ts";

const timeDigits = 9;
const countDigits = 4;

/**
 * Ids of 29 characters: the millisecond, a counter within it, 64 random bits; later ones sort after earlier ones. More
 * than `most` of one millisecond, as while a clock that was set back catches up, go on in the next.
 */
export function createIds(now: () => number = Date.now, most = 36 ** countDigits): Ids {
  let last = 0;
  let count = 0;
  return () => {
    // A clock set back must not make ids that sort before those already given out.
    const at = Math.max(now(), last);
    const isFull = at === last && count + 1 === most;
    count = at === last && !isFull ? count + 1 : 0;
    last = isFull ? at + 1 : at;
    const time = last.toString(36).padStart(timeDigits, "0");
    return `${time}${count.toString(36).padStart(countDigits, "0")}${randomBytes(8).toString("hex")}`;
  };
}
