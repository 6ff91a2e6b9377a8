const firstMs = 500;
const longestMs = 15_000;

/** Milliseconds to wait before the next try after `failures` (0, 1, 2…) in a row: none at first, then doubling, half of it by chance. */
export function backoff(failures: number, random: () => number): number {
  if (failures === 0) return 0;
  return Math.min(longestMs, firstMs * 2 ** (failures - 1)) * (0.5 + random() / 2);
}
