import { bulkhead } from "cockatiel";
import type { Logger } from "pino";
import type { Near } from "../../knowledge/nearest.ts";
import type { VectorQuestion, Vectors } from "../../ports/vectors.ts";
import type { Database } from "./connect.ts";
import { copyNewest, isBehind, settle } from "./nearest-copy.ts";
import { prepareNearest } from "./nearest-tables.ts";

/** So many are compared number by number, of more those whose signs agree most with the question's: as in memory. */
const compared = 4096;
/** Questions that the database works on for a process at once, and that wait: the rest of its work needs connections. */
const atOnce = 2;
const waiting = 100;

/**
 * The vectors, with questions answered by the database where it has pgvector; without, or where that may not be switched
 * on, as they are. `most` are compared number by number.
 */
export async function withNearest(
  sql: Database,
  vectors: Vectors,
  { log, most = compared }: { log: Logger; most?: number },
): Promise<Vectors> {
  if (!(await prepareNearest(sql, log))) return vectors;
  const gate = bulkhead(atOnce, waiting);
  const copies = new Map<string, Promise<void>>();

  /** What is stored meanwhile is copied by whoever stores it. */
  function follow(shop: string, space: string): Promise<void> {
    const key = JSON.stringify([shop, space]);
    const copying = copies.get(key) ?? copyAll(shop, space).finally(() => copies.delete(key));
    copies.set(key, copying);
    return copying;
  }

  async function copyAll(shop: string, space: string): Promise<void> {
    while (await copyNewest(sql, { shop, space }));
    await settle(sql, { shop, space, most });
  }

  return {
    ...vectors,
    async save(shop, space, made) {
      await vectors.save(shop, space, made);
      // As much at least as was saved, and no more: whoever saves has the shop for a minute at a time.
      await copyNewest(sql, { shop, space });
      await settle(sql, { shop, space, most });
    },
    async nearest(shop, space, question) {
      if (await isBehind(sql, { shop, space })) await follow(shop, space);
      const asked = { shop, space, most, ...question };
      const answer = await gate.execute(() => ask(sql, asked), question.signal);
      if (answer !== "unsettled") return answer;
      await settle(sql, { shop, space, most });
      const settled = await gate.execute(() => ask(sql, asked), question.signal);
      return settled === "unsettled" ? none : settled;
    },
  };
}

type Asked = VectorQuestion & { shop: string; space: string; most: number };
type Row = { id: string; cosine: number; mean: number; looked: number; likely: number; middle: number | null };

const none: Near = { found: [], mean: 0, looked: 0 };

/** `unsettled`: there are too many to compare, and no signs to choose by. */
async function ask(
  sql: Database,
  { shop, space, most, vector, language, limit, signal }: Asked,
): Promise<Near | "unsettled"> {
  if (signal.aborted) return none;
  // The language is looked up passage by passage: to a join the planner prefers reading all of the shop's for each.
  const rows = await sql<Row[]>`
    with asked as (
      select q.vector, m.middle, binary_quantize(q.vector - m.middle) as signs
      from (select ${`[${vector.join()}]`}::vector as vector) q
      left join passage_middles m on m.shop = ${shop} and m.space = ${space} and m.dims = ${vector.length}
    ), likely as materialized (
      select n.passage, n.nth, n.vector
      from asked, passage_nearest n
      where n.shop = ${shop} and n.space = ${space} and n.dims = ${vector.length}
      order by n.signs <~> asked.signs
      limit ${most + 1}
    ), judged as materialized (
      select l.passage as id, l.nth, -(l.vector <#> asked.vector) as cosine
      from asked, likely l
      where (select p.passage->>'language' from passages p where p.shop = ${shop} and p.id = l.passage) = ${language}
    )
    select id, cosine, avg(cosine) over () as mean, (count(*) over ())::int as looked,
      (select count(*)::int from likely) as likely, (select -(vector <#> middle) from asked) as middle
    from judged
    order by cosine desc, nth
    limit ${limit}`;
  const [first] = rows;
  if (!first) return none;
  const isPart = first.likely > most;
  if (isPart && first.middle === null) return "unsettled";
  const found = rows.filter(({ cosine }) => cosine > 0).map(({ id, cosine }) => ({ id, cosine }));
  // Of a part chosen for its nearness the mean would say nothing of the rest.
  const mean = isPart && first.middle !== null ? first.middle : first.mean;
  return { found, mean, looked: first.looked };
}
