import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Daemon, startDaemon } from "./daemon.ts";
import { freePort } from "./free-port.ts";

/** A Redis of its own; it keeps its port over `stop` and `start`, and forgets everything, as one without a disk does. */
export type RedisServer = {
  readonly url: string;
  readonly port: number;
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** SIGSTOP and SIGCONT: it is there and answers nobody. */
  send(signal: NodeJS.Signals): void;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
};

/** Starts a Redis on a free port of this machine; `settings` as in its configuration, such as `["--maxmemory", "10mb"]`. */
export async function startRedis(settings: string[] = []): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "yiwen-redis-"));
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...settings];
  let daemon: Daemon | undefined;
  const server: RedisServer = {
    port,
    url: `redis://127.0.0.1:${port}`,
    async start() {
      daemon = await startDaemon("redis-server", args, /Ready to accept connections/, {});
    },
    async stop(signal = "SIGKILL") {
      await daemon?.end(signal);
    },
    send: (signal) => daemon?.send(signal),
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
