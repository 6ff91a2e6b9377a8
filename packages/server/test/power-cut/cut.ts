import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Chance } from "../faults/chance.ts";
import type { Recording, Step } from "./record.ts";

/** How a power cut goes: which of the writes that were never synced reach the disk all the same, in which pieces. */
export type PowerCut = {
  chance: Chance;
  /** The share of pieces that reach the disk: 0 none, 1 all. */
  kept: number;
  /** How much of a write goes to the disk at once, in bytes. */
  sector: number;
};

/** One of the ways that power cuts go. */
export function anyCut(chance: Chance): PowerCut {
  return { chance, kept: chance.pick([0, 0.1, 0.5, 0.9, 1]), sector: chance.pick([512, 4096]) };
}

/**
 * Makes `to` what a disk may hold after the power was cut when so many `steps` were done on what is in `from`.
 *
 * A file's sync keeps what was written to it, its size and its name; a folder's sync keeps its names. Of the rest each
 * folder keeps its names up to some moment, as a journal does, and each file any of the sectors written.
 */
export function cutPower(from: string, to: string, recording: Recording, steps: number, cut: PowerCut): void {
  cpSync(from, to, { recursive: true });
  const done = recording.steps.slice(0, steps);
  const names = survivingNames(done, cut);
  const files = applyNames(to, names, recording.begun);
  const contents = Map.groupBy(
    done.filter((step) => "file" in step && !("isFolder" in step && step.isFolder)),
    (step) => ("file" in step ? step.file : 0),
  );
  for (const [path, file] of files) {
    const own = contents.get(file);
    if (own) writeFileSync(join(to, path), contentOf(pathBefore(from, file, recording), own, cut));
  }
}

type Naming = Extract<Step, { step: "create" | "rename" | "remove" }>;

const nameOf = (step: Naming) => (step.step === "rename" ? step.to : step.path);
const placeOf = (step: Naming) => dirname(nameOf(step));

/** The changes of names that reached the disk: in each folder those that a sync forced, and some that came after. */
function survivingNames(done: Step[], { chance, kept }: PowerCut): Naming[] {
  const inFolder = new Map<string, { all: Naming[]; forced: number }>();
  const folder = (path: string) => {
    const known = inFolder.get(path) ?? { all: [], forced: 0 };
    inFolder.set(path, known);
    return known;
  };
  /** The name itself, and those of the folders it is in. */
  const force = (path: string): void => {
    if (path === "." || path === "") return;
    const there = folder(dirname(path));
    there.forced = Math.max(there.forced, there.all.findLastIndex((step) => nameOf(step) === path) + 1);
    force(dirname(path));
  };
  for (const step of done) {
    if (step.step === "create" || step.step === "rename" || step.step === "remove")
      folder(placeOf(step)).all.push(step);
    if (step.step !== "sync") continue;
    force(step.path);
    const own = step.isFolder ? folder(step.path || ".") : undefined;
    if (own) own.forced = own.all.length;
  }
  const survivors = new Set<Naming>();
  for (const { all, forced } of inFolder.values()) {
    const share = kept === 0 || kept === 1 ? kept : chance.next();
    for (const step of all.slice(0, forced + Math.round(share * (all.length - forced)))) survivors.add(step);
  }
  return done.filter((step) => survivors.has(step as Naming)) as Naming[];
}

/** Changes the names in `to`, and answers which file has which name. */
function applyNames(to: string, names: Naming[], begun: Map<string, number>): Map<string, number> {
  const files = new Map(begun);
  for (const step of names) {
    if (step.step === "create") {
      if (!existsSync(join(to, dirname(step.path)))) continue;
      if (step.isFolder) mkdirSync(join(to, step.path), { recursive: true });
      else {
        writeFileSync(join(to, step.path), "");
        files.set(step.path, step.file);
      }
    } else if (step.step === "remove") {
      rmSync(join(to, step.path), { recursive: true, force: true });
      files.delete(step.path);
    } else if (existsSync(join(to, step.from))) {
      cpSync(join(to, step.from), join(to, step.to));
      rmSync(join(to, step.from));
      const file = files.get(step.from);
      files.delete(step.from);
      if (file === undefined) files.delete(step.to);
      else files.set(step.to, file);
    }
  }
  return files;
}

/** What was in a file at the beginning. */
function pathBefore(from: string, file: number, { begun }: Recording): Buffer {
  for (const [path, number] of begun)
    if (number === file && existsSync(join(from, path))) return readFileSync(join(from, path));
  return Buffer.alloc(0);
}

/** A file's bytes: all that was synced, and of what came after the sectors that chance keeps. */
function contentOf(before: Buffer, steps: Step[], cut: PowerCut): Buffer {
  const synced = steps.findLastIndex(({ step }) => step === "sync");
  let content = before;
  steps.forEach((step, n) => {
    const isSure = n < synced;
    if (step.step === "size" && (isSure || survives(cut))) content = resize(content, step.size);
    if (step.step !== "write") return;
    for (const [start, end] of isSure ? [[0, step.bytes.length] as const] : sectors(step, cut)) {
      if (content.length < step.at + end) content = resize(content, step.at + end);
      step.bytes.copy(content, step.at + start, start, end);
    }
  });
  return content;
}

const survives = ({ chance, kept }: PowerCut) => chance.happens(kept);

/** The pieces of a write that reach the disk, as its sectors cut it. */
function sectors({ at, bytes }: { at: number; bytes: Buffer }, cut: PowerCut): (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = Math.min(bytes.length, (Math.floor((at + start) / cut.sector) + 1) * cut.sector - at);
    if (survives(cut)) pieces.push([start, end]);
    start = end;
  }
  return pieces;
}

function resize(content: Buffer, size: number): Buffer {
  if (size <= content.length) return content.subarray(0, size);
  const grown = Buffer.alloc(size);
  content.copy(grown);
  return grown;
}
