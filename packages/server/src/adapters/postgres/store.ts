import type { Sql } from "postgres";
import type { PictureOutcome, Store } from "../../ports/store.ts";
import { createAppender } from "./append.ts";
import { commandKey } from "./command-key.ts";
import { createEffectQueries } from "./effects.ts";
import { createInboxQueries } from "./inbox.ts";
import { readPage } from "./page.ts";
import { createSnapshots, current, type SnapshotRow, snapshotColumns } from "./snapshots.ts";

/** Conversations on PostgreSQL, embedded or a real server: one SQL for both. Closing it leaves the connection to its owner. */
export function createStore(sql: Sql): Store {
  const snapshots = createSnapshots(sql);
  return {
    append: createAppender(sql, snapshots),
    flush: snapshots.flush,
    page: (question) => readPage(sql, question),
    ...createInboxQueries(sql, snapshots),
    ...createEffectQueries(sql),

    async load(shop, conversation) {
      const [row] = await sql<SnapshotRow[]>`
        select ${snapshotColumns(sql)} from conversations c where shop = ${shop} and id = ${conversation}`;
      return row && current(row);
    },

    async latest({ shop, shopper, channel }) {
      const [row] = await sql<{ id: string; floor: "bot" }[]>`
        select id, floor from conversations
        where shop = ${shop} and shopper = ${shopper} and channel = ${channel}
        order by (floor = 'closed'), created_at desc limit 1`;
      return row;
    },

    async openConversation({ shop, shopper, channel }, fresh) {
      const { id, createdAt } = fresh;
      // The losing side of a race waits for the winner's row, then reads it: no two open ones.
      await sql`
        insert into conversations (shop, id, shopper, channel, seq, floor, asked, created_at, last_at, state)
        select ${shop}, ${id}, ${shopper}, ${channel}, 0, 'bot', false, ${createdAt}::bigint, ${createdAt}::bigint,
          ${sql.json(fresh as never)}::jsonb
        where not exists (
          select from shoppers where shop = ${shop} and id = ${shopper} and merged_into is not null)
        on conflict (shop, shopper, channel) where floor <> 'closed' do nothing`;
      const [row] = await sql<{ id: string }[]>`
        select id from conversations
        where shop = ${shop} and shopper = ${shopper} and channel = ${channel} and floor <> 'closed'`;
      return row?.id;
    },

    async shopperText(shop, conversation, messageId) {
      const [row] = await sql<{ text: string }[]>`
        select data->'content'->>'text' as text from events
        where shop = ${shop} and conversation = ${conversation} and type = 'message.sent'
          and by->>'kind' = 'shopper' and data->>'id' = ${messageId} and data->'content'->>'kind' = 'text' limit 1`;
      return row?.text;
    },

    async pictureOutcome(shop, conversation, messageId) {
      const [row] = await sql<{ type: PictureOutcome }[]>`
        select type from events
        where shop = ${shop} and conversation = ${conversation} and type in ('message.cleared', 'message.withheld')
          and data->>'messageId' = ${messageId} order by seq desc limit 1`;
      return row?.type;
    },

    async seen(shop, actor, command) {
      const key = commandKey(shop, actor, command);
      const [row] = await sql<{ bodyHash: string; answer: unknown }[]>`
        select replace(body::text, '-', '') as "bodyHash", answer from (
          select body, json_build_object('ok', true,
            'data', json_build_object('conversationId', conversation, 'seq', answer)) as answer
          from events where command = ${key}::text::uuid
          union all select body, answer::json from seen where key = ${key}::text::uuid) found`;
      return row;
    },

    async remember(shop, { actor, command, bodyHash, answer }) {
      await sql`
        insert into seen (key, body, answer)
        values (${commandKey(shop, actor, command)}::text::uuid, ${bodyHash}::text::uuid, ${sql.json(answer as never)})
        on conflict do nothing`;
    },

    async conversationsOf(shop, shopper) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from conversations where shop = ${shop} and shopper = ${shopper}`;
      return row?.count ?? 0;
    },

    async couponsOf(shop, shopper) {
      const rows = await sql<{ id: string }[]>`
        with mine as (select id from conversations where shop = ${shop} and shopper = ${shopper})
        select distinct e.data->>'couponId' as id from events e join mine on mine.id = e.conversation
        where e.shop = ${shop} and e.type = 'coupon.granted'`;
      return rows.map(({ id }) => id);
    },

    async ping() {
      await sql`select 1`;
    },
  };
}
