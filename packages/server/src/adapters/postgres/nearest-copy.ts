import type { Database } from "./connect.ts";
import { floats } from "./vectors.ts";

type Place = { shop: string; space: string };
type Stored = { passage: string; vector: Uint8Array; nth: number };
type Tx = Parameters<Parameters<Database["begin"]>[1]>[0];

/** Vectors copied in one go, as many as are saved at a time: writing them out holds the process up for a moment. */
const page = 64;

/** Whether vectors were stored that the copy doesn't have. */
export async function isBehind(sql: Database, { shop, space }: Place): Promise<boolean> {
  const [row] = await sql<{ behind: boolean }[]>`
    select exists (
      select from passage_vectors where shop = ${shop} and space = ${space} and nth > (${newest(sql, { shop, space })})
    ) as behind`;
  return row?.behind ?? false;
}

/**
 * Copies the next vectors that were stored since the newest of the copy, in their order: so it holds all up to there,
 * whoever made it and wherever that ended. False when there are no more.
 */
export async function copyNewest(sql: Database, { shop, space }: Place): Promise<boolean> {
  return sql.begin(async (tx) => {
    await lock(tx, shop);
    // Locked against their deletion until they are copied.
    const rows = await tx<Stored[]>`
      select passage, vector, nth from passage_vectors
      where shop = ${shop} and space = ${space} and nth > (${newest(tx, { shop, space })})
      order by nth limit ${page} for key share`;
    if (rows.length === 0) return false;
    await insert(tx, { shop, space, rows });
    return rows.length === page;
  });
}

function newest(sql: Database | Tx, { shop, space }: Place) {
  return sql`select coalesce(max(nth), 0) from passage_nearest where shop = ${shop} and space = ${space}`;
}

/** A text that was refused has no numbers: it is copied for its place alone. */
async function insert(tx: Tx, { shop, space, rows }: Place & { rows: Stored[] }): Promise<void> {
  const vectors = rows.map(({ vector }) => floats(vector));
  await tx`
    insert into passage_nearest (shop, passage, space, nth, dims, vector, signs)
    select ${shop}, v.passage, ${space}, v.nth, v.dims, v.vector,
      case when v.dims = m.dims then binary_quantize(v.vector - m.middle) end
    from (
      select passage, nth, dims, nullif(vector, '[]')::vector as vector
      from unnest(
        ${rows.map(({ passage }) => passage)}::text[],
        ${rows.map(({ nth }) => nth)}::bigint[],
        ${vectors.map(({ length }) => length)}::integer[],
        ${vectors.map((vector) => `[${vector.join()}]`)}::text[]
      ) as given (passage, nth, dims, vector)
    ) v
    left join passage_middles m on m.shop = ${shop} and m.space = ${space}
    on conflict (shop, passage) do update set
      space = excluded.space, nth = excluded.nth, dims = excluded.dims,
      vector = excluded.vector, signs = excluded.signs`;
}

/**
 * Where a shop has too many to compare them all, its vectors get signs around their middle, which tell more than signs
 * around nothing, for vectors all lean one way; again when there are twice as many.
 */
export async function settle(sql: Database, { shop, space, most }: Place & { most: number }): Promise<void> {
  await sql.begin(async (tx) => {
    await lock(tx, shop);
    const [row] = await tx<{ due: boolean }[]>`
      select count(*) > greatest(${most}::int, 2 * coalesce(
        (select made from passage_middles where shop = ${shop} and space = ${space}), 0)) as due
      from passage_nearest where shop = ${shop} and space = ${space}`;
    if (!row?.due) return;
    await tx`
      insert into passage_middles (shop, space, dims, made, middle)
      select shop, space, dims, count(*), avg(vector)
      from passage_nearest where shop = ${shop} and space = ${space} and dims > 0
      group by shop, space, dims order by count(*) desc limit 1
      on conflict (shop) do update set
        space = excluded.space, dims = excluded.dims, made = excluded.made, middle = excluded.middle`;
    await tx`
      update passage_nearest n set signs = binary_quantize(n.vector - m.middle)
      from passage_middles m
      where m.shop = ${shop} and n.shop = ${shop} and n.space = ${space} and n.dims = m.dims`;
  });
}

/** Nothing is copied while signs are taken around another middle, or it would have the old one's. */
async function lock(tx: Tx, shop: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`nearest of ${shop}`}, 0))`;
}
