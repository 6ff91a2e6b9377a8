import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { sessionSettings } from "../postgres/session-settings.ts";
import { dataFolder } from "./data-folder.ts";
import { durableFiles, durableStart } from "./durable-files.ts";

/** What an acknowledged message survives: a power cut, or only the end of the process. */
export type Durability = "power" | "process";

/** What the thread is started with: a folder (else memory), and where to listen (a loopback port where no `path`). */
export type WorkerInput = { folder?: { path: string; durability: Durability }; path?: string };

/** What the thread says: it listens, or it closed everything. */
export type WorkerOutput = { type: "listening"; address: string } | { type: "closed" };

async function run(input: WorkerInput): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const db = await (input.folder ? openFolder(input.folder) : PGlite.create("memory://"));
  // PGlite takes no settings from the driver's greeting.
  for (const [name, value] of Object.entries(sessionSettings)) await db.exec(`set ${name} = ${value}`);
  const where = input.path ? { path: input.path } : { host: "127.0.0.1", port: 0 };
  const server = new PGLiteSocketServer({ db, ...where, maxConnections: 8 });
  await server.start();
  const say = (message: WorkerOutput) => port.postMessage(message);
  port.once("message", async () => {
    await server.stop();
    await db.close();
    say({ type: "closed" });
    port.close();
  });
  say({ type: "listening", address: server.getServerConn() });
}

async function openFolder({ path, durability }: NonNullable<WorkerInput["folder"]>): Promise<PGlite> {
  const writesThrough = durability === "power";
  const folder = dataFolder(path, writesThrough);
  folder.prepare();
  const options = writesThrough ? { fs: durableFiles(folder.path), startParams: durableStart } : {};
  const db = await PGlite.create({ dataDir: folder.path, ...options });
  await folder.settle();
  return db;
}

if (!isMainThread) await run(workerData as WorkerInput);
