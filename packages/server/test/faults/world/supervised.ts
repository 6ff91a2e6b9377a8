import { type NodeProcess, startNode } from "../../harness/node-process.ts";

/** A node that somebody starts again when it ends, as a supervisor does. */
export type Supervised = {
  readonly url: string;
  readonly port: number;
  readonly running: boolean;
  /** Ends it with this signal; it is started again after so many milliseconds. */
  end(signal: "SIGKILL" | "SIGTERM", downMs: number): Promise<void>;
  send(signal: "SIGSTOP" | "SIGCONT"): void;
  /** Ends it for good, or until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

const lookEveryMs = 200;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Starts a node and watches over it. */
export async function supervise(env: Record<string, string>): Promise<Supervised> {
  const node: NodeProcess = await startNode(env);
  let isWanted = true;
  let downUntil = 0;
  let watching = watch();

  async function watch(): Promise<void> {
    while (isWanted) {
      await pause(lookEveryMs);
      if (!isWanted || node.running || Date.now() < downUntil) continue;
      // A start that fails, on a full disk or without a database, is tried again as any other end.
      await node.start().catch(() => {});
    }
  }

  return {
    url: node.url,
    port: node.port,
    get running() {
      return node.running;
    },
    async end(signal, downMs) {
      downUntil = Date.now() + downMs;
      await node.stop(signal);
    },
    send: (signal) => node.send(signal),
    async stop() {
      isWanted = false;
      await watching;
      node.send("SIGCONT");
      await node.stop("SIGTERM");
    },
    async start() {
      isWanted = true;
      await node.start();
      watching = watch();
    },
  };
}
