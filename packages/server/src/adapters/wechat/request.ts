import type { WechatResult } from "../../ports/wechat.ts";
import { outOfReach, wechatError } from "./errors.ts";

/** One request to WeChat's API: a GET, or with a body a POST. */
export type WechatRequest = { path: string; query?: Record<string, string>; body?: object };

/** Sends one request; the answer's fields are as WeChat sent them. Never throws. */
export type Send = <T>(request: WechatRequest) => Promise<WechatResult<Partial<T>>>;

type Reply = { errcode?: number; errmsg?: string };

/** Speaks to the API at `baseUrl`; each request may take `timeoutMs`. */
export function createSend({ baseUrl, timeoutMs }: { baseUrl: string; timeoutMs: number }): Send {
  return async <T>({ path, query, body }: WechatRequest) => {
    const url = `${baseUrl}${path}${query ? `?${new URLSearchParams(query)}` : ""}`;
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(timeoutMs),
        redirect: "error",
        ...(body && {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      });
      // WeChat answers refusals with 200 too; another status is not WeChat's API speaking.
      if (!response.ok) return { ok: false, error: outOfReach(`WeChat answered ${response.status}`) };
      const reply = JSON.parse(await response.text()) as T & Reply;
      const { errcode = 0, errmsg = "" } = reply;
      return errcode === 0 ? { ok: true, data: reply } : { ok: false, error: wechatError(errcode, errmsg) };
    } catch (error) {
      // Only the error's name: what it says may quote the URL, and that holds the secret.
      return { ok: false, error: outOfReach(`WeChat did not answer (${(error as Error).name})`) };
    }
  };
}
