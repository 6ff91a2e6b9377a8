import { APIConnectionError, APIError, APIUserAbortError } from "openai";
import type { ModelErrorKind } from "../../ports/model.ts";
import { BrokenCircuitError, BulkheadRejectedError, ModelFailure } from "./guards.ts";

/** An error of the library as what it means for us; an address or a key in it is not passed on. */
export function failureOf(error: unknown, signal: AbortSignal): Error {
  if (error instanceof ModelFailure || signal.aborted) return error as Error;
  if (error instanceof APIUserAbortError) return error;
  if (error instanceof APIConnectionError) return new ModelFailure("it can't be reached", { isPassing: true });
  if (error instanceof APIError && error.status !== undefined) {
    const { status } = error as { status: number };
    const isPassing = status === 408 || status === 409 || status === 429 || status >= 500;
    const isOurs = status === 400 || status === 413 || status === 422;
    return new ModelFailure(`it answered ${status}`, { isPassing, isOurs });
  }
  return new ModelFailure("it answered what can't be read", { isPassing: true });
}

/** Why there is no answer. */
export function kindOf(error: unknown, signal: AbortSignal): ModelErrorKind {
  if (signal.aborted || error instanceof APIUserAbortError) return "aborted";
  if (error instanceof BulkheadRejectedError || (error instanceof ModelFailure && /\b429\b/.test(error.message))) {
    return "busy";
  }
  if (error instanceof BrokenCircuitError) return "unavailable";
  return error instanceof ModelFailure && !error.isPassing ? "rejected" : "unavailable";
}
