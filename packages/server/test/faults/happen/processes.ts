import type { ProxyPort } from "../wire/proxy.ts";
import { type Fault, pause, type Scene } from "./fault.ts";

/** What happens to nodes. */
export const nodeFaults = {
  async killNode({ world, chance }) {
    const node = chance.pick(world.nodes);
    if (!node.running) return false;
    await node.end("SIGKILL", chance.between(0, 1000));
    return true;
  },
  async deploy({ world, chance }) {
    const node = chance.pick(world.nodes);
    if (!node.running) return false;
    await node.end("SIGTERM", 0);
    return true;
  },
  /** A long pause of everything in it, after which it goes on as if nothing had been. */
  async freezeNode({ world, chance }) {
    const node = chance.pick(world.nodes);
    if (!node.running) return false;
    node.send("SIGSTOP");
    await pause(chance.between(300, 2500));
    node.send("SIGCONT");
    return true;
  },
} satisfies Record<string, Fault>;

function cutAll({ links }: ProxyPort): boolean {
  for (const link of links) link.cut();
  return links.size > 0;
}

async function hold(way: ProxyPort, { chance }: Scene): Promise<boolean> {
  const links = [...way.links];
  for (const link of links) link.hold("down", true);
  await pause(chance.between(300, 2500));
  for (const link of links) link.hold("down", false);
  return links.length > 0;
}

let isPostgresDown = false;
let isRedisDown = false;

/** What happens to the database server and to Redis. */
export const serverFaults = {
  async killPostgres({ world: { postgres }, chance }) {
    if (!postgres || isPostgresDown) return false;
    isPostgresDown = true;
    await postgres.server.stop(chance.pick(["immediate", "kill"] as const));
    await pause(chance.between(0, 2000));
    await startAgain(postgres.server.start);
    isPostgresDown = false;
    return true;
  },
  cutPostgres: async ({ world }) => world.postgres !== undefined && cutAll(world.postgres.way),
  holdPostgres: async (scene) => scene.world.postgres !== undefined && hold(scene.world.postgres.way, scene),
  async killRedis({ world: { redis }, chance }) {
    if (!redis || isRedisDown) return false;
    isRedisDown = true;
    await redis.server.stop("SIGKILL");
    await pause(chance.between(0, 2000));
    await startAgain(redis.server.start);
    isRedisDown = false;
    return true;
  },
  cutRedis: async ({ world }) => world.redis !== undefined && cutAll(world.redis.way),
  holdRedis: async (scene) => scene.world.redis !== undefined && hold(scene.world.redis.way, scene),
} satisfies Record<string, Fault>;

/** A server that was killed may find its own remains in the way of its next start for a moment. */
async function startAgain(start: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await start();
    } catch (error) {
      if (tries === 20) throw error;
      await pause(500);
    }
  }
}
