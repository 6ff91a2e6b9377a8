import { expect, test } from "vitest";
import { createManualClock } from "../../test/support/clock.ts";
import { createAdmission } from "./admission.ts";

function admission(most: number) {
  const clock = createManualClock();
  const load = { late: 0, delayMs: () => load.late };
  const admitted = createAdmission({ clock, load, most, delayMs: 100 });
  return { clock, load, admitted, stop: admitted.watch() };
}

const enterAll = (admitted: ReturnType<typeof createAdmission>, count: number) =>
  Array.from({ length: count }, () => admitted.enter("shopper")).filter(Boolean).length;

test("PT1 so many commands are under way and no more; each that ends makes room for one", () => {
  const { admitted } = admission(20);
  expect(enterAll(admitted, 50)).toBe(20);
  expect(admitted.isOverloaded()).toBe(true);
  admitted.leave();
  expect(admitted.isOverloaded()).toBe(false);
  expect(enterAll(admitted, 5)).toBe(1);
});

test("PT2 agents are shed after shoppers, but shed", () => {
  const { admitted } = admission(20);
  enterAll(admitted, 20);
  const agents = Array.from({ length: 10 }, () => admitted.enter("agent")).filter(Boolean);
  expect(agents).toHaveLength(5);
});

test("PT3 room shrinks from what was under way while the event loop is late, never to nothing, and comes back", () => {
  const { clock, load, admitted, stop } = admission(2000);
  enterAll(admitted, 100);
  load.late = 101;
  clock.advance(500);
  expect(admitted.room).toBe(70);
  expect(admitted.enter("shopper")).toBe(false);
  for (let n = 0; n < 20; n++) clock.advance(500);
  expect(admitted.room).toBe(64);
  load.late = 100;
  for (let n = 0; n < 20; n++) clock.advance(500);
  expect(admitted.room).toBe(2000);
  stop();
  load.late = 101;
  clock.advance(500);
  expect(admitted.room).toBe(2000);
});

test("PT4 those sent away are told different times, of one to three seconds", () => {
  const { admitted } = admission(1);
  const waits = Array.from({ length: 200 }, () => admitted.retryAfterMs());
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
  expect(Math.max(...waits)).toBeLessThan(3000);
  expect(new Set(waits).size).toBeGreaterThan(50);
});
