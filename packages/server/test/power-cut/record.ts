import type { NodeFS } from "@electric-sql/pglite/nodefs";

/** What reached the file system, in order. A file keeps its number when it gets another name; folders are known by path. */
export type Step =
  | { step: "create"; path: string; file: number; isFolder: boolean }
  | { step: "rename"; from: string; to: string }
  | { step: "remove"; path: string }
  | { step: "write"; file: number; at: number; bytes: Buffer }
  | { step: "size"; file: number; size: number }
  | { step: "sync"; path: string; file: number; isFolder: boolean }
  | { step: "answer"; what: string };

/** What was recorded, and `begun`: the numbers of files by the names they had at the beginning. */
export type Recording = { steps: Step[]; begun: Map<string, number>; answer(what: string): void };

type Node = { name: string; mode: number; parent: Node; mount: { opts: { root: string } } };
type Stream = { nfd: number; node: Node };
type Attributes = { size?: number };

type NodeFiles = {
  realPath(node: Node): string;
  node_ops: {
    mknod(parent: Node, name: string, mode: number, dev: number): Node;
    rename(node: Node, folder: Node, name: string): void;
    unlink(parent: Node, name: string): void;
    rmdir(parent: Node, name: string): void;
    setattr(node: Node, change: Attributes): void;
  };
  stream_ops: {
    open(stream: Stream): void;
    write(stream: Stream, from: Uint8Array, offset: number, length: number, at: number): number;
    setattr(stream: Stream, change: Attributes): void;
  };
};

type EmscriptenModule = { FS: { isDir(mode: number): boolean; filesystems: { NODEFS: NodeFiles } } };

/** How a file system is made that writes out by this function. */
type MakeFiles = (folder: string, sync: (descriptor: number) => void) => NodeFS;

/** A file system that writes down what it is asked to do and does it, but for the syncs: those are only written down. */
export function recordedFiles(folder: string, make: MakeFiles): { files: NodeFS; recording: Recording } {
  const recording: Recording = {
    steps: [],
    begun: new Map(),
    answer: (what) => void recording.steps.push({ step: "answer", what }),
  };
  const opened: Opened = new Map();
  const files = make(folder, (descriptor) => {
    const { path, file, isFolder } = opened.get(descriptor) ?? {};
    if (path === undefined || file === undefined) throw new Error("a sync of what was never opened");
    recording.steps.push({ step: "sync", path: path(), file, isFolder: isFolder === true });
  });
  const init = files.init.bind(files);
  files.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options);
    const listen = (module: EmscriptenModule) => listenTo(module.FS, folder, { ...recording, opened });
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), listen] as never } };
  };
  return { files, recording };
}

/** What is open, by Node's descriptor; its path may change meanwhile. */
type Opened = Map<number, { file: number; isFolder: boolean; path(): string }>;

/** Which number a file has now, by its name. */
function numbers(begun: Map<string, number>) {
  const now = new Map<string, number>();
  const gone = new Set<string>();
  let next = 1;
  return {
    fresh: (path: string) => {
      now.set(path, next);
      return next++;
    },
    of(path: string): number {
      const known = now.get(path);
      if (known !== undefined) return known;
      now.set(path, next);
      if (!gone.has(path)) begun.set(path, next);
      return next++;
    },
    move(from: string, to: string) {
      now.set(to, this.of(from));
      this.drop(from);
    },
    drop(path: string) {
      this.of(path);
      now.delete(path);
      gone.add(path);
    },
  };
}

function listenTo(
  fs: EmscriptenModule["FS"],
  folder: string,
  { steps, begun, opened }: Recording & { opened: Opened },
): void {
  const { node_ops: names, stream_ops: streams, realPath } = fs.filesystems.NODEFS;
  const files = numbers(begun);
  const at = (node: Node) => realPath(node).slice(folder.length + 1);
  const inside = (node: Node, name: string) => `${at(node)}/${name}`.replace(/^\//, "");
  const after = <A extends unknown[], R>(run: (...args: A) => R, then: (result: R, ...args: A) => void) => {
    return (...args: A): R => {
      const result = run(...args);
      then(result, ...args);
      return result;
    };
  };
  names.mknod = after(names.mknod, (_node, parent, name, mode) => {
    const path = inside(parent, name);
    steps.push({ step: "create", path, file: files.fresh(path), isFolder: fs.isDir(mode) });
  });
  const { rename } = names;
  names.rename = (node, parent, name) => {
    const from = at(node);
    const to = inside(parent, name);
    rename(node, parent, name);
    files.move(from, to);
    steps.push({ step: "rename", from, to });
  };
  const removed = (_result: unknown, parent: Node, name: string) => {
    const path = inside(parent, name);
    files.drop(path);
    steps.push({ step: "remove", path });
  };
  names.unlink = after(names.unlink, removed);
  names.rmdir = after(names.rmdir, removed);
  const resized = (file: number, size: number | undefined) => {
    if (size !== undefined) steps.push({ step: "size", file, size });
  };
  names.setattr = after(names.setattr, (_result, node, { size }) => resized(files.of(at(node)), size));
  streams.setattr = after(streams.setattr, (_result, { nfd }, { size }) => resized(opened.get(nfd)?.file ?? 0, size));
  streams.open = after(streams.open, (_result, { nfd, node }) => {
    opened.set(nfd, { file: files.of(at(node)), isFolder: fs.isDir(node.mode), path: () => at(node) });
  });
  streams.write = after(streams.write, (written, { nfd }, from, offset, _length, position) => {
    const bytes = Buffer.from(from.subarray(offset, offset + written));
    steps.push({ step: "write", file: opened.get(nfd)?.file ?? 0, at: position, bytes });
  });
}
