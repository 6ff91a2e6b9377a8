import {
  backoff,
  type ErrorBody,
  type ErrorCode,
  type Locale,
  type PublicShop,
  type Result,
  refuse,
  type ShopperSession,
} from "@yiwen/shared";
import type { Api } from "./api.ts";
import { subjectOf } from "./jwt.ts";
import type { WxStorage } from "./storage.ts";
import { promised, type Wx } from "./wx.ts";

declare function setTimeout(run: () => void, ms: number): unknown;

/** Milliseconds for WeChat to answer a sign-in. */
const patienceMs = 10_000;

/** A refused session: by its `code` the client tells "never" from "not now". */
class SessionError extends Error {
  readonly code: ErrorCode;
  readonly body: ErrorBody;

  constructor(body: ErrorBody) {
    super(body.message);
    this.code = body.code;
    this.body = body;
  }
}

/** Whose session: the shop's key, and for whom the shop vouches if it does. */
export type SessionOptions = {
  shop: string;
  locale(): Locale;
  identity(): string | undefined;
  /** Told what everyone may know of the shop, with every session. */
  onShop(shop: PublicShop): void;
};

export type Session = {
  /** A token that is not `refused`; rejects with something that has a `code` where the server said no. */
  token(refused?: string): Promise<{ token: string; scope: string }>;
  /** Does what needs a token, once more with a new one when the first is refused; never rejects. */
  authorized<T>(run: (token: string) => Promise<Result<T>>): Promise<Result<T>>;
};

type Kept = { token: string; expiresAt: number; shopperId: string; shop: PublicShop; who?: string };

/** Signs in with `wx.login`; a session is kept until it ends or is refused, so that most starts ask nobody. */
export function createSession(wx: Wx, api: Api, storage: WxStorage, options: SessionOptions): Session {
  const key = `yiwen:${options.shop}:session`;
  /** The sign-in under way, and for whom the shop vouches in it. */
  let asking: { identity: string | undefined; answer: Promise<Kept> } | undefined;
  let failures = 0;
  /** Epoch milliseconds before which WeChat must not be asked again. */
  let notBefore = 0;

  const who = () => {
    const identity = options.identity();
    return identity && subjectOf(identity);
  };

  function kept(refused?: string): Kept | undefined {
    const last = parse(storage.get(key));
    return last && last.who === who() && last.token !== refused ? last : undefined;
  }

  async function ask(identity: string | undefined): Promise<Kept> {
    await wait(notBefore - Date.now());
    let result = await signIn({ wx, api, options }, identity);
    // A code is good for five minutes and once; a request that was repeated below us used it up.
    if (!result.ok && result.error.code === "wechat_code_invalid")
      result = await signIn({ wx, api, options }, identity);
    if (!result.ok) {
      const { retryable, retryAfterMs } = result.error;
      if (retryable) notBefore = Date.now() + (retryAfterMs ?? backoff(++failures, Math.random));
      throw new SessionError(result.error);
    }
    failures = 0;
    const { token, expiresAt, shopperId, shop } = result.data;
    const fresh: Kept = { token, expiresAt, shopperId, shop, ...(identity && { who: subjectOf(identity) }) };
    storage.set(key, JSON.stringify(fresh));
    return fresh;
  }

  async function token(refused?: string): Promise<{ token: string; scope: string }> {
    const last = kept(refused);
    const session = last && last.expiresAt > Date.now() ? last : await renewed(last);
    options.onShop(session.shop);
    return { token: session.token, scope: session.shopperId };
  }

  /** Without a network the last session goes on, so that what was written is shown, and kept, before anyone can be asked. */
  async function renewed(last: Kept | undefined): Promise<Kept> {
    const identity = options.identity();
    if (!asking || asking.identity !== identity) {
      const own = { identity, answer: ask(identity) };
      const over = () => {
        if (asking === own) asking = undefined;
      };
      own.answer.then(over, over);
      asking = own;
    }
    try {
      return await asking.answer;
    } catch (error) {
      if (last && (!(error instanceof SessionError) || error.body.retryable)) return last;
      throw error;
    }
  }

  const last = kept();
  if (last) options.onShop(last.shop);
  return {
    token,
    async authorized(run) {
      try {
        const whose = who();
        const first = await token();
        const result = await run(first.token);
        // What one person began is not done in the name of the next.
        if (result.ok || !/^(token_expired|unauthorized)$/.test(result.error.code) || whose !== who()) return result;
        return await run((await token(first.token)).token);
      } catch (error) {
        return error instanceof SessionError
          ? { ok: false, error: error.body }
          : refuse("unavailable", "WeChat did not sign in");
      }
    },
  };
}

type SignIn = { wx: Wx; api: Api; options: SessionOptions };

async function signIn({ wx, api, options }: SignIn, identity: string | undefined): Promise<Result<ShopperSession>> {
  const code = await loginCode(wx).catch((error) => {
    // Whom the shop vouches for is known without WeChat.
    if (!identity) throw error;
  });
  return api.post("/v1/sessions", {
    shop: options.shop,
    channel: "weapp",
    locale: options.locale(),
    ...(code && { code }),
    ...(identity && { identity }),
  });
}

async function loginCode(wx: Wx): Promise<string> {
  const { code } = await promised<{ code: string }>((on) => wx.login({ timeout: patienceMs, ...on }));
  return code;
}

function parse(value: string | null): Kept | undefined {
  try {
    return (JSON.parse(value ?? "null") as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function wait(ms: number): Promise<void> | undefined {
  if (ms <= 0) return undefined;
  return new Promise((go) => {
    setTimeout(go, ms);
  });
}
