import { createHash, randomBytes } from "node:crypto";

/** What each kind of key begins with, so that a leaked one is recognised for what it is. */
const prefixes = { public: "pk_", secret: "sk_", identity: "is_", agentToken: "at_", resume: "rs_" } as const;

export type KeyKind = keyof typeof prefixes;

/** A new random key of 192 bits. */
export function createKey(kind: KeyKind): string {
  return prefixes[kind] + randomBytes(24).toString("base64url");
}

/** SHA-256 in hex: what is kept of a key that only its holder may know. Random keys need no slow hash. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
