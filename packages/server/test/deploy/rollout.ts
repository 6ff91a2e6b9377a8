import { setTimeout as pause } from "node:timers/promises";
import { connect } from "../../src/adapters/postgres/connect.ts";
import { createChance } from "../faults/chance.ts";
import { check } from "../faults/checker/check.ts";
import type { Entry, Violation } from "../faults/history.ts";
import { readStored } from "../faults/world/read-stored.ts";
import { foundShop } from "../faults/world/shop.ts";
import { type NodeProcess, startNode } from "../harness/node-process.ts";
import { startPostgres } from "../harness/postgres-server.ts";
import { startRedis } from "../harness/redis-server.ts";
import { type Balancer, startBalancer } from "./balancer.ts";
import { gatherShoppers } from "./shoppers.ts";
import { createStopwatch, type Waits } from "./waits.ts";

export type Rollout = {
  seed: number;
  shoppers: number;
  /** Milliseconds between two messages of one shopper, more or less. */
  everyMs: number;
  /** Milliseconds of an ordinary day before the deploy, to compare with. */
  calmMs: number;
};

export type RolledOut = {
  calm: Waits;
  deploy: Waits;
  /** Milliseconds from SIGTERM to each node's end, and until connections are led to it again. */
  nodes: { drainMs: number; backMs: number }[];
  messages: number;
  violations: Violation[];
};

const waitMinutes = 10;
const unlimited = "1000000";
/** Everybody comes from one address here. */
const limits = ["CONNECTS_PER_SECOND", "CONNECTS_BURST", "SOCKETS_PER_ADDRESS"].map((name) => [name, unlimited]);
const settings = { YIWEN_SECRET: "a secret for deploys under load, long enough", ...Object.fromEntries(limits) };

/** Restarts two nodes in turn, as a deploy does, while shoppers write; measures their waits and proves that nothing is lost. */
export async function rollOut({ seed, shoppers: count, everyMs, calmMs }: Rollout): Promise<RolledOut> {
  const [postgres, redis] = [await startPostgres(), await startRedis()];
  const url = await postgres.database();
  const env = { ...settings, DATABASE_URL: url, REDIS_URL: redis.url, UPLOADS_DIR: `${postgres.folder}/uploads` };
  const cast = await foundShop(env, { shoppers: count, agents: 0, waitMinutes });
  const nodes = [await startNode(env), await startNode(env)];
  const balancer = await startBalancer(nodes.map(({ port }) => port));
  const entries: Entry[] = [];
  const stopwatch = createStopwatch();
  const chance = createChance(seed);
  const shoppers = gatherShoppers({ people: cast.shoppers, url: balancer.url, chance, entries, stopwatch });
  const sql = connect({ url, single: true });
  try {
    await shoppers.areIn();
    const stop = shoppers.write(everyMs);
    // The first messages of all at once are no ordinary day.
    await pause(calmMs);
    stopwatch.take();
    await pause(calmMs);
    const calm = stopwatch.take();
    const times: RolledOut["nodes"] = [];
    for (const node of nodes) times.push(await replace(node, balancer));
    stop();
    await shoppers.areAtRest();
    const deploy = stopwatch.take();
    const stored = await readStored(sql, cast.shop);
    const violations = check({ entries, last: shoppers.last(), stored, waitMs: waitMinutes * 60_000 });
    return { calm, deploy, nodes: times, messages: entries.filter(({ kind }) => kind === "wrote").length, violations };
  } finally {
    shoppers.close();
    await sql.end();
    await Promise.all([balancer.close(), ...nodes.map((node) => node.stop())]);
    await Promise.all([postgres.close(), redis.close()]);
  }
}

async function replace(node: NodeProcess, balancer: Balancer): Promise<RolledOut["nodes"][number]> {
  const at = performance.now();
  await node.stop("SIGTERM");
  const drainMs = performance.now() - at;
  await node.start();
  while (!balancer.serves(node.port)) await pause(100);
  return { drainMs, backMs: performance.now() - at };
}
