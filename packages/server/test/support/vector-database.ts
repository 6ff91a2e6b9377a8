import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { serveWire } from "../../src/adapters/pglite/wire-server.ts";
import { connect, type Database } from "../../src/adapters/postgres/connect.ts";
import { prepareDataDir } from "./prepared-database.ts";

/** A database with its tables up to date that has pgvector to offer, as many servers do and the embedded one does not. */
export async function openVectorDatabase(): Promise<{ sql: Database; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "yiwen-test-"));
  await prepareDataDir(dataDir);
  const db = await PGlite.create(join(dataDir, "postgres"), { extensions: { vector } });
  const path = join(dataDir, ".s.PGSQL.5432");
  const server = await serveWire(db, { path });
  const sql = connect({ path, user: "postgres", database: "postgres", single: true });
  return {
    sql,
    async close() {
      await sql.end({ timeout: 3 });
      server.close();
      await db.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
