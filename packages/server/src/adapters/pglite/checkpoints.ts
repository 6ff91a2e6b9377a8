import type { Database } from "../postgres/connect.ts";

const megabyte = 1024 * 1024;

/**
 * Bytes of WAL since the last checkpoint that ask for one: in a quiet moment, in which less than `quiet` came since the
 * last look, and at any time.
 */
const sizes = { quiet: megabyte, inQuiet: 8 * megabyte, always: 256 * megabyte };

const everyMs = 5000;

/**
 * Asks for the checkpoints that PGlite never makes by itself: it has no checkpointer. Without them the WAL would grow
 * for ever, and a start after a killed process would read all of it. Everything else waits for a checkpoint, so the
 * quiet moments are used, and the limit keeps a single one short. Answers what ends it.
 */
export function keepCheckpoints(sql: Database): () => void {
  let before = 0;
  const look = async () => {
    const bytes = await walSinceCheckpoint(sql);
    const isNeeded = needsCheckpoint(bytes, bytes - before);
    before = bytes;
    if (isNeeded) await sql`checkpoint`;
  };
  const timer = setInterval(() => {
    // One that fails is asked for again at the next look; a database that is gone says so to everyone who asks it.
    look().catch(() => {});
  }, everyMs);
  return () => clearInterval(timer);
}

/** Whether it is time, with so many bytes of WAL since the last checkpoint, `grown` of them since the last look. */
export function needsCheckpoint(bytes: number, grown: number): boolean {
  return bytes >= (grown < sizes.quiet ? sizes.inQuiet : sizes.always);
}

async function walSinceCheckpoint(sql: Database): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::bigint as bytes from pg_control_checkpoint()`;
  return row?.bytes ?? 0;
}
