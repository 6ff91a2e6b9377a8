/**
 * Bytes that live in this process after a collection: the engine's heap and what it holds outside. Not what the system
 * counts as resident, which depends on how much room the start left behind.
 */
export function weight(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
