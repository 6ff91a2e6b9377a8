import type { Result, ShopperSession, ShopperSessionRequest } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { Shop, ShopperRecord } from "../ports/directory.ts";
import { verifyIdentity } from "./identity.ts";
import { createKey, hashKey } from "./keys.ts";
import { publicShop } from "./public-shop.ts";
import { signShopperToken } from "./shopper-token.ts";

type Needs = Pick<Deps, "directory" | "clock" | "ids" | "signingKey">;

/**
 * Opens a session for a shopper of this shop. With an identity of the shop they are that person on every device, and
 * what they wrote as nobody in particular stays with the browser's anonymous shopper; without one `resume` keeps a
 * browser the same shopper.
 */
export async function signInShopper(
  deps: Needs,
  shop: Shop,
  request: Pick<ShopperSessionRequest, "channel" | "resume" | "identity">,
): Promise<Result<ShopperSession>> {
  const resume = isResume(request.resume) ? request.resume : createKey("resume");
  const shopper = await findShopper(deps, shop, { ...request, resume });
  if (!shopper.ok) return shopper;
  const { token, expiresAt } = await signShopperToken(deps, {
    shop: shop.id,
    id: shopper.data.id,
    channel: request.channel,
  });
  return { ok: true, data: { token, expiresAt, shopperId: shopper.data.id, resume, shop: publicShop(shop) } };
}

/** A browser whose storage was tampered with starts anew instead of being refused for ever. */
function isResume(resume: string | undefined): resume is string {
  return resume !== undefined && /^rs_[\w-]{32}$/.test(resume);
}

async function findShopper(
  { directory, clock, ids }: Needs,
  shop: Shop,
  { resume, identity }: { resume: string; identity?: string },
): Promise<Result<ShopperRecord>> {
  const fresh: ShopperRecord = { shop: shop.id, id: ids(), createdAt: clock.now() };
  if (identity === undefined) {
    return { ok: true, data: await directory.shopperByResume(shop.id, hashKey(resume), fresh) };
  }
  const read = await verifyIdentity(clock, identity, shop.identitySecret);
  if (!read.ok) return read;
  const { externalId, name } = read.data;
  return {
    ok: true,
    data: await directory.shopperByExternalId(shop.id, externalId, { ...fresh, externalId, ...(name && { name }) }),
  };
}
