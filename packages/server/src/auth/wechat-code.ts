import { type Result, refuse } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { WechatError, WechatErrorKind } from "../ports/wechat.ts";

/** Who a code of `wx.login` is, in which mini-program. */
export type WechatPerson = { appId: string; openid: string; unionid?: string };

/** Asks WeChat whose code this is, as the shop's mini-program. */
export async function readWechatCode(
  { directory, wechat, log }: Pick<Deps, "directory" | "wechat" | "log">,
  shop: string,
  code: string,
): Promise<Result<WechatPerson>> {
  const app = await directory.wechatApp(shop);
  if (!app) return refuse("wechat_not_configured");
  const session = await wechat.codeToSession(app, code);
  if (session.ok) return { ok: true, data: { appId: app.appId, ...session.data } };
  const { kind, errcode, message } = session.error;
  if (kind !== "code_invalid") log.warn({ shop, kind, errcode, message }, "WeChat refused a sign-in");
  return refusalOf(session.error);
}

function refusalOf({ kind, errcode, retryAfterMs }: WechatError): Result<never> {
  const codes: Record<WechatErrorKind, Parameters<typeof refuse>[0]> = {
    code_invalid: "wechat_code_invalid",
    busy: "wechat_busy",
    not_configured: "wechat_not_configured",
    blocked: "forbidden",
    unreachable: "wechat_code_invalid",
    rejected: "wechat_code_invalid",
  };
  // WeChat's number is for the developer; its words may say more than a shopper should read.
  const detail = errcode === undefined ? undefined : `WeChat refused the code (${errcode})`;
  return refuse(codes[kind], detail, { ...(retryAfterMs !== undefined && { retryAfterMs }) });
}
