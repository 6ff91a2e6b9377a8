import type { Money } from "@yiwen/shared";

const signs: Record<string, string> = { CNY: "¥", USD: "$", EUR: "€", GBP: "£", HKD: "HK$", JPY: "¥", KRW: "₩" };
const wholeOnly = new Set(["JPY", "KRW"]);

/** A price as shoppers read it, ¥199 or ¥199.90, from minor units; currencies without a sign by their code. */
export function formatMoney({ amount, currency }: Money): string {
  const sign = signs[currency] ?? `${currency} `;
  if (wholeOnly.has(currency)) return `${sign}${amount}`;
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  return `${amount < 0 ? "-" : ""}${sign}${whole}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}

/** A span of prices, one where both ends agree. */
export function formatRange(prices: Money[]): string {
  const sorted = [...prices].sort((a, b) => a.amount - b.amount);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (!low || !high) return "";
  return low.amount === high.amount ? formatMoney(low) : `${formatMoney(low)}–${formatMoney(high)}`;
}
