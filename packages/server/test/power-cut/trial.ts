import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Chance } from "../faults/chance.ts";
import { anyCut, cutPower, type PowerCut } from "./cut.ts";
import type { Recording } from "./record.ts";
import { acknowledgedIn, type RecordedWork } from "./recorded-work.ts";
import { type Indexes, verify } from "./verify.ts";

/** What was wrong at the next start, and all that this start did to the disk. */
export type Trial = { problems: string[]; recovery: Recording };

/** Cuts the power after so many steps, and looks at what the next start makes of it. */
export async function tryCut(
  folder: string,
  work: RecordedWork,
  step: number,
  cut: PowerCut,
  indexes: Indexes = "own",
): Promise<Trial> {
  const dataDir = join(folder, "cut");
  try {
    cutPower(work.before, join(dataDir, "postgres"), work.recording, step, cut);
    return await verify(dataDir, acknowledgedIn(work.recording, step), indexes);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Cuts the power after so many steps, and again at some moment of the start that follows. */
export async function tryTwoCuts(folder: string, work: RecordedWork, step: number, chance: Chance): Promise<Trial> {
  const [once, twice] = [join(folder, "once"), join(folder, "twice")];
  const acknowledged = acknowledgedIn(work.recording, step);
  const image = join(once, "postgres");
  try {
    cutPower(work.before, image, work.recording, step, anyCut(chance));
    cpSync(once, twice, { recursive: true });
    const { recovery } = await verify(twice, acknowledged, "own");
    rmSync(twice, { recursive: true });
    cutPower(image, join(twice, "postgres"), recovery, chance.between(0, recovery.steps.length), anyCut(chance));
    return await verify(twice, acknowledged, "all");
  } finally {
    for (const used of [once, twice]) rmSync(used, { recursive: true, force: true });
  }
}
