import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { createNodes } from "../../src/adapters/redis/nodes.ts";
import { openDeps } from "../../src/assemble.ts";
import { readConfig } from "../../src/config.ts";
import type { Deps } from "../../src/deps.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Nodes } from "../../src/ports/nodes.ts";
import { buildServer } from "../../src/server.ts";

/** A node in this process: a whole server with connections of its own. */
export type RunningNode = {
  url: string;
  deps: Deps;
  nodes: Nodes;
  /** As on SIGTERM. */
  close(): Promise<void>;
};

/** Where nodes meet; a silent one is gone after `ttlMs`. */
export type Meeting = { databaseUrl: string; redisUrl: string; prefix: string; beatMs: number; ttlMs: number };

/** A database and a prefix of their own on the servers that all files share. */
export async function meeting(own: Partial<Meeting> = {}): Promise<Meeting> {
  const prefix = `${randomUUID()}:`;
  const databaseUrl = own.databaseUrl ?? (await createDatabase());
  return { redisUrl: inject("redisUrl"), prefix, beatMs: 100, ttlMs: 1000, ...own, databaseUrl };
}

async function createDatabase(): Promise<string> {
  const url = new URL(inject("postgresUrl"));
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  const name = `nodes_${randomUUID().replaceAll("-", "")}`;
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  url.pathname = `/${name}`;
  return url.href;
}

const unlimited = "1000000";
const settings = {
  LOG_LEVEL: "silent",
  UPLOADS_DIR: join(tmpdir(), `yiwen-nodes-${process.pid}`),
  ...Object.fromEntries(
    ["COMMANDS", "MESSAGES", "CONNECTS"].flatMap((name) => [
      [`${name}_PER_SECOND`, unlimited],
      [`${name}_BURST`, unlimited],
    ]),
  ),
};

/** Starts one more node there, on a port of its own or the one given, by the system's clock or another. */
export async function startNode(where: Meeting, port = 0, clock?: Clock): Promise<RunningNode> {
  const opened = await openDeps(readConfig({ ...settings, DATABASE_URL: where.databaseUrl }));
  const { redisUrl: url, prefix, beatMs, ttlMs } = where;
  const nodes = await createNodes({ url, prefix, beatMs, ttlMs });
  const deps = { ...opened.deps, ...(clock && { clock }) };
  const server = await buildServer({ ...deps, nodes });
  return {
    url: await server.listen({ port, host: "127.0.0.1" }),
    deps,
    nodes,
    async close() {
      await server.close();
      await opened.close();
    },
  };
}
