import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { StartError } from "../../start-error.ts";
import type { DatabaseTarget } from "../postgres/connect.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import type { Durability } from "./open-pglite.ts";
import { syncFolder } from "./sync-folder.ts";
import type { WorkerInput, WorkerOutput } from "./worker.ts";

/** Postgres inside this process. */
export type EmbeddedPostgres = {
  /** What `connect` takes. */
  target: DatabaseTarget;
  /** Settles when the thread ended though nobody asked it to. */
  failed: Promise<Error>;
  /** Writes everything out and frees the folder; again does nothing. Close the connections first. */
  close(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Where the data lives; nowhere but in memory without it. */
  dataDir?: string;
  /** `power` where nothing is said. */
  durability?: Durability;
};

/**
 * Starts PGlite in a thread of its own behind a socket, so that the ordinary driver speaks to it and its work never
 * blocks the event loop. Without `dataDir` everything is in memory. Throws a `StartError` when the folder can't be used.
 */
export async function startPglite({ dataDir, durability = "power" }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  // Windows has no unix sockets in this driver; a loopback port takes their place there.
  const socketFolder = process.platform === "win32" ? undefined : mkdtempSync(join(tmpdir(), "yiwen-"));
  const path = socketFolder && join(socketFolder, ".s.PGSQL.5432");
  let lock: FolderLock | undefined;
  const cleanUp = () => {
    if (socketFolder) rmSync(socketFolder, { recursive: true, force: true });
    lock?.release();
  };
  try {
    if (dataDir !== undefined) lock = lockFolder(usableFolder(dataDir), socketFolder);
    const input: WorkerInput = {
      ...(dataDir !== undefined && { folder: { path: dataDir, durability } }),
      ...(path && { path }),
    };
    const worker = startWorker(input);
    const port = await listening(worker, dataDir);
    return running(worker, port === undefined ? { path } : { host: "127.0.0.1", port }, cleanUp);
  } catch (error) {
    cleanUp();
    throw error;
  }
}

/** The thread's file is TypeScript when this one is, JavaScript when built. */
function startWorker(workerData: WorkerInput): Worker {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new Worker(new URL(`./worker.${extension}`, import.meta.url), { workerData, execArgv: [] });
}

function usableFolder(folder: string): string {
  try {
    makeFolder(folder);
    rmSync(mkdtempSync(join(folder, ".writable-")), { recursive: true });
    return folder;
  } catch (error) {
    throw new StartError("folder_unwritable", `can't write to the data folder ${folder}: ${reason(error)}`);
  }
}

/** Not `recursive`: that never returns where a parent is there but takes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
  syncFolder(dirname(folder));
}

function listening(worker: Worker, dataDir: string | undefined): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const broken = (why: string) =>
      reject(new StartError("database_unreachable", `the embedded database${dataDir ? ` in ${dataDir}` : ""} ${why}`));
    worker.once("error", (error) => broken(`did not start: ${reason(error)}`));
    worker.once("exit", (code) => broken(`ended with code ${code} while starting`));
    worker.once("message", (message: WorkerOutput) => {
      worker.removeAllListeners();
      if (message.type === "listening") resolve(message.port);
    });
  });
}

function running(worker: Worker, target: DatabaseTarget, cleanUp: () => void): EmbeddedPostgres {
  let closing: Promise<void> | undefined;
  const ended = new Promise<Error>((resolve) => {
    worker.once("error", (error) => resolve(error instanceof Error ? error : new Error(String(error))));
    worker.once("exit", (code) => resolve(new Error(`the embedded database ended with code ${code}`)));
  });
  const failed = new Promise<Error>((resolve) => {
    void ended.then((error) => {
      if (!closing) resolve(error);
    });
  });
  const close = async () => {
    worker.postMessage("close");
    await ended;
    cleanUp();
  };
  return {
    target: { ...target, user: "postgres", database: "postgres", single: true },
    failed,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
