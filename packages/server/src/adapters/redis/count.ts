import { hash } from "node:crypto";
import type { Nodes } from "../../ports/nodes.ts";
import type { Redis } from "./connect.ts";

/** Counts under keys that say nothing of what they count; a window begins with its first. */
export function createCount(redis: Redis, prefix: string): Nodes["count"] {
  return async (key, windowMs) => {
    const name = `${prefix}count:${hash("sha256", key, "base64url").slice(0, 22)}`;
    const counted = Promise.all([
      redis.ask("SET", name, "0", "PX", String(windowMs), "NX"),
      redis.ask<number>("INCR", name),
    ]);
    return counted.then(([, n]) => n).catch(() => undefined);
  };
}
