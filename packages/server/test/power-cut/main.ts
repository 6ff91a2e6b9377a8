// The power cut at many moments: node packages/server/test/power-cut/main.ts [--cuts 200] [--seed N] [--durability power]
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { createChance } from "../faults/chance.ts";
import { anyCut } from "./cut.ts";
import { recordWork } from "./recorded-work.ts";
import { scratchFolder } from "./scratch.ts";
import { tryCut, tryTwoCuts } from "./trial.ts";

const { values } = parseArgs({
  options: {
    cuts: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    durability: { type: "string", default: "power" },
  },
});
const seed = Number(values.seed);
const cuts = Number(values.cuts);
const durability = values.durability === "process" ? "process" : "power";

/** Every fourth trial cuts the power a second time, while the first is being recovered from. */
const twiceEvery = 4;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const folder = scratchFolder();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const work = await recordWork(folder, durability, 25);
  const { steps } = work.recording;
  const count = (kind: string) => steps.filter(({ step }) => step === kind).length;
  say(
    `seed ${seed}, durability ${durability}: ${count("answer")} decisions acknowledged, ${count("write")} writes, ${count("sync")} syncs`,
  );
  let failed = 0;
  for (let n = 0; n < cuts; n++) {
    const chance = createChance(seed + n);
    const step = chance.between(0, steps.length);
    const { problems } =
      n % twiceEvery === 0
        ? await tryTwoCuts(folder, work, step, chance)
        : await tryCut(folder, work, step, anyCut(chance), "all");
    if (problems.length > 0) failed++;
    for (const problem of problems) say(`cut ${n} at step ${step}: ${problem}`);
    if ((n + 1) % 20 === 0) say(`${n + 1} cuts, ${failed} failed`);
  }
  say(`${cuts - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
