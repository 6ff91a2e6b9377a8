import type { Locale, Money } from "@yiwen/shared";

/** A price as the language writes it, from minor units; the currency says how many decimals it has. */
export function formatMoney({ amount, currency }: Money, locale: Locale): string {
  const plain = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  const decimals = plain.resolvedOptions().maximumFractionDigits ?? 2;
  return plain.format(amount / 10 ** decimals);
}
