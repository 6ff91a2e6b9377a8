import type { Money } from "@yiwen/shared";
import { decimals } from "../imports/money.ts";

const signs: Record<string, string> = { CNY: "¥", USD: "$", EUR: "€", GBP: "£", HKD: "HK$", JPY: "¥", KRW: "₩" };

/** A price as shoppers read it, ¥199 or ¥199.90, from minor units; currencies without a sign by their code. */
export function formatMoney({ amount, currency }: Money): string {
  const digits = decimals(currency);
  const minor = 10 ** digits;
  const whole = Math.trunc(Math.abs(amount) / minor);
  const rest = Math.abs(amount) % minor;
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(digits, "0")}`;
  return `${amount < 0 ? "-" : ""}${signs[currency] ?? `${currency} `}${whole}${fraction}`;
}

/** A span of prices, one where both ends agree. */
export function formatRange(prices: Money[]): string {
  const sorted = [...prices].sort((a, b) => a.amount - b.amount);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (!low || !high) return "";
  return low.amount === high.amount ? formatMoney(low) : `${formatMoney(low)}–${formatMoney(high)}`;
}
