/** A score from -1 to 1 with its sign and two decimals, with a true minus. */
export function formatScore(score: number): string {
  const rounded = Math.round(score * 100) / 100;
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
  return sign + Math.abs(rounded).toFixed(2);
}

/** A share between 0 and 1 as a whole percentage. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
