import { hash } from "node:crypto";
import type { Nodes } from "../../ports/nodes.ts";
import type { Redis } from "./connect.ts";

/** In one step, so that no count is left that never ends: between two commands the key of the first may run out. */
const script = `
local n = redis.call('INCR', KEYS[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return n`;

/** Counts under keys that say nothing of what they count; a window begins with its first. */
export function createCount(redis: Redis, prefix: string): Nodes["count"] {
  return async (key, windowMs) => {
    const name = `${prefix}count:${hash("sha256", key, "base64url").slice(0, 22)}`;
    return redis.ask<number>("EVAL", script, "1", name, String(windowMs)).catch(() => undefined);
  };
}
