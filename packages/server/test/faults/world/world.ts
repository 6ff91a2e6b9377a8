import { join } from "node:path";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { openDatabase } from "../../../src/adapters/postgres/open-database.ts";
import { type PostgresServer, startPostgres } from "../../harness/postgres-server.ts";
import { type RedisServer, startRedis } from "../../harness/redis-server.ts";
import { type ScriptedModel, startModelServer } from "../../support/model-server.ts";
import { prepareDataDir } from "../../support/prepared-database.ts";
import type { Chance } from "../chance.ts";
import type { Stored } from "../history.ts";
import { type ProxyPort, startProxy } from "../wire/proxy.ts";
import { createDisk, type SmallDisk } from "./disk.ts";
import { readStored } from "./read-stored.ts";
import { type Cast, foundShop } from "./shop.ts";
import { type Supervised, supervise } from "./supervised.ts";

export type Setup = {
  /** PostgreSQL comes with Redis and can have several nodes; the embedded database has one. */
  database: "embedded" | "postgres";
  nodes: number;
  shoppers: number;
  agents: number;
  /** Minutes until a queue's or an agent's patience ends. */
  waitMinutes: number;
};

/** Everything that runs: what can break, and the way to read what was stored. */
export type World = {
  setup: Setup;
  cast: Cast;
  disk: SmallDisk;
  model: ScriptedModel;
  nodes: Supervised[];
  /** In front of each node. */
  doors: ProxyPort[];
  /** Between the nodes and what they store and tell each other in. */
  postgres?: { server: PostgresServer; way: ProxyPort; url: string };
  redis?: { server: RedisServer; way: ProxyPort };
  /** Reads the database; an embedded one has its node stopped for it. */
  read(): Promise<Stored>;
  /** Starts what reading has stopped. */
  resume(): Promise<void>;
  close(): Promise<void>;
};

const unlimited = "1000000";

const settings = {
  YIWEN_SECRET: "a secret for runs with faults, long enough",
  LLM_API_KEY: "sk-faults",
  LLM_MODEL: "scripted",
  LLM_TIMEOUT_SECONDS: "2",
  ...Object.fromEntries(
    ["COMMANDS", "MESSAGES", "CONNECTS"].flatMap((name) => [
      [`${name}_PER_SECOND`, unlimited],
      [`${name}_BURST`, unlimited],
    ]),
  ),
  REQUESTS_PER_MINUTE: unlimited,
};

/** Starts it all on free ports of this machine, in folders of its own. */
export async function createWorld(setup: Setup, chance: Chance): Promise<World> {
  const disk = createDisk(1024);
  const model = await startModelServer();
  const parts = setup.database === "postgres" ? await startServers(disk, chance) : undefined;
  const data: Record<string, string> = {
    DATA_DIR: join(disk.folder, "data"),
    UPLOADS_DIR: join(disk.folder, "uploads"),
  };
  if (!parts) await prepareDataDir(data.DATA_DIR ?? "");
  const base = { ...data, ...settings, LLM_BASE_URL: model.url };
  const cast = await foundShop({ ...base, ...(parts && { DATABASE_URL: parts.postgres.url }) }, setup);
  const env = { ...base, ...parts?.env };
  const nodes: Supervised[] = [];
  const doors: ProxyPort[] = [];
  for (let n = 0; n < setup.nodes; n++) {
    const node = await supervise(env);
    nodes.push(node);
    doors.push(await startProxy(node.port, chance));
  }
  return {
    setup,
    cast,
    disk,
    model,
    nodes,
    doors,
    ...(parts && { postgres: parts.postgres, redis: parts.redis }),
    async read() {
      if (parts) return readFrom(connect({ url: parts.postgres.url, single: true }), cast.shop);
      await Promise.all(nodes.map((node) => node.stop()));
      return readEmbedded(data.DATA_DIR ?? "", cast.shop);
    },
    async resume() {
      await Promise.all(nodes.filter((node) => !node.running).map((node) => node.start()));
    },
    async close() {
      await Promise.all(nodes.map((node) => node.close()));
      await Promise.all([...doors, parts?.postgres.way, parts?.redis.way].map((proxy) => proxy?.close()));
      await Promise.all([parts?.postgres.server.close(), parts?.redis.server.close(), model.close()]);
      disk.close();
    },
  };
}

async function startServers(disk: SmallDisk, chance: Chance) {
  const server = await startPostgres({ parent: disk.folder });
  const url = await server.database();
  const way = await startProxy(server.port, chance, false);
  const redis = await startRedis();
  const redisWay = await startProxy(redis.port, chance, false);
  const env = {
    DATABASE_URL: url.replace(`:${server.port}`, `:${way.port}`),
    REDIS_URL: redis.url.replace(`:${redis.port}`, `:${redisWay.port}`),
  };
  return { env, postgres: { server, way, url }, redis: { server: redis, way: redisWay } };
}

async function readFrom(sql: ReturnType<typeof connect>, shop: string): Promise<Stored> {
  try {
    return await readStored(sql, shop);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function readEmbedded(dataDir: string, shop: string): Promise<Stored> {
  const database = await openDatabase({ dataDir });
  try {
    return await readStored(database.sql, shop);
  } finally {
    await database.close();
  }
}
