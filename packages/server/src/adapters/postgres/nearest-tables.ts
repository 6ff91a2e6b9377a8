import type { Logger } from "pino";
import type { Database } from "./connect.ts";

/**
 * Makes ready what the database needs to compare vectors itself; false where it can't. Not among the migrations: there
 * the type of vectors is not everywhere, and all of this is a copy that can be made again from the bytes.
 */
export async function prepareNearest(sql: Database, log: Logger): Promise<boolean> {
  try {
    const [there] = await sql`select 1 from pg_available_extensions where name = 'vector'`;
    if (!there) return false;
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended('tables of nearest', 0))`;
      await tx`create extension if not exists vector`;
      const [found] = await tx`select to_regprocedure('binary_quantize(vector)') is not null as "isNew"`;
      if (!found?.isNew) throw new Error("pgvector is older than 0.7");
      // Signs lie beside the keys, in 128 bytes for 1,024 numbers; vectors that long are kept apart by the database.
      await tx`
        create table if not exists passage_nearest (
          shop text not null,
          passage text not null,
          space text not null,
          nth bigint not null,
          dims integer not null,
          signs bit varying,
          vector vector,
          primary key (shop, passage),
          foreign key (shop, passage) references passage_vectors (shop, passage) on delete cascade
        )`;
      await tx`create index if not exists passage_nearest_nth on passage_nearest (shop, space, nth)`;
      await tx`
        create table if not exists passage_middles (
          shop text primary key,
          space text not null,
          dims integer not null,
          made integer not null,
          middle vector not null
        )`;
    });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ reason }, "pgvector is there but can't be used; vectors are compared in this process");
    return false;
  }
}
