import type { Sql } from "postgres";
import type { Append, AppendResult } from "../../ports/store.ts";

/** Most appends in one statement: keeps a batch under about a megabyte. */
const batchLimit = 256;

type Waiting = { append: Append; resolve: (result: AppendResult) => void; reject: (error: unknown) => void };

/**
 * Group commit: what arrives while a batch is on its way forms the next batch, one statement each.
 * A batch holds at most one append a conversation, because commands of one conversation are serial.
 */
export function createAppender(sql: Sql): (append: Append) => Promise<AppendResult> {
  let waiting: Waiting[] = [];
  let isFlushing = false;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchLimit);
      waiting = waiting.slice(batchLimit);
      await write(sql, batch);
    }
    isFlushing = false;
  }

  return (append) =>
    new Promise((resolve, reject) => {
      waiting.push({ append, resolve, reject });
      if (isFlushing) return;
      isFlushing = true;
      setImmediate(flush);
    });
}

async function write(sql: Sql, batch: Waiting[]): Promise<void> {
  try {
    const outcomes = await appendAll(
      sql,
      batch.map(({ append }) => append),
    );
    batch.forEach(({ resolve }, n) => {
      resolve(outcomes.get(n) ?? "conflict");
    });
  } catch (error) {
    if (batch.length === 1) {
      batch[0]?.reject(error);
      return;
    }
    // One bad append must not take the others with it: alone, only it fails.
    for (const one of batch) await write(sql, [one]);
  }
}

/**
 * Appends each decision whole or not at all: its conversation must still be at the expected number
 * and its command id must be new. Answers `n → outcome`; one that is missing met a conflict.
 */
async function appendAll(sql: Sql, batch: Append[]): Promise<Map<number, AppendResult>> {
  const items = JSON.stringify(batch.map(toItem));
  const rows = await sql<{ n: number; outcome: AppendResult }[]>`
    with item as (
      select * from jsonb_to_recordset(${items}::text::jsonb) as x(
        n int, shop text, conversation text, expected int, seq int, floor text, agent text,
        queued_at bigint, asked boolean, last_at bigint, state jsonb, events jsonb, effects jsonb, settled jsonb,
        actor text, command text, body_hash text, answer jsonb)
    ), known as (
      select i.n from item i join seen s on s.shop = i.shop and s.actor = i.actor and s.command = i.command
    ), appended as (
      update conversations c set seq = i.seq, floor = i.floor, agent = i.agent, queued_at = i.queued_at,
        asked = i.asked, last_at = i.last_at, state = i.state
      from item i
      where c.shop = i.shop and c.id = i.conversation and c.seq = i.expected and i.n not in (select n from known)
      returning i.n, i.shop, i.conversation, i.events, i.effects, i.settled, i.actor, i.command, i.body_hash, i.answer
    ), new_events as (
      insert into events (shop, conversation, seq, shopper_seq, type, at, by, data)
      select a.shop, a.conversation, e.seq, e."shopperSeq", e.type, e.at, e.by, e.data
      from appended a, jsonb_to_recordset(a.events) as e(
        seq int, "shopperSeq" int, type text, at bigint, by jsonb, data jsonb)
    ), remembered as (
      insert into seen (shop, actor, command, body_hash, answer)
      select shop, actor, command, body_hash, answer from appended where command is not null
    )${withWork(sql, batch)}
    select n, 'appended' as outcome from appended union all select n, 'seen' from known`;
  return new Map(rows.map(({ n, outcome }) => [n, outcome]));
}

/** Work that begins or ends with these appends; most have none, and a part less is planned and run less. */
function withWork(sql: Sql, batch: Append[]) {
  const begun = sql`, begun as (
      insert into effects (shop, id, conversation, kind, input, status, attempts, due_at, lease_until)
      select a.shop, e.id, a.conversation, e.kind, e.input, 'pending', e.attempts, e."dueAt", e."leaseUntil"
      from appended a, jsonb_to_recordset(a.effects) as e(
        id text, kind text, input jsonb, attempts int, "dueAt" bigint, "leaseUntil" bigint)
    )`;
  const ended = sql`, ended as (
      update effects f set status = 'done'
      from appended a, jsonb_array_elements_text(a.settled) as e(id)
      where f.shop = a.shop and f.id = e.id
    )`;
  const has = (list: "effects" | "settled") => batch.some((append) => append[list].length > 0);
  return sql`${has("effects") ? begun : sql``}${has("settled") ? ended : sql``}`;
}

function toItem({ shop, conversation, expected, next, events, effects, settled, seen }: Append, n: number) {
  const { floor, agent, queue, asked, lastAt } = next.views.agents;
  return {
    n,
    shop,
    conversation,
    expected,
    events,
    effects,
    settled,
    seq: next.seq,
    floor,
    agent: agent?.id,
    queued_at: queue?.since,
    asked: asked > 0,
    last_at: lastAt,
    state: next,
    actor: seen?.actor,
    command: seen?.command,
    body_hash: seen?.bodyHash,
    answer: seen?.answer,
  };
}
