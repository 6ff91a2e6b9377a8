import type { Sql } from "postgres";
import type { StoredEvent } from "../../conversation/stored.ts";
import type { Store } from "../../ports/store.ts";

type Question = Parameters<Store["page"]>[0];

/** Reads one page of events; one row more than asked tells whether the page was cut. */
export async function readPage(sql: Sql, question: Question): Promise<{ events: StoredEvent[]; more: boolean }> {
  const { shop, conversation, audience, limit, since, before } = question;
  const number = audience === "agents" ? sql`seq` : sql`shopper_seq`;
  const isForward = since !== undefined;
  // A shopper's number is never above the event's own, so the key bounds the range from below without an index more.
  const bound = isForward
    ? sql`seq > ${since} and ${number} > ${since}`
    : before !== undefined
      ? sql`${number} < ${before}`
      : sql`true`;
  const visible = audience === "agents" ? sql`true` : sql`shopper_seq is not null`;
  const rows = await sql<StoredEvent[]>`
    select seq, shopper_seq as "shopperSeq", type, at, by, data from events
    where shop = ${shop} and conversation = ${conversation} and ${visible} and ${bound}
    order by seq ${isForward ? sql`asc` : sql`desc`} limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  return { events: isForward ? page : page.reverse(), more: rows.length > limit };
}
