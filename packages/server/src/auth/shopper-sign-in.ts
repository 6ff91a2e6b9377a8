import { type Result, refuse, type ShopperSession, type ShopperSessionRequest } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { Recognised, Shop, ShopperClaims, ShopperRecord } from "../ports/directory.ts";
import { verifyIdentity } from "./identity.ts";
import { createKey, hashKey } from "./keys.ts";
import { publicShop } from "./public-shop.ts";
import { signShopperToken } from "./shopper-token.ts";
import { readWechatCode, type WechatPerson } from "./wechat-code.ts";

type Needs = Pick<Deps, "directory" | "clock" | "ids" | "signingKey" | "wechat" | "log">;
type Request = Pick<ShopperSessionRequest, "channel" | "resume" | "identity" | "code">;

/** A session, and what signing in brought together: other sockets and screens must be told of it. */
export type SignedIn = { session: ShopperSession; recognised: Recognised };

/**
 * Opens a session for a shopper of this shop. In a browser `resume` keeps an anonymous shopper the same; in WeChat the
 * code of `wx.login` says who it is. An identity of the shop makes them one person on every device and channel, and what
 * they wrote before as nobody in particular becomes theirs.
 */
export async function signInShopper(deps: Needs, shop: Shop, request: Request): Promise<Result<SignedIn>> {
  const { channel, identity } = request;
  const given = channel === "web" && isResume(request.resume) ? request.resume : undefined;
  // Once the shop has said who uses a browser, its resume is worth nothing: the next one to use it is somebody else.
  const resume = identity === undefined && given ? given : createKey("resume");
  const found = await recognise(deps, shop, request, given ?? resume);
  if (!found.ok) return found;
  const { id } = found.data.shopper;
  const { token, expiresAt } = await signShopperToken(deps, { shop: shop.id, id, channel });
  const session = { token, expiresAt, shopperId: id, resume, shop: publicShop(shop, channel) };
  return { ok: true, data: { session, recognised: found.data } };
}

/** A browser whose storage was tampered with starts anew instead of being refused for ever. */
function isResume(resume: string | undefined): resume is string {
  return resume !== undefined && /^rs_[\w-]{32}$/.test(resume);
}

async function recognise(deps: Needs, shop: Shop, request: Request, resume: string): Promise<Result<Recognised>> {
  const { directory, clock, ids } = deps;
  const fresh: ShopperRecord = { shop: shop.id, id: ids(), createdAt: clock.now() };
  const { channel, identity, code } = request;
  const resumeHash = hashKey(resume);
  if (channel === "web" && identity === undefined) {
    const shopper = await directory.shopperByResume(shop.id, resumeHash, fresh);
    return { ok: true, data: { shopper, merged: [], moved: [] } };
  }
  const vouched = identity === undefined ? undefined : await verifyIdentity(deps.clock, identity, shop.identitySecret);
  if (vouched && !vouched.ok) return vouched;
  const wechat = channel === "weapp" ? await readCode(deps, shop, code, vouched !== undefined) : undefined;
  if (wechat && !wechat.ok) return wechat;
  const claims: ShopperClaims = {
    ...vouched?.data,
    ...(channel === "web" && { resumeHash }),
    ...(wechat?.data && { wechat: wechat.data }),
  };
  return { ok: true, data: await directory.recognise(shop.id, claims, fresh) };
}

/**
 * Who the code is. Whom the shop vouches for is known without it: a WeChat that is out of reach or not set up keeps
 * nobody out whom it is not needed for.
 */
async function readCode(
  deps: Needs,
  shop: Shop,
  code: string | undefined,
  isVouchedFor: boolean,
): Promise<Result<WechatPerson | undefined>> {
  if (code === undefined) {
    if (isVouchedFor) return { ok: true, data: undefined };
    return refuse("invalid_input", "body/code is needed on channel weapp, or identity", { path: "/code" });
  }
  const person = await readWechatCode(deps, shop.id, code);
  const isDispensable = isVouchedFor && !person.ok && person.error.code !== "wechat_code_invalid";
  return isDispensable ? { ok: true, data: undefined } : person;
}
