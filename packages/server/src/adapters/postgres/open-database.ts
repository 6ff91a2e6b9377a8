import { keepCheckpoints } from "../pglite/checkpoints.ts";
import { type EmbeddedOptions, startPglite } from "../pglite/start-pglite.ts";
import { connect, type Database } from "./connect.ts";
import { endLeases } from "./effects.ts";
import { migrateDatabase } from "./migrate.ts";

/** An open database with its tables up to date. */
export type OpenDatabase = {
  sql: Database;
  /** Embedded in this process, which is then the only one that has it. */
  embedded: boolean;
  /** Settles when the embedded database died under us; never for a server. */
  failed: Promise<Error>;
  /** Ends the connections, then the embedded database. */
  close(): Promise<void>;
};

/** Opens the server at `url`; without one Postgres embedded in this process, in `dataDir` or else in memory. */
export async function openDatabase(where: { url?: string } & EmbeddedOptions): Promise<OpenDatabase> {
  const embedded = where.url === undefined ? await startPglite(where) : undefined;
  const target = embedded?.target ?? { url: where.url };
  const sql = connect(target);
  try {
    await migrateDatabase(target);
    if (embedded) await endLeases(sql);
  } catch (error) {
    await sql.end({ timeout: 3 });
    await embedded?.close();
    throw error;
  }
  const endCheckpoints = embedded && where.dataDir !== undefined ? keepCheckpoints(sql) : () => {};
  return {
    sql,
    embedded: embedded !== undefined,
    failed: embedded?.failed ?? new Promise(() => {}),
    close: async () => {
      endCheckpoints();
      await sql.end({ timeout: 3 });
      await embedded?.close();
    },
  };
}
