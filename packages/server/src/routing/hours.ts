import type { ShopSettings } from "@yiwen/shared";

type Hours = ShopSettings["hours"];

const minute = 60_000;
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Whether humans answer at this moment, and when they begin next where they don't. An empty list means always. */
export function staffedHours(hours: Hours, now: number): { open: boolean; opensAt?: number } {
  if (hours.open.length === 0) return { open: true };
  const { day, minutes } = localTime(now, hours.timeZone);
  if (hours.open.some((stretch) => stretch.day === day && stretch.from <= minutes && minutes < stretch.to)) {
    return { open: true };
  }
  const waits = hours.open.map((stretch) => untilMinutes(day, minutes, stretch));
  const startOfMinute = Math.floor(now / minute) * minute;
  return { open: false, opensAt: startOfMinute + Math.min(...waits) * minute };
}

/** Minutes from a point of the week to the next beginning of a stretch. */
function untilMinutes(day: number, minutes: number, stretch: { day: number; from: number }): number {
  const week = 7 * 24 * 60;
  const distance = (stretch.day - day) * 24 * 60 + stretch.from - minutes;
  return ((distance % week) + week) % week || week;
}

function localTime(now: number, timeZone: string): { day: number; minutes: number } {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "0";
  return { day: weekdays.indexOf(part("weekday")), minutes: Number(part("hour")) * 60 + Number(part("minute")) };
}
