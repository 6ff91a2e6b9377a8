import { createHash, timingSafeEqual } from "node:crypto";

/** How WeChat signs what it pushes; `timestamp` in epoch seconds. */
export type PushSignature = { signature: string; timestamp: string; nonce: string };

/** Older ones may be overheard ones; WeChat repeats a push within seconds. In milliseconds. */
const goodForMs = 10 * 60_000;

/** Whether this was signed with the token that the shop and WeChat share, and lately. `now` in epoch milliseconds. */
export function isFromWechat(token: string, { signature, timestamp, nonce }: PushSignature, now: number): boolean {
  const expected = Buffer.from(signPush(token, timestamp, nonce));
  const given = Buffer.from(signature.toLowerCase());
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  return isSigned && Math.abs(now - Number(timestamp) * 1000) <= goodForMs;
}

/** WeChat's signature: the three sorted and joined, as SHA-1 in hex. */
export function signPush(token: string, timestamp: string, nonce: string): string {
  return createHash("sha1").update([token, timestamp, nonce].sort().join("")).digest("hex");
}
