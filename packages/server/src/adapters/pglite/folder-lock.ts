import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../../start-error.ts";

type Holder = { pid: number; born: string; token: string; socketFolder?: string };

/** A folder that is this process's alone until `release`. */
export type FolderLock = { release(): void };

/**
 * Takes the folder for this process. PGlite takes no lock of its own (electric-sql/pglite#1106), and two of them on one
 * folder destroy it. The lock of a dead process is taken over, and its leftover socket folder removed.
 */
export function lockFolder(folder: string, socketFolder?: string): FolderLock {
  const path = join(folder, "yiwen.lock");
  const mine: Holder = {
    pid: process.pid,
    born: bornOf(process.pid) ?? "",
    token: randomUUID(),
    ...(socketFolder && { socketFolder }),
  };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    // A hard link appears whole or not at all, so a reader never sees half a lock.
    while (!tryLink(draft, path)) clearIfDead(path, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (read(path)?.token === mine.token) rmSync(path, { force: true });
    },
  };
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

function clearIfDead(path: string, folder: string): void {
  const holder = read(path);
  if (holder && isAlive(holder)) throw inUse(folder, holder);
  // Moved aside first: of two processes that find the same dead lock only one moves it, and whoever
  // moved a lock that was taken meanwhile puts it back.
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  const moved = read(aside);
  if (moved && moved.token !== holder?.token) {
    tryLink(aside, path);
    rmSync(aside, { force: true });
    throw inUse(folder, moved);
  }
  rmSync(aside, { force: true });
  if (moved?.socketFolder) rmSync(moved.socketFolder, { recursive: true, force: true });
}

function inUse(folder: string, holder: Holder): StartError {
  return new StartError(
    "folder_in_use",
    `${folder} is in use by process ${holder.pid}: stop that one, or choose another DATA_DIR`,
  );
}

function read(path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null && "pid" in value && typeof value.pid === "number";
}

function isAlive({ pid, born }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: somebody else's process, which is alive.
    if (hasCode(error, "ESRCH")) return false;
  }
  // A restarted container or machine gives the same numbers to other processes.
  const bornNow = bornOf(pid);
  return bornNow === undefined || bornNow === born;
}

/** When a process began, as something that only has to be compared; undefined where the system doesn't say. */
function bornOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The command's name may hold spaces and brackets; the start time is the 20th field after it.
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    } catch {
      return undefined;
    }
  }
  return pid === process.pid ? String(Math.round(performance.timeOrigin)) : undefined;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
