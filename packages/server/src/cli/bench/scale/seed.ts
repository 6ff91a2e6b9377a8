import type { Sql } from "postgres";

/** The conversation that others are copied from. */
export type Template = { shop: string; conversation: string };

/** Copied this many at a time: the embedded database holds a statement's rows in memory. */
const atOnce = 5000;

/** How the copies spread over an agent's lists: of a hundred, so many are with the agent, waiting, and closed. */
const shares = { mine: 2, queue: 1, closed: 60 };

/**
 * Copies one real conversation, events and all, until the shop has `conversations` of them, each a minute older than
 * the one before, in SQL: a hundred thousand of them by way of the pipeline would take minutes.
 */
export async function copyConversations(
  sql: Sql,
  { shop, conversation }: Template,
  { from, to, agent }: { from: number; to: number; agent: string },
): Promise<void> {
  for (let first = from; first < to; first += atOnce) {
    const last = Math.min(first + atOnce, to) - 1;
    await sql`
      insert into conversations (shop, id, shopper, channel, seq, floor, agent, queued_at, asked, created_at, last_at, state)
      select shop, id || '-' || n, shopper || '-' || n, channel, seq, floor, agent, queued_at, true,
        created_at - n * 60000::bigint, last_at - n * 60000::bigint,
        jsonb_set(jsonb_set(jsonb_set(state, '{id}', to_jsonb(id || '-' || n)),
          '{views,agents}', state->'views'->'agents' || jsonb_build_object('id', id || '-' || n, 'floor', floor)),
          '{views,agents,lastAt}', to_jsonb(last_at - n * 60000::bigint))
      from (
        select c.shop, c.id, c.shopper, c.channel, c.seq, c.created_at, c.last_at, c.state, n,
          case when n % 100 < ${shares.closed} then 'closed' when n % 100 < ${shares.closed + shares.queue} then 'queued'
            when n % 100 < ${shares.closed + shares.queue + shares.mine} then 'human' else 'bot' end as floor,
          case when n % 100 between ${shares.closed + shares.queue} and ${shares.closed + shares.queue + shares.mine - 1}
            then ${agent}::text end as agent,
          case when n % 100 = ${shares.closed} then c.last_at - n * 60000::bigint end as queued_at
        from conversations c, generate_series(${first}::int, ${last}::int) n
        where c.shop = ${shop} and c.id = ${conversation}) copies`;
    await sql`
      insert into events (shop, conversation, seq, shopper_seq, type, at, by, data, command, body, answer)
      select shop, conversation || '-' || n, seq, shopper_seq, type, at - n * 60000::bigint, by, data,
        case when command is not null then md5(command::text || n)::uuid end, body, answer
      from events, generate_series(${first}::int, ${last}::int) n
      where shop = ${shop} and conversation = ${conversation}`;
  }
}
