import { expect, test } from "vitest";
import { needsCheckpoint } from "./checkpoints.ts";

const megabyte = 1024 * 1024;

test("EM5 the WAL is let go of before it is long: in a quiet moment soon, under load at a quarter of a gigabyte", () => {
  const quiet = megabyte / 2;
  const load = 30 * megabyte;
  expect(needsCheckpoint(7 * megabyte, quiet)).toBe(false);
  expect(needsCheckpoint(8 * megabyte, quiet)).toBe(true);
  expect(needsCheckpoint(255 * megabyte, load)).toBe(false);
  expect(needsCheckpoint(256 * megabyte, load)).toBe(true);
});
