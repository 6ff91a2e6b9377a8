import { expect, test } from "vitest";
import { createChance } from "./chance.ts";
import { likely } from "./happen/all.ts";
import { type Run, run } from "./run.ts";

/** As many as fit into a few seconds; `npm run test:faults` lets as many happen as it is told to. */
const short: Omit<Run, "seed"> = {
  database: "embedded",
  nodes: 1,
  faults: 25,
  every: [20, 120],
  shoppers: 4,
  agents: 2,
  waitMinutes: 10,
};

test("FT2 whatever breaks, every promise is kept: seed 4", { timeout: 120_000 }, async () => {
  const { violations, counts, acks } = await run({ ...short, seed: 4 });
  expect(violations).toEqual([]);
  expect(Object.values(counts).reduce((sum, times) => sum + times, 0)).toBe(short.faults);
  // A run in which nobody got a word through proves nothing.
  expect(acks).toBeGreaterThan(10);
});

test("FT3 a seed decides what breaks, and in what order", () => {
  const kinds = likely("postgres", new Set());
  const schedule = (seed: number) => {
    const chance = createChance(seed);
    return Array.from({ length: 200 }, () => chance.pick(kinds));
  };
  expect(schedule(7)).toEqual(schedule(7));
  expect(schedule(7)).not.toEqual(schedule(8));
  expect(new Set(schedule(7)).size).toBe(new Set(kinds).size);
});
