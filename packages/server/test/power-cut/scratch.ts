import { mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const enough = 1024 ** 3;

/** A new folder for copies of a database: in memory where there is room, for what the disk keeps is played anyway. */
export function scratchFolder(): string {
  return mkdtempSync(join(roomIn("/dev/shm") ? "/dev/shm" : tmpdir(), "yiwen-power-"));
}

function roomIn(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}
