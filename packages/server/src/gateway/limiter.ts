import type { Rate } from "../deps.ts";

type Bucket = { tokens: number; at: number };

/** Token buckets by key. Full ones are forgotten, so memory follows what is busy. */
export type Limiter = {
  /** Takes one; answers how long to wait when there is none, in milliseconds. */
  take(key: string, now: number): { ok: true } | { ok: false; retryAfterMs: number };
};

const forgetAbove = 10_000;

export function createLimiter({ burst, perSecond }: Rate): Limiter {
  const buckets = new Map<string, Bucket>();

  const level = ({ tokens, at }: Bucket, now: number) => Math.min(burst, tokens + ((now - at) / 1000) * perSecond);

  function forgetFull(now: number): void {
    for (const [key, bucket] of buckets) if (level(bucket, now) >= burst) buckets.delete(key);
  }

  return {
    take(key, now) {
      const bucket = buckets.get(key);
      // A clock that was set back must not make anybody wait until it is where it was.
      if (bucket && bucket.at > now) bucket.at = now;
      const tokens = bucket ? level(bucket, now) : burst;
      if (tokens < 1) return { ok: false, retryAfterMs: Math.ceil(((1 - tokens) / perSecond) * 1000) };
      if (!bucket && buckets.size >= forgetAbove) forgetFull(now);
      if (bucket) {
        bucket.tokens = tokens - 1;
        bucket.at = now;
      } else buckets.set(key, { tokens: tokens - 1, at: now });
      return { ok: true };
    },
  };
}
