import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDiskFiles } from "./files.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yiwen-files-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("UP8 what was saved is read again whole, in its own shop only, and nothing unfinished is left", async () => {
  const files = createDiskFiles(join(folder, "new"));
  await files.save("shop1", "abc-_9", new Uint8Array([1, 2, 3]));
  expect([...((await files.read("shop1", "abc-_9")) ?? [])]).toEqual([1, 2, 3]);
  expect(await files.read("shop2", "abc-_9")).toBeUndefined();
  expect(await readdir(join(folder, "new", "shop1", "ab"))).toEqual(["abc-_9"]);
  if (process.platform !== "win32") {
    expect((await stat(join(folder, "new", "shop1", "ab", "abc-_9"))).mode & 0o077).toBe(0);
  }
  await files.remove("shop1", "abc-_9");
  await files.remove("shop1", "abc-_9");
  expect(await files.read("shop1", "abc-_9")).toBeUndefined();
});

test.each(["../secret", "a/b", "..", "", "a\\b", "a\0b", "x".repeat(65)])(
  "UP8 a name that could lead out of the folder is refused: %j",
  async (id) => {
    const files = createDiskFiles(folder);
    await expect(files.read("shop1", id)).rejects.toThrow("no id of ours");
    await expect(files.save(id, "abc", new Uint8Array(1))).rejects.toThrow("no id of ours");
  },
);
