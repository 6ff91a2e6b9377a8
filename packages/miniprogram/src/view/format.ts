import type { Locale, Money } from "@yiwen/shared";

// Phones' WeChat has no Intl everywhere, so what the shop's currencies and two languages need is written out here.

/** Currencies whose prices the server counts in whole units, and in thousandths; all others are counted in hundredths. */
const wholes = new Set(
  "AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA MMK PKR PYG RWF SLL SOS SYP UGX VND VUV XAF XOF XPF YER".split(
    " ",
  ),
);
const thousandths = new Set("BHD JOD KWD LYD OMR TND".split(" "));

const symbols: Record<string, string> = {
  CNY: "¥",
  JPY: "¥",
  USD: "$",
  HKD: "HK$",
  TWD: "NT$",
  EUR: "€",
  GBP: "£",
  KRW: "₩",
  SGD: "S$",
  AUD: "A$",
};

/** A price as people write it: ¥128, ¥128.50, $1,299. */
export function formatMoney({ amount, currency }: Money): string {
  const digits = wholes.has(currency) ? 0 : thousandths.has(currency) ? 3 : 2;
  const minor = 10 ** digits;
  const whole = Math.trunc(Math.abs(amount) / minor);
  const rest = Math.abs(amount) % minor;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = rest ? `.${String(rest).padStart(digits, "0")}` : "";
  return `${amount < 0 ? "-" : ""}${symbols[currency] ?? `${currency} `}${grouped}${decimals}`;
}

/** The time of day, in 24 hours for Chinese: 09:05, 9:05 AM. `at` is epoch milliseconds. */
export function formatTime(at: number, locale: Locale): string {
  const date = new Date(at);
  const hours = date.getHours();
  const minutes = String(date.getMinutes()).padStart(2, "0");
  if (locale === "zh-CN") return `${String(hours).padStart(2, "0")}:${minutes}`;
  return `${hours % 12 || 12}:${minutes} ${hours < 12 ? "AM" : "PM"}`;
}

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const shortDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

type DayNames = { today: string; yesterday: string };

/** A day as a mark in the thread: today and yesterday by name, others by date. Times are epoch milliseconds. */
export function formatDay(at: number, now: number, names: DayNames, locale: Locale): string {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return names.today;
  if (days === 1) return names.yesterday;
  const date = new Date(at);
  const year = date.getFullYear();
  const isThisYear = year === new Date(now).getFullYear();
  if (locale === "zh-CN") {
    const day = `${date.getMonth() + 1}月${date.getDate()}日${weekdays[date.getDay()]}`;
    return isThisYear ? day : `${year}年${day}`;
  }
  const day = `${shortDays[date.getDay()]}, ${months[date.getMonth()]} ${date.getDate()}`;
  return isThisYear ? day : `${day}, ${year}`;
}
