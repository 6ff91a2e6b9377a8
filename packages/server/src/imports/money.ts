import type { Money } from "@yiwen/shared";

const decimal = /^(\d{1,15})(?:\.(\d{1,15}))?$/;

/** The ISO 4217 codes that this Node knows. */
const currencies = new Set(Intl.supportedValuesOf("currency"));

const digitsOf = new Map<string, number>();

/** Whether this is the code of a currency. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** How many decimals a currency's major unit has: 2 for CNY and for what is no code, 0 for JPY, 3 for KWD. */
export function decimals(currency: string): number {
  if (!/^[a-z]{3}$/i.test(currency)) return 2;
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

/**
 * A price in major units ("199", 199.9) in minor units, moved by its digits and never by a float.
 * Absent when it is not a plain non-negative decimal, is finer than the currency, or too large to count exactly.
 */
export function readMoney(value: string | number, currency: string): Money | undefined {
  const [, whole, fraction = ""] = decimal.exec(String(value).trim()) ?? [];
  if (whole === undefined) return undefined;
  const digits = decimals(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const amount = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
}
