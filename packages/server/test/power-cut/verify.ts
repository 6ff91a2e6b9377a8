import { PGlite } from "@electric-sql/pglite";
import { amcheck } from "@electric-sql/pglite/contrib/amcheck";
import { dataFolder } from "../../src/adapters/pglite/data-folder.ts";
import { durableFiles, durableStart } from "../../src/adapters/pglite/durable-files.ts";
import { type Recording, recordedFiles } from "./record.ts";

/** What is wrong with a database after a power cut; nothing when it kept its word. */
export type Verdict = { problems: string[]; recovery: Recording };

/** Which indexes are held against their tables: our own, or Postgres's as well, which takes seven times as long. */
export type Indexes = "own" | "all";

/**
 * Opens the database and looks whether what was acknowledged is there, whole and in order, whether the indexes agree
 * with their tables, and whether it goes on working.
 */
export async function verify(dataDir: string, acknowledged: string[], indexes: Indexes): Promise<Verdict> {
  const folder = dataFolder(dataDir, true);
  folder.prepare();
  const { files, recording: recovery } = recordedFiles(folder.path, durableFiles);
  const problems: string[] = [];
  try {
    const db = await PGlite.create({ fs: files, startParams: durableStart, extensions: { amcheck } });
    const recovered = recovery.steps.length;
    problems.push(...(await missing(db, acknowledged)), ...(await broken(db, indexes)));
    await db.exec("create table after_the_cut (n int); insert into after_the_cut values (1); checkpoint");
    await db.close();
    recovery.steps.length = recovered;
  } catch (error) {
    problems.push(`it can't be used: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { problems, recovery };
}

async function missing(db: PGlite, acknowledged: string[]): Promise<string[]> {
  const { rows } = await db.query<{ conversation: string; last: number; events: number }>(
    "select conversation, max(seq)::int as last, count(*)::int as events from events group by conversation",
  );
  const stored = new Map(rows.map((row) => [row.conversation, row]));
  const lost = acknowledged.filter((what) => {
    const [conversation = "", seq] = what.split(" ");
    return !((stored.get(conversation)?.last ?? 0) >= Number(seq));
  });
  const torn = rows.filter(({ last, events }) => last !== events || last % 2 !== 0);
  return [
    ...(lost.length > 0 ? [`${lost.length} of ${acknowledged.length} acknowledged are lost, first ${lost[0]}`] : []),
    ...torn.map(({ conversation, last, events }) => `${conversation} has ${events} events up to ${last}`),
  ];
}

/** Reads every table, so that checksums are compared, and holds every index against its table. */
async function broken(db: PGlite, indexes: Indexes): Promise<string[]> {
  await db.exec("create extension amcheck");
  const { rows } = await db.query<{ index: string }>(
    `select i.indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relpersistence = 'p'
       and ($1 = 'all' or c.relnamespace <> 'pg_catalog'::regnamespace)`,
    [indexes],
  );
  const problems: string[] = [];
  for (const { index } of rows) {
    await db.query("select bt_index_check($1::text::regclass, true)", [index]).catch((error: Error) => {
      problems.push(`index ${index}: ${error.message}`);
    });
  }
  return problems;
}
