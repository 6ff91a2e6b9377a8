import type { TestProject } from "vitest/node";
import { startPostgres } from "../harness/postgres-server.ts";
import { startRedis } from "../harness/redis-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
    redisUrl: string;
  }
}

let close = async () => {};

/** One PostgreSQL and one Redis for all files; each file has a database and a prefix of its own. */
export async function setup(project: TestProject): Promise<void> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  close = async () => {
    await Promise.all([postgres.close(), redis.close()]);
  };
  project.provide("postgresUrl", await postgres.database());
  project.provide("redisUrl", redis.url);
}

export function teardown(): Promise<void> {
  return close();
}
