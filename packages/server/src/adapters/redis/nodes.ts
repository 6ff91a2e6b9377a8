import { randomUUID } from "node:crypto";
import type { Hearing, Nodes } from "../../ports/nodes.ts";
import { createBoard } from "./board.ts";
import { connectRedis } from "./connect.ts";
import { createCount } from "./count.ts";
import { createHearer } from "./hearer.ts";
import { createPeers } from "./peers.ts";
import { createTeller } from "./teller.ts";

/** How often a node says that it is there, and after how long a silent one is gone, in milliseconds. */
const pace = { beatMs: 2000, ttlMs: 8000 };
/** The stream outlives the last node for so long, in milliseconds. */
const streamTtlMs = "3600000";

/** The heads that nodes use among themselves: here I am, goodbye, and what stands under a key now. */
const beating = ".";
const leaving = "-";
const posting = "=";

export type NodesOptions = { url: string; prefix?: string; beatMs?: number; ttlMs?: number };

/**
 * The nodes that share one Redis: one trimmed stream of what they tell each other, and a hash of each node that is gone
 * with it. Throws a `StartError` when Redis can't be reached.
 */
export async function createNodes({ url, prefix = "yiwen:", ...own }: NodesOptions): Promise<Nodes> {
  const { beatMs, ttlMs } = { ...pace, ...own };
  const me = randomUUID().slice(0, 13);
  const stream = `${prefix}told`;
  const redis = await connectRedis(url);
  const hearing = await connectRedis(url);
  const teller = createTeller(redis, { stream, me });
  const board = createBoard(redis, { prefix, me, ttlMs });
  let on: Hearing = { told: () => {}, changed: () => {}, missed: () => {} };
  const peers = createPeers({ ttlMs, read: board.read, changed: (key) => on.changed(key) });
  const hearer = createHearer(
    hearing,
    { stream, me },
    {
      resumed: peers.forgive,
      missed() {
        peers.readAll();
        on.missed();
      },
      entry(from, lines) {
        peers.heard(from);
        for (let n = 0; n + 1 < lines.length; n += 2) take(from, lines[n] ?? "", lines[n + 1] ?? "");
      },
    },
  );
  let beats: NodeJS.Timeout | undefined;

  function take(from: string, head: string, body: string): void {
    if (head === beating) return;
    if (head === leaving) peers.left(from);
    else if (head.startsWith(posting)) peers.take(from, head.slice(posting.length), body && JSON.parse(body));
    else on.told(from, head, body);
  }

  function beat(): void {
    teller.tell(beating, "");
    peers.check(beatMs);
    void board.beat();
    redis.ask("PEXPIRE", stream, streamTtlMs).catch(() => {});
  }

  return {
    me,
    others: peers.names,
    tell: (head, body = "") => teller.tell(head, body),
    post(key, value) {
      // In this order: who reads the hash and then the stream misses nothing.
      board.post(key, value);
      teller.tell(`${posting}${key}`, value === undefined ? "" : JSON.stringify(value));
    },
    posted: peers.posted,
    count: createCount(redis, prefix),
    async open(hears) {
      on = hears;
      await hearer.begin();
      await board.beat();
      const known = await board.nodes();
      await peers.learn(known);
      hearer.read(known);
      beat();
      beats = setInterval(beat, beatMs).unref();
    },
    async close() {
      clearInterval(beats);
      teller.tell(leaving, "");
      await teller.flushed();
      await board.remove();
      hearer.close();
      redis.close();
    },
  };
}
