/**
 * Makes ids that sort by the time they were made, fit the wire's `Id` schema and are unique without asking anyone.
 * Ids of one maker only grow, even when the clock stands still or is set back.
 */
export function createIds(now: () => number, random: () => number): () => string {
  let time = 0;
  let count = 0;
  const noise = () => base36(Math.floor(random() * 36 ** 5), 5);
  return () => {
    // A clock finer than milliseconds would put a point into the number, and its ids before all others.
    const at = Math.floor(now());
    count = at > time ? 0 : count + 1;
    time = Math.max(time, at);
    return base36(time, 9) + base36(count, 4) + noise() + noise();
  };
}

function base36(value: number, length: number): string {
  return value.toString(36).padStart(length, "0");
}
