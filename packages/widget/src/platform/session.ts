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
  /** The shop's JWT for the shopper, if it gave one. */
  identity?: string;
  /** Told what everyone may know of the shop, with every session. */
  onShop(shop: PublicShop): void;
};

const resumeKey = (shop: string) => `yiwen:${shop}:resume`;

/** Seconds are enough for an HTTP answer; a hanging network must not hold the chat. */
const patienceMs = 15_000;

/** Answers a function that asks for a new session each time: a token and the shopper it is for. */
export function createSession(storage: ClientStorage, options: SessionOptions) {
  return async (): Promise<{ token: string; scope: string }> => {
    const { base, shop, identity } = options;
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
    options.onShop(session.shop);
    return { token: session.token, scope: session.shopperId };
  };
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
