import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "./folder-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yiwen-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("HT12 a folder in use is refused in one line that names the folder and the process", () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`${folder} is in use by process ${process.pid}`);
  lock.release();
  lockFolder(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test("HT12 the lock of a dead process is taken over and its socket folder removed", () => {
  const dead = spawnSync(process.execPath, ["--version"]).pid;
  const socketFolder = join(folder, "socket");
  mkdirSync(socketFolder);
  writeFileSync(join(folder, "yiwen.lock"), JSON.stringify({ pid: dead, born: "1", token: "old", socketFolder }));
  const lock = lockFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, "yiwen.lock"), "utf8")).pid).toBe(process.pid);
  expect(existsSync(socketFolder)).toBe(false);
  lock.release();
});

test("HT12 a lock with this process's number but from before a restart is taken over", () => {
  writeFileSync(join(folder, "yiwen.lock"), JSON.stringify({ pid: process.pid, born: "long ago", token: "old" }));
  lockFolder(folder).release();
});

test("HT12 a lock that is not readable is taken over", () => {
  writeFileSync(join(folder, "yiwen.lock"), "{");
  lockFolder(folder).release();
});
