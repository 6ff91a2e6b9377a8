import { fileURLToPath } from "node:url";
import { type Daemon, startDaemon } from "./daemon.ts";
import { freePort } from "./free-port.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** `yiwen serve` as a process of its own; it keeps its port over `stop` and `start`. */
export type NodeProcess = {
  readonly url: string;
  readonly port: number;
  readonly running: boolean;
  start(): Promise<void>;
  /** SIGKILL is a crash, SIGTERM a deploy; settles once it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** SIGSTOP and SIGCONT, for instance; waits for nothing. */
  send(signal: NodeJS.Signals): void;
};

/** Settings as in the environment: `DATABASE_URL` and `REDIS_URL`, or `DATA_DIR` for the embedded database; `args` are Node's. */
export async function startNode(env: Record<string, string>, args: string[] = []): Promise<NodeProcess> {
  const port = await freePort();
  const settings = { PATH: process.env.PATH ?? "", LOG_LEVEL: "silent", ...env, PORT: String(port) };
  let daemon: Daemon | undefined;
  const node: NodeProcess = {
    port,
    url: `http://127.0.0.1:${port}`,
    get running() {
      return daemon?.running ?? false;
    },
    async start() {
      daemon = await startDaemon(process.execPath, [...args, main, "serve"], /Yiwen listens on/, { env: settings });
    },
    async stop(signal = "SIGKILL") {
      await daemon?.end(signal);
    },
    send: (signal) => daemon?.send(signal),
  };
  await node.start();
  return node;
}
