import { fdatasyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** An open file as Emscripten knows it; `nfd` is Node's descriptor. */
type Stream = { nfd: number; flags: number; node: { mode: number } };

/** The part of Emscripten's file system over Node's that is ours to complete. */
type NodeFiles = {
  stream_ops: { fsync?: (stream: Stream) => number };
  /** Runs it and turns Node's errors into those that Postgres knows. */
  tryFSOperation<T>(work: () => T): T;
};

type EmscriptenModule = { FS: { isDir(mode: number): boolean; filesystems: { NODEFS: NodeFiles } } };

/**
 * PGlite's files in a folder, with the one call that its own lack: what Postgres wants on disk is on disk when `fsync`
 * returns. Made for `durableStart`; without it Postgres never asks. `sync` writes out what an open file or folder holds.
 */
export function durableFiles(folder: string, sync: (descriptor: number) => void = fdatasyncSync): NodeFS {
  const files = new NodeFS(folder);
  const init = files.init.bind(files);
  files.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: EmscriptenModule) => addSync(module.FS, sync)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun: preRun as typeof emscriptenOpts.preRun } };
  };
  return files;
}

/**
 * What Postgres is started with for its own rules of writing to hold: WAL before the answer, data before the checkpoint
 * that counts on it. `fdatasync`, its first choice, does nothing in PGlite; `fsync` comes through to us.
 */
export const durableStart: string[] = [
  ...PGlite.defaultStartParams,
  ...["-c", "fsync=on"],
  ...["-c", "wal_sync_method=fsync"],
  // Nobody makes the next 16 MB of WAL ahead of time here, so whoever comes to the end of one would wait for it.
  ...["-c", "wal_init_zero=off"],
];

/** The bits of a file's flags that say whether it is open for reading (0), writing or both. */
const accessMode = 3;

function addSync(fs: EmscriptenModule["FS"], sync: (descriptor: number) => void): void {
  const files = fs.filesystems.NODEFS;
  files.stream_ops.fsync = ({ nfd, flags, node }) => {
    const isFolder = fs.isDir(node.mode);
    // Windows writes no folder out; its journal keeps the names.
    if (isFolder && process.platform === "win32") return 0;
    // After a crash Postgres goes through all files twice: first a hint, with each open for reading, then for good.
    if (!isFolder && (flags & accessMode) === 0) return 0;
    files.tryFSOperation(() => sync(nfd));
    return 0;
  };
}
