import type {
  ClientStorage,
  ErrorBody,
  PublicShop,
  Result,
  ShopperSession,
  ShopperSessionRequest,
} from "@yiwen/shared";
import type { WidgetLocale } from "../types/index.ts";

/** A refused session: by its `code` the client tells "never" from "not now". */
class SessionError extends Error {
  readonly code: ErrorBody["code"];

  constructor({ code, message }: ErrorBody) {
    super(message);
    this.code = code;
  }
}

export type SessionOptions = {
  base: string;
  shop: string;
  locale(): WidgetLocale;
  /** The shop's JWT for the shopper, if it has given one. */
  identity(): string | undefined;
  /** Told what everyone may know of the shop, with every session. */
  onShop(shop: PublicShop): void;
};

const resumeKey = (shop: string) => `yiwen:${shop}:resume`;
const lastKey = (shop: string) => `yiwen:${shop}:session`;

/** The last session of this browser, and for whom the shop vouched in it: what an offline page goes on with. */
type Last = { token: string; shopperId: string; shop: PublicShop; who?: string };

/** Seconds are enough for an HTTP answer; a hanging network must not hold the chat. */
const patienceMs = 15_000;

/**
 * Answers a function that asks for a new session each time: a token and the shopper it is for. Without a network it
 * answers the last one of the same person, so that what was written is shown, and kept, before anyone can be asked.
 */
export function createSession(storage: ClientStorage, options: SessionOptions) {
  const { base, shop } = options;

  async function last(who: string | undefined, refused?: string): Promise<Last | undefined> {
    const kept = JSON.parse((await storage.get(lastKey(shop))) ?? "null") as Last | null;
    return kept && kept.who === who && kept.token !== refused ? kept : undefined;
  }

  async function ask(identity: string | undefined): Promise<Last> {
    const resume = await storage.get(resumeKey(shop));
    const request: ShopperSessionRequest = {
      shop,
      channel: "web",
      locale: options.locale(),
      ...(resume && { resume }),
      ...(identity && { identity }),
    };
    const session = await post(new URL("/v1/sessions", base), request);
    await storage.set(resumeKey(shop), session.resume);
    const fresh: Last = {
      token: session.token,
      shopperId: session.shopperId,
      shop: session.shop,
      who: subjectOf(identity),
    };
    await storage.set(lastKey(shop), JSON.stringify(fresh));
    return fresh;
  }

  return async (refused?: string): Promise<{ token: string; scope: string }> => {
    const identity = options.identity();
    const kept = navigator.onLine ? undefined : await last(subjectOf(identity), refused);
    const session = kept ?? (await ask(identity));
    options.onShop(session.shop);
    return { token: session.token, scope: session.shopperId };
  };
}

/** Who a JWT is about, unchecked: the server checks it, this only tells one person at the browser from another. */
export function subjectOf(jwt: string | undefined): string | undefined {
  try {
    const payload = jwt!.split(".")[1]!.replace(/-/g, "+").replace(/_/g, "/");
    return String(JSON.parse(atob(payload)).sub);
  } catch {
    // None, or none that can be read.
    return jwt;
  }
}

async function post(url: URL, body: ShopperSessionRequest): Promise<ShopperSession> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
  const result = (await response.json()) as Result<ShopperSession>;
  if (!result.ok) throw new SessionError(result.error);
  return result.data;
}
