import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Durability } from "../../src/adapters/pglite/open-pglite.ts";
import { createStore } from "../../src/adapters/postgres/store.ts";
import { prepareDataDir } from "../support/prepared-database.ts";
import type { Recording } from "./record.ts";
import { openRecorded } from "./recorded-database.ts";
import { writeConversations } from "./work.ts";

/** A database before and after its work, and all that was done to it between. */
export type RecordedWork = { before: string; recording: Recording };

/**
 * Works as a server does, with what is hard in it for a disk: checkpoints in the middle, a new WAL segment, and tables and
 * indexes made anew. The folder gets `before` and `live`.
 */
export async function recordWork(folder: string, durability: Durability, decisions: number): Promise<RecordedWork> {
  const [before, live] = [join(folder, "before"), join(folder, "live")];
  await prepareDataDir(before);
  cpSync(before, live, { recursive: true });
  const { sql, recording, close } = await openRecorded(live, durability);
  const store = createStore(sql);
  const write = (name: string) => writeConversations(store, { name, writers: 8, decisions }, recording.answer);
  await write("a");
  await Promise.all([write("b"), sql`checkpoint`]);
  await sql`select pg_switch_wal()`;
  await write("c");
  await sql`create table made_on_the_way as select * from events`;
  await sql`create index made_on_the_way_index on made_on_the_way (conversation, seq)`;
  await Promise.all([write("d"), store.flush()]);
  await sql`drop table made_on_the_way`;
  await sql`checkpoint`;
  await write("e");
  await close();
  return { before: join(before, "postgres"), recording };
}

/** What was acknowledged before so many steps were done. */
export function acknowledgedIn({ steps }: Recording, done: number): string[] {
  return steps.slice(0, done).flatMap((step) => (step.step === "answer" ? [step.what] : []));
}
