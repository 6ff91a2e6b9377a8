import type { InboxFilter, InboxRow } from "@yiwen/shared";
import type { Sql } from "postgres";
import type { Conversation } from "../../conversation/state.ts";
import type { Store } from "../../ports/store.ts";
import { current, type SnapshotRow, type Snapshots, snapshotColumns } from "./snapshots.ts";

/** What a list shows of a conversation; the whole state only of one whose row is behind its events. */
type Row = InboxRow & Pick<SnapshotRow, "later"> & { state: Conversation | null; sort: number; id: string };

/** The queries of the agents' lists. A conversation in which the shopper never wrote is shown to nobody, unless it waits. */
export function createInboxQueries(sql: Sql, snapshots: Snapshots): Pick<Store, "inbox" | "counts"> {
  const where = (filter: InboxFilter, agent: string) =>
    ({
      queue: sql`floor = 'queued'`,
      mine: sql`floor = 'human' and agent = ${agent}`,
      all: sql`floor <> 'closed' and (asked or floor <> 'bot')`,
      closed: sql`floor = 'closed' and (asked or agent is not null)`,
    })[filter];

  const read = ({ shopper, conversation, state, later }: Row): InboxRow => {
    if (!state) return { shopper, conversation };
    const next = current({ state, later });
    snapshots.mend(next);
    return rowOf(next);
  };

  return {
    async inbox({ shop, filter, agent, limit, cursor }) {
      const isQueue = filter === "queue";
      const sort = isQueue ? sql`coalesce(queued_at, 0)` : sql`-last_at`;
      const after = cursor === undefined ? undefined : parseCursor(cursor);
      const rows = await sql<Row[]>`
        select state->'shopper' as shopper, state->'views'->'agents' as conversation, later,
          case when later is not null then state end as state, id, sort
        from (
          select ${snapshotColumns(sql)}, id, ${sort} as sort from conversations c
          where shop = ${shop} and ${where(filter, agent)}
            and ${after ? sql`(${sort}, id) > (${after.sort}, ${after.id})` : sql`true`}
          order by ${sort}, id limit ${limit + 1}
        ) page
        order by sort, id`;
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: inOrder(isQueue, page.map(read)),
        ...(rows.length > limit && last && { cursor: `${last.sort}:${last.id}` }),
      };
    },

    async counts(shop, agent) {
      const [row] = await sql<{ queue: number; mine: number }[]>`
        select (select count(*) from conversations where shop = ${shop} and floor = 'queued')::int as queue,
          (select count(*) from conversations where shop = ${shop} and floor = 'human' and agent = ${agent})::int as mine`;
      return row ?? { queue: 0, mine: 0 };
    },
  };
}

/** What was appended since the row was written may have changed its place. */
function inOrder(isQueue: boolean, rows: InboxRow[]): InboxRow[] {
  return isQueue ? rows : rows.toSorted((a, b) => b.conversation.lastAt - a.conversation.lastAt);
}

/** The inbox row of a conversation. */
export function rowOf(state: Conversation): InboxRow {
  return { shopper: state.shopper, conversation: state.views.agents };
}

function parseCursor(cursor: string): { sort: number; id: string } | undefined {
  const match = /^(-?\d+):(.+)$/.exec(cursor);
  return match ? { sort: Number(match[1]), id: match[2] as string } : undefined;
}
