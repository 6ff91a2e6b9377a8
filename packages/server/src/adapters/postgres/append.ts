import type { Sql } from "postgres";
import type { Append, AppendResult } from "../../ports/store.ts";
import { commandKey } from "./command-key.ts";
import { jsonOf } from "./json.ts";
import { needsSnapshot, type Snapshots, toRow } from "./snapshots.ts";

/** Most appends in one statement: keeps a batch under about a megabyte. */
const batchLimit = 256;

type Waiting = { append: Append; resolve: (result: AppendResult) => void; reject: (error: unknown) => void };

/**
 * Group commit: what arrives while a batch is on its way forms the next batch, one statement each.
 * A batch holds at most one append a conversation, because commands of one conversation are serial.
 */
export function createAppender(sql: Sql, snapshots: Snapshots): (append: Append) => Promise<AppendResult> {
  let waiting: Waiting[] = [];
  let isFlushing = false;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchLimit);
      waiting = waiting.slice(batchLimit);
      await write(sql, snapshots, batch);
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

/** Writes a batch whole. Who is in the way of the others is answered and taken out, and the rest is tried again. */
async function write(sql: Sql, snapshots: Snapshots, batch: Waiting[]): Promise<void> {
  const appends = batch.map(({ append }) => append);
  try {
    const seen = await appendAll(sql, appends);
    for (const { append, resolve } of batch) {
      const isSeen = seen.has(append);
      if (!isSeen) snapshots.follow(append);
      resolve(isSeen ? "seen" : "appended");
    }
  } catch (error) {
    const met = whoCollided(error, batch);
    met?.waiting.resolve(met.outcome);
    if (!met && (batch.length === 1 || !isOfData(error))) for (const { reject } of batch) reject(error);
    else if (met) await write(sql, snapshots, without(batch, met.waiting));
    // One bad append must not take the others with it: alone, only it fails.
    else for (const one of batch) await write(sql, snapshots, [one]);
  }
}

const without = (batch: Waiting[], one: Waiting) => batch.filter((other) => other !== one);

/** Whether one append may be to blame; a database that is away or full would refuse each of them, one after the other. */
function isOfData(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === undefined || /^(22|23|40|42|54)/.test(code);
}

const uniqueViolation = "23505";

/** Whose number or command id was taken already, as the database's complaint names it. */
function whoCollided(error: unknown, batch: Waiting[]): { waiting: Waiting; outcome: AppendResult } | undefined {
  const { code, constraint_name: name, detail = "" } = error as { [key: string]: string | undefined };
  if (code !== uniqueViolation) return undefined;
  const isCommand = name === "events_command";
  const waiting = batch.find(({ append: { shop, conversation, command } }) =>
    isCommand
      ? command && detail.replaceAll("-", "").includes(commandKey(shop, command.actor, command.id))
      : detail.includes(conversation),
  );
  return waiting && { waiting, outcome: isCommand ? "seen" : "conflict" };
}

/**
 * Appends each decision whole, or none of them: the key of the events refuses a number that someone else took, the key
 * of the commands one that was used. Answers the appends whose command was answered before without an event.
 */
async function appendAll(sql: Sql, batch: Append[]): Promise<Set<Append>> {
  if (batch.length === 0) return new Set();
  const events = batch.flatMap(toEvents);
  const changed = batch.filter(needsSnapshot);
  const stored = changed.length > 0 ? await insertWithWork(sql, events, changed) : await insert(sql, events);
  return stored === events.length ? new Set() : answeredBefore(sql, batch);
}

async function answeredBefore(sql: Sql, batch: Append[]): Promise<Set<Append>> {
  const byKey = new Map(batch.map((append) => [keyOf(append) ?? "", append]));
  byKey.delete("");
  const rows = await sql<{ key: string }[]>`
    select replace(key::text, '-', '') as key from seen where key = any(${[...byKey.keys()]}::text[]::uuid[])`;
  return new Set(rows.flatMap(({ key }) => byKey.get(key) ?? []));
}

const keyOf = ({ shop, command }: Append) => command && commandKey(shop, command.actor, command.id);

/** A row an event; its command's key stands on all, and is kept with the first. */
function toEvents(append: Append): object[] {
  const { shop, conversation, events, command } = append;
  const key = keyOf(append);
  return events.map((event, n) => ({
    shop,
    conversation,
    ...event,
    ...(key && { key }),
    ...(command && n === 0 && { body: command.bodyHash, answer: command.seq }),
  }));
}

const newEvents = (sql: Sql, events: object[]) => sql`
  insert into events (shop, conversation, seq, shopper_seq, type, at, by, data, command, body, answer)
  select e.shop, e.conversation, e.seq, e."shopperSeq", e.type, e.at, e.by, e.data,
    case when e.answer is not null then e.key end, e.body, e.answer
  from jsonb_to_recordset(${jsonOf(events)}::text::jsonb) as e(
    shop text, conversation text, seq int, "shopperSeq" int, type text, at bigint, by jsonb, data jsonb,
    key uuid, body uuid, answer int)
  where not exists (select from seen s where s.key = e.key)`;

/** Answers how many events were stored. */
async function insert(sql: Sql, events: object[]): Promise<number> {
  const { count } = await newEvents(sql, events);
  return count;
}

/** The events, and what the lists and the effects' runners must know at once. */
async function insertWithWork(sql: Sql, events: object[], changed: Append[]): Promise<number> {
  const items = changed.map((append) => {
    const { next, effects, settled } = append;
    return { ...toRow(next), effects, settled, key: keyOf(append) };
  });
  const [stored] = await sql<{ count: number }[]>`
    with changed as materialized (
      select * from jsonb_to_recordset(${jsonOf(items)}::text::jsonb) as x(
        shop text, id text, seq int, floor text, agent text, queued_at bigint, asked boolean, last_at bigint,
        state jsonb, effects jsonb, settled jsonb, key uuid)
      where not exists (select from seen s where s.key = x.key)
    ), stored as (${newEvents(sql, events)} returning 1
    ), kept as (
      update conversations c set seq = i.seq, floor = i.floor, agent = i.agent, queued_at = i.queued_at,
        asked = i.asked, last_at = i.last_at, state = i.state
      from changed i where c.shop = i.shop and c.id = i.id and c.seq <= i.seq
    ), begun as (
      insert into effects (shop, id, conversation, kind, input, status, attempts, due_at, lease_until)
      select c.shop, e.id, c.id, e.kind, e.input, 'pending', e.attempts, e."dueAt", e."leaseUntil"
      from changed c, jsonb_to_recordset(c.effects) as e(
        id text, kind text, input jsonb, attempts int, "dueAt" bigint, "leaseUntil" bigint)
    ), ended as (
      update effects f set status = 'done'
      from changed c, jsonb_array_elements_text(c.settled) as e(id)
      where f.shop = c.shop and f.id = e.id
    ) select count(*)::int as count from stored`;
  return stored?.count ?? 0;
}
