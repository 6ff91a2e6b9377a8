import { DrizzleQueryError } from "drizzle-orm";

/**
 * An adapter whose calls fail with the driver's own error. Drizzle's wraps it in one whose message holds every
 * parameter, and what shoppers write or shops keep secret must not reach a log.
 */
export function withPlainErrors<T extends object>(adapter: T): T {
  const plain = Object.entries(adapter).map(([name, call]) => [
    name,
    (...args: unknown[]) => {
      const result: unknown = call(...args);
      return result instanceof Promise ? result.catch(rethrow) : result;
    },
  ]);
  return Object.fromEntries(plain) as T;
}

function rethrow(error: unknown): never {
  throw error instanceof DrizzleQueryError && error.cause ? error.cause : error;
}
