/** Resident bytes of this process after a collection. */
export function weight(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}
