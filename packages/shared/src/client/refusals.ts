import type { ErrorCode } from "../errors.ts";

/** Refusals that another token helps against. */
export function isTokenError(code: ErrorCode | undefined): boolean {
  return code === "token_expired" || code === "unauthorized";
}

/** Refusals that trying again can't change. */
export function isFinal(code: ErrorCode | undefined): boolean {
  return /^(shop_not_found|origin_not_allowed|identity_invalid|login_failed|forbidden|not_found|invalid_input|wechat_not_configured)$/.test(
    code ?? "",
  );
}
