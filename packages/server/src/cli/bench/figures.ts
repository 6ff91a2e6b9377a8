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

/** How often each is repeated. */
const repeated = 3;

/** Milliseconds that each of these takes, in rising order: the least of three times, so that others' work on the machine counts little. */
export function timed(count: number, run: (at: number) => void): number[] {
  const latencies = Array.from({ length: count }, (_, at) =>
    Math.min(
      ...Array.from({ length: repeated }, () => {
        const from = performance.now();
        run(at);
        return performance.now() - from;
      }),
    ),
  );
  return latencies.sort((a, b) => a - b);
}
