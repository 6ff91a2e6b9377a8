import { type NodeProcess, startNode } from "../../harness/node-process.ts";
import { createWallClock } from "../../harness/wall-clock.ts";

/** A node that somebody starts again when it ends, as a supervisor does. */
export type Supervised = {
  readonly url: string;
  readonly port: number;
  readonly running: boolean;
  /** Ends it with this signal; it is started again after so many milliseconds. */
  end(signal: "SIGKILL" | "SIGTERM", downMs: number): Promise<void>;
  send(signal: "SIGSTOP" | "SIGCONT"): void;
  /** Sets its wall clock so many milliseconds ahead, or behind; it stays so when it is started again. */
  setClock(aheadMs: number): void;
  /** Ends it until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
};

const lookEveryMs = 200;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Starts a node and watches over it. */
export async function supervise(env: Record<string, string>): Promise<Supervised> {
  const clock = createWallClock();
  const node: NodeProcess = await startNode({ ...env, ...clock.env }, clock.args);
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

  async function stop(): Promise<void> {
    isWanted = false;
    await watching;
    node.send("SIGCONT");
    await node.stop("SIGTERM");
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
    setClock: clock.set,
    stop,
    async start() {
      isWanted = true;
      await node.start();
      watching = watch();
    },
    async close() {
      await stop();
      clock.close();
    },
  };
}
