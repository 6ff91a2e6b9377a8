import type { ShopSettings } from "@yiwen/shared";
import { instantAt, shownAt } from "../imports/instant-at.ts";

type Hours = ShopSettings["hours"];

const minute = 60_000;
const day = 24 * 60 * minute;

/** Whether humans answer at this moment, and when they begin next where they don't. An empty list means always. */
export function staffedHours(hours: Hours, now: number): { open: boolean; opensAt?: number } {
  if (hours.open.length === 0) return { open: true };
  const shown = shownAt(now, hours.timeZone);
  const midnight = Math.floor(shown / day) * day;
  const minutes = (shown - midnight) / minute;
  const isOpen = onDay(hours, midnight).some(({ from, to }) => from <= minutes && minutes < to);
  return isOpen ? { open: true } : { open: false, opensAt: nextOpening(hours, midnight, now) };
}

/**
 * The first beginning of a stretch after now. It is looked for on the calendar and only then made an instant: where
 * clocks are changed in between, a day has 23 or 25 hours.
 */
function nextOpening(hours: Hours, midnight: number, now: number): number {
  const week = Array.from({ length: 8 }, (_, ahead) => midnight + ahead * day);
  const beginnings = week.flatMap((date) => onDay(hours, date).map(({ from }) => date + from * minute));
  return Math.min(...beginnings.map((shown) => instantAt(shown, hours.timeZone)).filter((at) => at > now));
}

/** The stretches of a date, which is given as its midnight by UTC's clock. */
function onDay({ open }: Hours, midnight: number): Hours["open"] {
  const weekday = new Date(midnight).getUTCDay();
  return open.filter((stretch) => stretch.day === weekday);
}
