import type { Money } from "@yiwen/shared";
import type { WidgetLocale } from "../types/index.ts";

/** A price as people write it: ¥128, ¥128.50, $9.99. */
export function formatMoney({ amount, currency }: Money, locale: WidgetLocale): string {
  const style = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  const digits = style.resolvedOptions().maximumFractionDigits ?? 2;
  const units = amount / 10 ** digits;
  if (!Number.isInteger(units)) return style.format(units);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0,
  }).format(units);
}

/** The time of day, in 24 hours for Chinese: 09:05, 9:05 AM. `at` is epoch milliseconds. */
export function formatTime(at: number, locale: WidgetLocale): string {
  const hour = locale === "en" ? "numeric" : "2-digit";
  return new Intl.DateTimeFormat(locale, { hour, minute: "2-digit" }).format(at);
}

/** A day as a mark in the thread: today and yesterday by name, others by date. `at` and `now` are epoch milliseconds. */
export function formatDay(
  at: number,
  now: number,
  names: { today: string; yesterday: string },
  locale: WidgetLocale,
): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return names.today;
  if (days === 1) return names.yesterday;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    ...(!isThisYear && { year: "numeric" }),
    month: "long",
    day: "numeric",
    weekday: "short",
  }).format(at);
}

/** Midnight of that day where the browser is, in epoch milliseconds. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
