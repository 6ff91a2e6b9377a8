import { type Channel, type Result, refuse } from "@yiwen/shared";
import { errors, jwtVerify, SignJWT } from "jose";
import type { Deps } from "../deps.ts";

type Needs = Pick<Deps, "clock" | "signingKey">;

/** How long a shopper's token is good, in milliseconds. */
const lifetime = 24 * 60 * 60 * 1000;
const audience = "yiwen:shopper";

/** Signs a token for a shopper of a shop; `expiresAt` in epoch milliseconds. */
export async function signShopperToken(
  { clock, signingKey }: Needs,
  { shop, id, channel }: { shop: string; id: string; channel: Channel },
): Promise<{ token: string; expiresAt: number }> {
  // Tokens count whole seconds; what is said here is what the token holds.
  const expiresAt = Math.floor((clock.now() + lifetime) / 1000) * 1000;
  const token = await new SignJWT({ shop, channel })
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
): Promise<Result<{ shop: string; id: string; channel: Channel; expiresAt: number }>> {
  try {
    const { payload } = await jwtVerify<{ shop?: unknown; channel?: unknown }>(token, signingKey, {
      algorithms: ["HS256"],
      audience,
      requiredClaims: ["sub", "exp"],
      currentDate: new Date(clock.now()),
    });
    const { shop, channel, sub, exp } = payload;
    if (typeof shop !== "string" || !isChannel(channel) || !sub || !exp) return refuse("unauthorized");
    return { ok: true, data: { shop, id: sub, channel, expiresAt: exp * 1000 } };
  } catch (error) {
    return refuse(error instanceof errors.JWTExpired ? "token_expired" : "unauthorized");
  }
}

function isChannel(value: unknown): value is Channel {
  return value === "web" || value === "weapp";
}
