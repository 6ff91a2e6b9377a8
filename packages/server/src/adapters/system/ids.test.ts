import { expect, test } from "vitest";
import { createIds } from "./ids.ts";

test("HT1 ids sort in the order they were made, also when the clock stands still or is set back", () => {
  let now = 1_800_000_000_000;
  const ids = createIds(() => now);
  const made = [ids(), ids(), ids()];
  now -= 60_000;
  made.push(ids());
  now += 120_000;
  made.push(ids());
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("HT1 ids sort however many are made before a clock that was set back is where it was", () => {
  const ids = createIds(() => 1_800_000_000_000, 2);
  const made = Array.from({ length: 7 }, ids);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made.map((id) => id.slice(0, 13))).size).toBe(made.length);
});

test("HT1 ids fit the wire's pattern for ids", () => {
  expect(createIds()()).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
});
