import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { prepareDataDir } from "../../../test/support/prepared-database.ts";
import { openDatabase } from "../postgres/open-database.ts";
import { startPglite } from "./start-pglite.ts";

const folder = mkdtempSync(join(tmpdir(), "yiwen-data-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("HT13 what was written is there after a restart, and the folder is locked between", {
  timeout: 30_000,
}, async () => {
  const dataDir = join(folder, "data");
  await prepareDataDir(dataDir);
  const first = await openDatabase({ dataDir });
  await first.sql`insert into server_settings values ('greeting', '你好')`;
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: "folder_in_use" });
  await first.close();
  const second = await openDatabase({ dataDir });
  const rows = await second.sql`select value from server_settings where key = 'greeting'`;
  await second.close();
  expect(rows[0]?.value).toBe("你好");
});

test("HT13 a folder that can't be written is one clear line", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  chmodSync(file, 0o400);
  await expect(startPglite({ dataDir: join(file, "data") })).rejects.toMatchObject({
    code: "folder_unwritable",
    message: expect.stringContaining("can't write to the data folder"),
  });
});

test.runIf(process.platform === "linux")("HT13 a folder where there can't be one is the same clear line", async () => {
  await expect(startPglite({ dataDir: "/proc/yiwen/data" })).rejects.toMatchObject({ code: "folder_unwritable" });
});

test("HT13 bigint columns are numbers, and JSON is written and read as it is", { timeout: 30_000 }, async () => {
  const { sql, close } = await openDatabase({});
  const value = { a: [1, "二"], b: null };
  const [row] = await sql`select 1800000000000::bigint as at, ${sql.json(value)}::jsonb as value`;
  await close();
  expect(row).toEqual({ at: 1_800_000_000_000, value });
});

test("HT13 a database that can't be reached is one clear line without the password", async () => {
  const error: Error = await openDatabase({ url: "postgres://yiwen:hunter2@127.0.0.1:1/yiwen" }).then(
    () => expect.unreachable(),
    (reason) => reason,
  );
  expect(error).toMatchObject({ code: "database_unreachable" });
  expect(error.message).not.toContain("hunter2");
});
