import { type Result, refuse } from "@yiwen/shared";
import { errors, jwtVerify, SignJWT } from "jose";
import type { Deps } from "../deps.ts";

type Needs = Pick<Deps, "clock" | "signingKey">;

/** How long a shopper's token is good, in milliseconds. */
const lifetime = 24 * 60 * 60 * 1000;
const audience = "yiwen:shopper";

/** Signs a token for a shopper of a shop; `expiresAt` in epoch milliseconds. */
export async function signShopperToken(
  { clock, signingKey }: Needs,
  { shop, id }: { shop: string; id: string },
): Promise<{ token: string; expiresAt: number }> {
  // Tokens count whole seconds; what is said here is what the token holds.
  const expiresAt = Math.floor((clock.now() + lifetime) / 1000) * 1000;
  const token = await new SignJWT({ shop })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(id)
    .setAudience(audience)
    .setExpirationTime(expiresAt / 1000)
    .sign(signingKey);
  return { token, expiresAt };
}

/** Reads a token: `token_expired` when it was good once, `unauthorized` for everything else that is wrong. */
export async function verifyShopperToken(
  { clock, signingKey }: Needs,
  token: string,
): Promise<Result<{ shop: string; id: string; expiresAt: number }>> {
  try {
    const { payload } = await jwtVerify<{ shop?: unknown }>(token, signingKey, {
      algorithms: ["HS256"],
      audience,
      requiredClaims: ["sub", "exp"],
      currentDate: new Date(clock.now()),
    });
    if (typeof payload.shop !== "string" || !payload.sub || !payload.exp) return refuse("unauthorized");
    return { ok: true, data: { shop: payload.shop, id: payload.sub, expiresAt: payload.exp * 1000 } };
  } catch (error) {
    return refuse(error instanceof errors.JWTExpired ? "token_expired" : "unauthorized");
  }
}
