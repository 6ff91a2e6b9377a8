import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { openPglite, type PgliteFolder } from "./open-pglite.ts";
import { serveWire } from "./wire-server.ts";

/** What the thread is started with: a folder (else memory), and where to listen (a loopback port where no `path`). */
export type WorkerInput = { folder?: PgliteFolder; path?: string };

/** What the thread says: it listens, or it closed everything. */
export type WorkerOutput = { type: "listening"; port?: number } | { type: "closed" };

async function run(input: WorkerInput): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const db = await openPglite(input.folder);
  const where = input.path ? { path: input.path } : { host: "127.0.0.1", port: 0 };
  const server = await serveWire(db, where);
  const say = (message: WorkerOutput) => port.postMessage(message);
  port.once("message", async () => {
    server.close();
    await db.close();
    say({ type: "closed" });
    port.close();
  });
  say({ type: "listening", ...(server.port !== undefined && { port: server.port }) });
}

if (!isMainThread) await run(workerData as WorkerInput);
