import type { WechatApp, WechatResult } from "../../ports/wechat.ts";
import { outOfReach } from "./errors.ts";
import type { Send } from "./request.ts";

/** Access tokens of apps; `stale` is one that WeChat no longer takes. */
export type AccessTokens = (app: WechatApp, stale?: string) => Promise<WechatResult<string>>;

type Known = { token: string; goodUntil: number };
type Reply = { access_token: string; expires_in: number };

/** WeChat renews a stable token in its last five minutes; before they begin ours is the current one. */
const marginMs = 5 * 60_000;

/**
 * Stable tokens, kept until shortly before they run out; whoever asks while one is fetched waits for that one. Kept
 * by app id and secret: a shop that names another's app without its secret gets no token of theirs.
 */
export function createAccessTokens(send: Send, now: () => number): AccessTokens {
  const known = new Map<string, Known>();
  const underWay = new Map<string, Promise<WechatResult<string>>>();

  async function ask({ appId, appSecret }: WechatApp, force: boolean): Promise<WechatResult<Known>> {
    const reply = await send<Reply>({
      path: "/cgi-bin/stable_token",
      body: { grant_type: "client_credential", appid: appId, secret: appSecret, force_refresh: force },
    });
    if (!reply.ok) return reply;
    const { access_token: token, expires_in: seconds } = reply.data;
    if (!token || !seconds) return { ok: false, error: outOfReach("WeChat answered no access token") };
    return { ok: true, data: { token, goodUntil: now() + seconds * 1000 - marginMs } };
  }

  async function renew(key: string, app: WechatApp, stale: string | undefined): Promise<WechatResult<string>> {
    const first = await ask(app, false);
    // Asked plainly, WeChat repeats the token it believes to be good; forcing is rationed, so it comes second.
    const reply = first.ok && first.data.token === stale ? await ask(app, true) : first;
    if (!reply.ok) return reply;
    known.set(key, reply.data);
    return { ok: true, data: reply.data.token };
  }

  return async (app, stale) => {
    const key = `${app.appId}\n${app.appSecret}`;
    const kept = known.get(key);
    if (kept && kept.token !== stale && kept.goodUntil > now()) return { ok: true, data: kept.token };
    const running = underWay.get(key) ?? renew(key, app, stale).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
}
