import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dataFolder } from "./data-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yiwen-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What Postgres does between the two. */
function make(path: string): void {
  mkdirSync(join(path, "base"), { recursive: true });
  writeFileSync(join(path, "base", "1"), "rows");
}

test("EM4 a database that was only half made when its process ended is made again", async () => {
  const first = dataFolder(folder, true);
  first.prepare();
  make(first.path);

  const second = dataFolder(folder, true);
  second.prepare();
  expect(existsSync(second.path)).toBe(false);
  make(second.path);
  await second.settle();

  const third = dataFolder(folder, true);
  third.prepare();
  expect(existsSync(join(third.path, "base", "1"))).toBe(true);
});

test("EM4 a database that was used without writing through is in doubt until all of it was written out", async () => {
  const careless = dataFolder(folder, false);
  careless.prepare();
  make(careless.path);
  await careless.settle();
  expect(readdirSync(folder)).toEqual(["postgres", "postgres.mark"]);

  const careful = dataFolder(folder, true);
  careful.prepare();
  expect(readdirSync(folder)).toEqual(["postgres", "postgres.mark"]);
  await careful.settle();
  expect(readdirSync(folder)).toEqual(["postgres"]);

  dataFolder(folder, false).prepare();
  expect(readdirSync(folder)).toEqual(["postgres", "postgres.mark"]);
});
