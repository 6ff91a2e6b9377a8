const day = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The moment, in epoch milliseconds, at which a clock in a time zone ("Europe/Berlin") shows a time, given as if it were
 * UTC's. Of an hour that comes twice it is the first; an hour that is left out is counted on from before it.
 */
export function instantAt(shown: number, zone: string): number {
  const [before, after] = [shown - day, shown + day].map((at) => offsetOf(at, zone)) as [number, number];
  const fitting = [before, after].map((offset) => shown - offset).filter((at) => shownAt(at, zone) === shown);
  return fitting.length > 0 ? Math.min(...fitting) : shown - before;
}

/** What a clock in a time zone shows at a moment, as if it were UTC's; both in epoch milliseconds. */
export function shownAt(at: number, zone: string): number {
  return at + offsetOf(at, zone);
}

/** How far a zone's clock is before UTC's, in milliseconds. */
function offsetOf(at: number, zone: string): number {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** A zone that this Node doesn't know counts as UTC: settings of an older version may name it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const units = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const format = (timeZone: string) =>
    new Intl.DateTimeFormat("en-US", { ...units, second: "numeric", hourCycle: "h23", timeZone });
  let clock: Intl.DateTimeFormat;
  try {
    clock = format(zone);
  } catch {
    clock = format("UTC");
  }
  clocks.set(zone, clock);
  return clock;
}
