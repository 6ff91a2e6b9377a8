import type { WechatError, WechatErrorKind } from "../../ports/wechat.ts";

/** WeChat's numbers by what they mean to us; one that is not here is `rejected`. */
const kinds: Record<number, WechatErrorKind> = {
  [-1]: "busy",
  45009: "busy",
  45011: "busy",
  43108: "busy",
  40014: "busy",
  42001: "busy",
  40029: "code_invalid",
  40163: "code_invalid",
  41008: "code_invalid",
  40226: "blocked",
  40001: "not_configured",
  40013: "not_configured",
  40125: "not_configured",
  40164: "not_configured",
  41002: "not_configured",
  41004: "not_configured",
  48001: "not_configured",
  48004: "not_configured",
  50002: "not_configured",
  61004: "not_configured",
  40003: "unreachable",
  43101: "unreachable",
  61010: "unreachable",
};

/** Numbers that say that the access token is no longer good. */
const staleToken: ReadonlySet<number> = new Set([40001, 40014, 42001]);

const minute = 60_000;
const second = 1000;

/** A refusal as WeChat worded it. A minute's quota comes back with the next minute, everything else may at once. */
export function wechatError(errcode: number, message: string): WechatError {
  const kind = kinds[errcode] ?? "rejected";
  const retryAfterMs = errcode === 45009 || errcode === 45011 ? minute : second;
  return { kind, errcode, message, ...(kind === "busy" && { retryAfterMs }) };
}

/** WeChat did not answer, or not in its own words. */
export function outOfReach(message: string): WechatError {
  return { kind: "busy", message, retryAfterMs: second };
}

/** Whether another access token may help. */
export function isStaleToken(error: WechatError): boolean {
  return error.errcode !== undefined && staleToken.has(error.errcode);
}
