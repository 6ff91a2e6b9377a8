import { setImmediate as settled } from "node:timers/promises";
import { pino } from "pino";
import { expect, test } from "vitest";
import { createManualClock } from "../../test/support/clock.ts";
import type { EffectRow, Store } from "../ports/store.ts";
import type { Pipeline } from "./pipeline.ts";
import { createEffects, type EffectRunners } from "./run-effects.ts";

test("ND17 work that a stopping server can't finish is given back, for another to begin at once", async () => {
  const clock = createManualClock();
  const ends: unknown[] = [];
  const finishEffect: Store["finishEffect"] = async ({ id }, end) => void ends.push([id, end]);
  const pipeline = {
    deps: { clock, log: pino({ level: "silent" }), store: { finishEffect } },
    conversations: { load: async () => ({ pending: {} }) },
  } as unknown as Pipeline;
  const never = { run: () => new Promise<never>(() => {}), deadlineMs: 60_000, attempts: 2 };
  const effects = createEffects(() => pipeline, { lookUpOrders: never } as unknown as EffectRunners);
  const effect: EffectRow = {
    shop: "s",
    conversation: "c",
    id: "e",
    kind: "lookUpOrders",
    input: {},
    attempts: 1,
    dueAt: 0,
    leaseUntil: clock.now() + 30_000,
  };
  effects.run([effect]);
  const stopped = effects.stop();
  expect(ends).toEqual([]);
  clock.advance(5000);
  await stopped;
  expect(ends).toEqual([["e", expect.objectContaining({ status: "pending", dueAt: clock.now() })]]);
});

test("ST11 what was put off by a clock that was ahead is brought forward at the start, and when the clock is set back", async () => {
  let now = 1_000_000;
  const clock = createManualClock();
  const brought: number[] = [];
  const store = { claimEffects: async () => [], bringForward: async (at: number) => void brought.push(at) };
  const pipeline = { deps: { clock: { ...clock, now: () => now }, store } } as unknown as Pipeline;
  const effects = createEffects(() => pipeline, {} as EffectRunners);
  effects.start();
  await settled();
  clock.advance(1000);
  await settled();
  expect(brought).toEqual([1_000_000]);
  now -= 500_000;
  clock.advance(1000);
  await settled();
  expect(brought).toEqual([1_000_000, 500_000]);
  // Ahead and back between two looks: what was stored meanwhile tells of it.
  now += 90_000;
  effects.run([{ leaseUntil: 0 } as EffectRow]);
  now -= 90_000;
  clock.advance(1000);
  await settled();
  expect(brought).toEqual([1_000_000, 500_000, 500_000]);
  await effects.stop();
});
