import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createChance } from "../faults/chance.ts";
import { anyCut, type PowerCut } from "../power-cut/cut.ts";
import type { Step } from "../power-cut/record.ts";
import { type RecordedWork, recordWork } from "../power-cut/recorded-work.ts";
import { scratchFolder } from "../power-cut/scratch.ts";
import { tryCut } from "../power-cut/trial.ts";

// Each start of a database takes a second of its processor; a busy machine gives it that late.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = scratchFolder();
const chance = createChance(20_261_122);
const nothingUnsynced: PowerCut = { chance, kept: 0, sector: 512 };

let work: RecordedWork;
beforeAll(async () => {
  work = await recordWork(folder, "power", 8);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("EM1 what was acknowledged is there after a power cut that takes every write that was not synced", async () => {
  const { problems } = await tryCut(folder, work, work.recording.steps.length, nothingUnsynced);
  expect(problems).toEqual([]);
});

test("EM1 nor does it matter which sectors of the unsynced writes reached the disk", async () => {
  for (const step of [1, 2].map(() => chance.between(0, work.recording.steps.length))) {
    const cut = anyCut(chance);
    const { problems } = await tryCut(folder, work, step, cut);
    expect(problems, `${cut.kept} of ${cut.sector} B at step ${step}`).toEqual([]);
  }
});

test("EM1 it opens when the power is cut between the making of a file at the start and what is written to it", async () => {
  const { steps } = work.recording;
  const made = steps.findIndex((step) => step.step === "create" && step.path === "postmaster.pid");
  expect(made).toBeGreaterThanOrEqual(0);
  const { problems } = await tryCut(folder, work, made + 1, { ...nothingUnsynced, kept: 1 });
  expect(problems).toEqual([]);
});

test("EM2 many answers share one sync: as many as are written while the one before is under way", () => {
  const { steps } = work.recording;
  const answered = steps.filter(({ step }) => step === "answer").length;
  expect(steps.filter(isWalSync).length).toBeLessThan(answered / 2);
});

test("EM3 a server that is told to survive no more than its process loses in that power cut what was acknowledged", async () => {
  const own = join(folder, "process");
  mkdirSync(own);
  const unsafe = await recordWork(own, "process", 1);
  expect(unsafe.recording.steps.some(({ step }) => step === "sync")).toBe(false);
  const { problems } = await tryCut(own, unsafe, unsafe.recording.steps.length, nothingUnsynced);
  expect(problems).toEqual([expect.stringMatching(/^40 of 40 acknowledged are lost/)]);
});

const isWalSync = (step: Step) => step.step === "sync" && /^pg_wal\/[0-9A-F]{24}$/.test(step.path);
