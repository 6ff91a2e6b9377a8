import type { Locale } from "@yiwen/shared";
import type { Texts } from "../i18n/index.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A wait that ticks: `3:07` within the hour, then hours and minutes, then days. `ms` below zero (clocks differ) is 0:00. */
export function formatWait(ms: number, t: Texts): string {
  const wait = Math.max(0, ms);
  if (wait < hour) return `${Math.floor(wait / minute)}:${String(Math.floor((wait % minute) / 1000)).padStart(2, "0")}`;
  if (wait < day) return t.time.hours(Math.floor(wait / hour), Math.floor((wait % hour) / minute));
  return t.time.days(Math.floor(wait / day));
}

/** How long ago, for a list: now, minutes, hours, then the date. */
export function formatAgo(at: number, now: number, locale: Locale, t: Texts): string {
  const ago = Math.max(0, now - at);
  if (ago < minute) return t.time.now;
  if (ago < hour) return t.time.minutes(Math.floor(ago / minute));
  if (ago < day) return t.time.hours(Math.floor(ago / hour), 0);
  return formatDate(at, now, locale);
}

/** The hour and minute of a message. */
export function formatClock(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** A date without the year when it is this year's. */
export function formatDate(at: number, now: number, locale: Locale): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = { month: "short", day: "numeric", ...(!sameYear && { year: "numeric" }) };
  return new Intl.DateTimeFormat(locale, options).format(at);
}

/** Date and time together, for titles and details. */
export function formatMoment(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** The heading over a day's messages. */
export function formatDay(at: number, now: number, locale: Locale, t: Texts): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / day);
  if (days === 0) return t.thread.today;
  if (days === 1) return t.thread.yesterday;
  return formatDate(at, now, locale);
}

/** Midnight of the day of `at`, in the agent's time zone. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
