import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "./sync-folder.ts";

/** Why the folder can't be trusted after a power cut: it was being made, or it was used without writing through. */
type Doubt = "unfinished" | "unsynced";

/** The database's folder in the data folder, and how it is made ready for use. */
export type DataFolder = {
  path: string;
  /** Before Postgres opens it: removes what was only half made and what nobody uses, and notes what would be in doubt after a power cut. */
  prepare(): void;
  /** Once Postgres has opened it: with `writesThrough`, everything in it is on disk and stays so. */
  settle(): Promise<void>;
};

/** `writesThrough`: Postgres runs with `durableFiles`, which only vouch for what is written from then on. */
export function dataFolder(folder: string, writesThrough: boolean): DataFolder {
  const path = join(folder, "postgres");
  const mark = join(folder, "postgres.mark");
  return {
    path,
    prepare() {
      if (read(mark) === "unfinished") rmSync(path, { recursive: true, force: true });
      if (!existsSync(path)) write(folder, mark, "unfinished");
      else if (!writesThrough) write(folder, mark, "unsynced");
      // Postgres refuses one that a power cut left empty. Who may open the folder is decided by a lock of ours.
      rmSync(join(path, "postmaster.pid"), { force: true });
    },
    async settle() {
      if (!writesThrough) return write(folder, mark, "unsynced");
      if (!existsSync(mark)) return;
      await syncTree(path);
      rmSync(mark);
      syncFolder(folder);
    },
  };
}

function read(mark: string): string | undefined {
  return existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
}

function write(folder: string, mark: string, doubt: Doubt): void {
  const file = openSync(mark, "w", 0o600);
  try {
    writeSync(file, doubt);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(folder);
}

/** Writes out every file under a folder, and every folder's list of names. */
async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return syncTree(path);
      // Windows writes out only what is open for writing.
      const file = await open(path, "r+");
      try {
        await file.datasync();
      } finally {
        await file.close();
      }
    }),
  );
  syncFolder(folder);
}
