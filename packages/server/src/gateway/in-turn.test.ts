import { setImmediate as settled } from "node:timers/promises";
import { expect, test } from "vitest";
import { createManualClock } from "../../test/support/clock.ts";
import { endInTurn } from "./in-turn.ts";
import type { Sockets } from "./sockets.ts";

/** So many sockets, and how many of them were ended. */
function crowd(size: number) {
  let ended = 0;
  const socket = { disconnect: () => void ended++ };
  const all = new Map(Array.from({ length: size }, (_, n) => [String(n), socket]));
  const sockets = { shoppers: { sockets: all }, agents: { sockets: new Map() } } as unknown as Sockets;
  return { sockets, ended: () => ended };
}

async function pass(clock: ReturnType<typeof createManualClock>, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    clock.advance(50);
    await settled();
  }
}

test("ND20 sockets are ended a few at a time", async () => {
  const clock = createManualClock();
  const { sockets, ended } = crowd(200);
  const done = endInTurn(sockets, clock);
  expect(ended()).toBeLessThanOrEqual(5);
  await pass(clock, 1000);
  expect(ended()).toBeGreaterThan(50);
  expect(ended()).toBeLessThan(150);
  await pass(clock, 1000);
  await done;
  expect(ended()).toBe(200);
});

test("ND20 however many sockets there are, all have had their turn within five seconds", async () => {
  const clock = createManualClock();
  const { sockets, ended } = crowd(12_345);
  const done = endInTurn(sockets, clock);
  await pass(clock, 5000);
  await done;
  expect(ended()).toBe(12_345);
});
