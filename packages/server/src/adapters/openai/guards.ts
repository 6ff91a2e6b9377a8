import { createHash } from "node:crypto";
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  wrap,
} from "cockatiel";
import type { ModelAccess } from "../../ports/model.ts";

/** How patient one is with a model. Times in milliseconds. */
export type Patience = {
  /** Requests at a time to one endpoint with one key; twice as many wait for their turn. */
  concurrency: number;
  /** Without a word for so long it counts as silent. */
  stallMs: number;
  /** Tries after the first. */
  retries: number;
  /** The first pause before a further try; later ones are longer, all by chance. */
  retryMs: number;
  /** Failures in a row that open the circuit, and for how long. */
  failures: number;
  openMs: number;
};

/** What stands between us and one endpoint. */
export type Guard = {
  run<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T>;
  isOpen(): boolean;
};

/** Something the model's server did or failed to do; `isPassing` where the same request may succeed soon. */
export class ModelFailure extends Error {
  readonly isPassing: boolean;
  readonly isOurs: boolean;
  constructor(message: string, { isPassing, isOurs = false }: { isPassing: boolean; isOurs?: boolean }) {
    super(message);
    this.isPassing = isPassing;
    this.isOurs = isOurs;
  }
}

export { BrokenCircuitError, BulkheadRejectedError };

/** One guard an endpoint, key and model: what one shop's model does closes no circuit of another's. */
export function createGuards(patience: Patience, now: () => number): (access: ModelAccess) => Guard {
  const guards = new Map<string, Guard>();
  return ({ baseUrl, apiKey, model }) => {
    const key = createHash("sha256")
      .update(JSON.stringify([baseUrl, apiKey, model]))
      .digest("hex");
    const known = guards.get(key) ?? createGuard(patience, now);
    guards.set(key, known);
    return known;
  };
}

function createGuard({ concurrency, retries, retryMs, failures, openMs }: Patience, now: () => number): Guard {
  // What is wrong with our own request says nothing about the endpoint.
  const isFailure = (error: unknown) => error instanceof ModelFailure && !error.isOurs;
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failures),
  });
  let openUntil = 0;
  breaker.onBreak(() => {
    openUntil = now() + openMs;
  });
  const again = retry(
    handleWhen((error) => error instanceof ModelFailure && error.isPassing),
    { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: retryMs, maxDelay: retryMs * 8 }) },
  );
  const guarded = wrap(bulkhead(concurrency, concurrency * 2), again, breaker);
  return {
    run: (signal, call) => guarded.execute(call, signal),
    // Once its time is over the next request is let through to see.
    isOpen: () => breaker.state === CircuitState.Open && now() < openUntil,
  };
}
