import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place for data that can be full. */
export type SmallDisk = {
  readonly folder: string;
  /** Takes all that is left; answers how to give it back. Absent where no disk of its own could be had. */
  fill?: () => () => void;
  close(): void;
};

/** A small file system in memory where this process may mount one, else a plain folder that can't be filled. */
export function createDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "yiwen-faults-"));
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return { folder, close: remove };
  }
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    execFileSync("umount", ["-l", folder], { stdio: "ignore" });
    remove();
  };
  // Also where the run is broken off.
  process.once("exit", close);
  return { folder, fill: () => fill(folder), close };
}

function fill(folder: string): () => void {
  const path = join(folder, "filler");
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(path, Buffer.alloc(bavail * bsize));
  } catch {
    // As much as there was room for.
  }
  return () => rmSync(path, { force: true });
}
