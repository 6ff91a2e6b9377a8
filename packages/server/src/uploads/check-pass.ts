import { createHmac, timingSafeEqual } from "node:crypto";
import type { Deps } from "../deps.ts";

type Needs = Pick<Deps, "signingKey">;

/** What lets WeChat fetch a picture that nobody else may see yet. */
export function checkPass({ signingKey }: Needs, shop: string, id: string): string {
  return createHmac("sha256", signingKey).update(`yiwen:check/${shop}/${id}`).digest("base64url");
}

/** Whether this is the pass of that picture. */
export function isCheckPass(needs: Needs, shop: string, id: string, pass: string | undefined): boolean {
  const [given, expected] = [Buffer.from(pass ?? ""), Buffer.from(checkPass(needs, shop, id))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
