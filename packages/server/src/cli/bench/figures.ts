/** What one run came to. Latencies in milliseconds. */
export type Figures = { perSecond: number; p50: number; p99: number; errors: number };

/** The value below which this share of the samples lies; NaN without samples. */
export function percentile(sorted: number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Sums a run up. */
export function figuresOf(latencies: number[], seconds: number, errors: number): Figures {
  const sorted = latencies.toSorted((a, b) => a - b);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    perSecond: Math.round(latencies.length / seconds),
    p50: round(percentile(sorted, 0.5)),
    p99: round(percentile(sorted, 0.99)),
    errors,
  };
}
