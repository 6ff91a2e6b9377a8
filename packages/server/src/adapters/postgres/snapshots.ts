import type { Sql } from "postgres";
import { evolve } from "../../conversation/evolve.ts";
import type { Conversation } from "../../conversation/state.ts";
import type { StoredEvent } from "../../conversation/stored.ts";
import type { Append } from "../../ports/store.ts";
import { jsonOf } from "./json.ts";

/**
 * The rows that hold conversations' folded states. The events are the truth; a row is a saving of the time it takes to
 * fold them, and what the lists are ordered by. Plain messages only append their event; the row follows within a second.
 */
export type Snapshots = {
  /** Takes note of what was appended. */
  follow(append: Append): void;
  /** Takes note of a row that was found behind its events. */
  mend(state: Conversation): void;
  /** Writes what is behind, at once. */
  flush(): Promise<void>;
};

/** A row is behind its events for this long at the most, in milliseconds. */
const behindMs = 1000;
/** Few enough that messages which come meanwhile don't wait long behind a statement. */
const batchLimit = 8;

export function createSnapshots(sql: Sql): Snapshots {
  let behind = new Map<string, Conversation>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const states = [...behind.values()];
    behind = new Map();
    for (let n = 0; n < states.length; n += batchLimit) await save(sql, states.slice(n, n + batchLimit));
  }

  function note(state: Conversation): void {
    behind.set(keyOf(state), state);
    // A row that could not be written is not lost: whoever reads it folds the events it lacks.
    timer ??= setTimeout(() => flush().catch(() => {}), behindMs).unref();
  }

  return {
    follow(append) {
      if (needsSnapshot(append)) behind.delete(keyOf(append.next));
      else note(append.next);
    },
    mend: note,
    flush,
  };
}

const keyOf = ({ shop, id }: Conversation) => `${shop}/${id}`;

async function save(sql: Sql, states: Conversation[]): Promise<void> {
  await sql`
    update conversations c set seq = i.seq, last_at = i.last_at, state = i.state
    from jsonb_to_recordset(${jsonOf(states.map(toRow))}::text::jsonb) as i(
      shop text, id text, seq int, last_at bigint, state jsonb)
    where c.shop = i.shop and c.id = i.id and c.seq < i.seq`;
}

/** Whether the row must not be behind, even for a moment: what lists are chosen by, and what events don't tell. */
export function needsSnapshot({ previous, next, effects, settled }: Append): boolean {
  if (effects.length > 0 || settled.length > 0) return true;
  const [before, now] = [previous.views.agents, next.views.agents];
  return (
    before.floor !== now.floor ||
    before.agent?.id !== now.agent?.id ||
    before.queue?.since !== now.queue?.since ||
    before.asked > 0 !== now.asked > 0
  );
}

/** The columns of a conversation's row. */
export function toRow(state: Conversation) {
  const { floor, agent, queue, asked, lastAt } = state.views.agents;
  return {
    shop: state.shop,
    id: state.id,
    seq: state.seq,
    floor,
    agent: agent?.id,
    queued_at: queue?.since,
    asked: asked > 0,
    last_at: lastAt,
    state,
  };
}

/** A row as it is read: its state, and the events that came after it. */
export type SnapshotRow = { state: Conversation; later: StoredEvent[] | null };

/** What `SnapshotRow` is read with; the row is called `c`. */
export const snapshotColumns = (sql: Sql) => sql`c.state, (
  select json_agg(json_build_object('seq', e.seq, 'shopperSeq', e.shopper_seq, 'type', e.type, 'at', e.at, 'by', e.by,
    'data', e.data) order by e.seq)
  from events e where e.shop = c.shop and e.conversation = c.id and e.seq > c.seq) as later`;

/** The conversation as of its last event. */
export function current({ state, later }: SnapshotRow): Conversation {
  return (later ?? []).reduce(evolve, state);
}
