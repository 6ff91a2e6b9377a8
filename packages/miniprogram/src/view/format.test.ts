import { expect, it } from "vitest";
import { formatMoney } from "./format.ts";

it("MP44 every currency has the decimals that its prices are imported with", () => {
  for (const currency of Intl.supportedValuesOf("currency")) {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    const [, fraction = ""] = formatMoney({ amount: 1001, currency }).split(".");
    expect(fraction.length, currency).toBe(digits);
  }
  expect(formatMoney({ amount: 199_000, currency: "VND" })).toBe("VND 199,000");
  expect(formatMoney({ amount: 12_345, currency: "KWD" })).toBe("KWD 12.345");
  expect(formatMoney({ amount: 990_000, currency: "CLP" })).toBe("CLP 990,000");
});
