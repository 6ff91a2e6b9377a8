import type { Verdict, Wechat, WechatApp, WechatResult } from "../../ports/wechat.ts";
import { createAccessTokens } from "./access-tokens.ts";
import { isStaleToken, outOfReach } from "./errors.ts";
import { createSend } from "./request.ts";
import { piecesOf } from "./text-pieces.ts";

/** How the API is reached: `baseUrl` without a slash at its end, `now` in epoch milliseconds. */
export type WechatOptions = { baseUrl: string; now: () => number; timeoutMs?: number };

/** WeChat's own words: content of social use, and a picture. */
const scene = 2;
const picture = 2;

const severity = { pass: 0, review: 1, risky: 2 } as const;

/** WeChat's server API over HTTPS. */
export function createWechat({ baseUrl, now, timeoutMs = 5000 }: WechatOptions): Wechat {
  const send = createSend({ baseUrl, timeoutMs });
  const accessToken = createAccessTokens(send, now);

  async function post<T>(app: WechatApp, path: string, body: object): Promise<WechatResult<Partial<T>>> {
    const token = await accessToken(app);
    if (!token.ok) return token;
    const first = await send<T>({ path, query: { access_token: token.data }, body });
    if (first.ok || !isStaleToken(first.error)) return first;
    const fresh = await accessToken(app, token.data);
    return fresh.ok ? send<T>({ path, query: { access_token: fresh.data }, body }) : fresh;
  }

  return {
    async codeToSession({ appId, appSecret }, code) {
      const reply = await send<{ openid: string; unionid: string }>({
        path: "/sns/jscode2session",
        query: { appid: appId, secret: appSecret, js_code: code, grant_type: "authorization_code" },
      });
      if (!reply.ok) return reply;
      const { openid, unionid } = reply.data;
      if (!openid) return { ok: false, error: outOfReach("WeChat answered no openid") };
      return { ok: true, data: { openid, ...(unionid && { unionid }) } };
    },

    async sendSubscribeMessage(app, { openid, templateId, page, data, state = "formal", language = "zh_CN" }) {
      const fields = Object.entries(data).map(([name, value]) => [name, { value }]);
      const reply = await post(app, "/cgi-bin/message/subscribe/send", {
        touser: openid,
        template_id: templateId,
        ...(page && { page }),
        data: Object.fromEntries(fields),
        miniprogram_state: state,
        lang: language,
      });
      return reply.ok ? { ok: true, data: {} } : reply;
    },

    async checkText(app, { openid, text }) {
      let worst: Verdict = { suggest: "pass", label: 100 };
      for (const content of piecesOf(text)) {
        const reply = await post<{ result: Verdict }>(app, "/wxa/msg_sec_check", {
          version: 2,
          openid,
          scene,
          content,
        });
        if (!reply.ok) return reply;
        const found = reply.data.result;
        if (!found || !(found.suggest in severity))
          return { ok: false, error: outOfReach("WeChat answered no verdict") };
        if (severity[found.suggest] > severity[worst.suggest]) worst = { suggest: found.suggest, label: found.label };
        if (worst.suggest === "risky") break;
      }
      return { ok: true, data: worst };
    },

    async checkMedia(app, { openid, url }) {
      const body = { media_url: url, media_type: picture, version: 2, scene, openid };
      const reply = await post<{ trace_id: string }>(app, "/wxa/media_check_async", body);
      if (!reply.ok) return reply;
      const { trace_id: traceId } = reply.data;
      return traceId
        ? { ok: true, data: { traceId } }
        : { ok: false, error: outOfReach("WeChat answered no trace id") };
    },
  };
}
