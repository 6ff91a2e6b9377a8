import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { durableFiles } from "../../src/adapters/pglite/durable-files.ts";
import { type Durability, openPglite } from "../../src/adapters/pglite/open-pglite.ts";
import { serveWire } from "../../src/adapters/pglite/wire-server.ts";
import { connect, type Database } from "../../src/adapters/postgres/connect.ts";
import { type Recording, recordedFiles } from "./record.ts";

/** An embedded database whose every write is recorded. */
export type RecordedDatabase = { sql: Database; recording: Recording; close(): Promise<void> };

/** Opens what is in `dataDir` as the server does, in this thread, so that writes and answers are recorded in one order. */
export async function openRecorded(dataDir: string, durability: Durability): Promise<RecordedDatabase> {
  const folder = join(dataDir, "postgres");
  const { files, recording } = recordedFiles(
    folder,
    durability === "power" ? durableFiles : (path) => new NodeFS(path),
  );
  const db = await openPglite({ path: dataDir, durability }, () => files);
  const socketFolder = mkdtempSync(join(tmpdir(), "yiwen-"));
  const path = join(socketFolder, ".s.PGSQL.5432");
  const server = await serveWire(db, { path });
  const sql = connect({ path, user: "postgres", database: "postgres", single: true });
  return {
    sql,
    recording,
    async close() {
      await sql.end({ timeout: 3 });
      server.close();
      await db.close();
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}
