import type { ErrorBody, ErrorCode } from "./errors.ts";
import { errorBody } from "./errors.ts";

/** The one shape of every ack and every HTTP answer that can be refused. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: ErrorBody };

/** A success. */
export function ok<T>(data: T): Result<T> {
  return { ok: true, data };
}

/** A refusal by its code. */
export function refuse(
  code: ErrorCode,
  detail?: string,
  extra?: Pick<ErrorBody, "retryAfterMs" | "path">,
): Result<never> {
  return { ok: false, error: errorBody(code, detail, extra) };
}
