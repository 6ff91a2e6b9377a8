import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { StartError } from "../../start-error.ts";
import { connect, type DatabaseTarget } from "./connect.ts";

/** The same place from `src` and from `dist`. */
const migrationsFolder = fileURLToPath(new URL("../../../migrations", import.meta.url));

/** Any number that nothing else in the database locks. */
const lockKey = 7_119_736_523;

/** Brings the tables up to date; of several nodes that start at once, one does it and the others wait. */
export async function migrateDatabase(target: DatabaseTarget): Promise<void> {
  // A connection of its own: the lock belongs to the session, so everything must run on the same one.
  const sql = connect({ ...target, single: true });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle(sql), { migrationsFolder });
    await sql`select pg_advisory_unlock(${lockKey})`;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartError("database_unreachable", `the database can't be prepared: ${why}`, { cause: error });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
