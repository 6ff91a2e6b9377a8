import { cut, type Result, refuse } from "@yiwen/shared";
import { errors, jwtVerify } from "jose";
import type { Clock } from "../ports/clock.ts";

/** Longest a shop may vouch ahead, in seconds: a leaked identity token must not be good for ever. */
const longest = 24 * 60 * 60;
/** Seconds by which the shop's clock may differ from ours. */
const tolerance = 60;

const maxSubject = 128;
const maxName = 100;

/** Stored as another text than it is, one shopper would be another. */
const isPlain = (subject: string) => subject.isWellFormed() && !subject.includes("\0");

/** Reads the token by which a shop says who its shopper is; anything wrong is `identity_invalid` with the reason. */
export async function verifyIdentity(
  clock: Clock,
  token: string,
  identitySecret: string,
): Promise<Result<{ externalId: string; name?: string }>> {
  try {
    const { payload } = await jwtVerify<{ name?: unknown }>(token, new TextEncoder().encode(identitySecret), {
      algorithms: ["HS256"],
      requiredClaims: ["sub", "exp"],
      clockTolerance: tolerance,
      currentDate: new Date(clock.now()),
    });
    const { sub, exp, name } = payload;
    if (!sub || sub.length > maxSubject || !isPlain(sub))
      return refuse("identity_invalid", "sub must be 1 to 128 characters, none of them null");
    if (!exp || exp * 1000 > clock.now() + (longest + tolerance) * 1000) {
      return refuse("identity_invalid", "exp is more than 24 hours ahead");
    }
    const shown = typeof name === "string" ? cut(name.toWellFormed().replaceAll("\0", "").trim(), maxName) : "";
    return { ok: true, data: { externalId: sub, ...(shown && { name: shown }) } };
  } catch (error) {
    return refuse(
      "identity_invalid",
      error instanceof errors.JWTExpired ? "the identity token has expired" : undefined,
    );
  }
}
