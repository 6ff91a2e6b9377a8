import type { Redis } from "./connect.ts";

/** What this node says of itself, kept in Redis until it is gone. */
export type Board = {
  post(key: string, value: unknown): void;
  /** Says that this node is there, and writes everything again where Redis lost it. */
  beat(): Promise<void>;
  /** What another node says of itself; nothing when it is gone. */
  read(node: string): Promise<Map<string, unknown>>;
  /** The nodes that are there. */
  nodes(): Promise<string[]>;
  remove(): Promise<void>;
};

/** A hash a node, and a set of their names. `ttlMs`: a node that does not beat for so long is gone. */
export function createBoard(redis: Redis, { prefix, me, ttlMs }: { prefix: string; me: string; ttlMs: number }): Board {
  const posted = new Map<string, string>([["", "{}"]]);
  const keyOf = (node: string) => `${prefix}node:${node}`;
  const names = `${prefix}nodes`;
  let isBehind = true;

  const failed = () => {
    isBehind = true;
  };

  async function writeAll(): Promise<void> {
    isBehind = false;
    const fields = [...posted].flat();
    const key = keyOf(me);
    await Promise.all([
      redis.ask("DEL", key),
      redis.ask("HSET", key, ...fields),
      redis.ask("PEXPIRE", key, String(ttlMs)),
      redis.ask("SADD", names, me),
    ]).catch(failed);
  }

  return {
    post(key, value) {
      if (value === undefined) posted.delete(key);
      else posted.set(key, JSON.stringify(value));
      const text = posted.get(key);
      const write = text === undefined ? redis.ask("HDEL", keyOf(me), key) : redis.ask("HSET", keyOf(me), key, text);
      write.catch(failed);
    },
    async beat() {
      const isThere = await redis.ask<number>("PEXPIRE", keyOf(me), String(ttlMs)).catch(() => 0);
      if (isBehind || !isThere) await writeAll();
    },
    async read(node) {
      const flat = await redis.ask<string[]>("HGETALL", keyOf(node));
      const pairs = flat.flatMap((key, n) => (n % 2 === 0 ? [[key, JSON.parse(flat[n + 1] ?? "null")] as const] : []));
      return new Map(pairs);
    },
    async nodes() {
      const known = await redis.ask<string[]>("SMEMBERS", names);
      const there = await Promise.all(known.map((node) => redis.ask<number>("EXISTS", keyOf(node))));
      const gone = known.filter((_, n) => there[n] === 0);
      if (gone.length > 0) await redis.ask("SREM", names, ...gone);
      return known.filter((node) => node !== me && !gone.includes(node));
    },
    async remove() {
      await Promise.all([redis.ask("DEL", keyOf(me)), redis.ask("SREM", names, me)]).catch(() => {});
    },
  };
}
