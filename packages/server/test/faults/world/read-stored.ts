import type { Sql } from "postgres";
import { createStore } from "../../../src/adapters/postgres/store.ts";
import type { Stored } from "../history.ts";

/** Everything the database holds of a shop, at rest. */
export async function readStored(sql: Sql, shop: string): Promise<Stored> {
  const store = createStore(sql);
  const rows = await sql<{ id: string; shopper: string; floor: string }[]>`
    select id, shopper, floor from conversations where shop = ${shop} order by id`;
  const conversations: Stored["conversations"] = [];
  for (const row of rows) {
    const state = await store.load(shop, row.id);
    const isTimedOut = state?.views.agents.queue?.timedOut ?? false;
    conversations.push({ ...row, pending: state?.pending ?? {}, isTimedOut });
  }
  const events = await sql<Stored["events"]>`
    select conversation, seq, shopper_seq as "shopperSeq", type, at, by, data,
      replace(command::text, '-', '') as command
    from events where shop = ${shop} order by conversation, seq`;
  const effects = await sql<Stored["effects"]>`
    select id, conversation, kind, status, due_at as "dueAt", lease_until as "leaseUntil"
    from effects where shop = ${shop} order by id`;
  const answered = await sql<{ key: string }[]>`select replace(key::text, '-', '') as key from seen`;
  return {
    shop,
    at: Date.now(),
    conversations,
    events: [...events],
    effects: [...effects],
    answered: answered.map(({ key }) => key),
  };
}
