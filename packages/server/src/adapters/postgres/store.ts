import type { Sql } from "postgres";
import type { Conversation } from "../../conversation/state.ts";
import type { Store } from "../../ports/store.ts";
import { createAppender } from "./append.ts";
import { createEffectQueries } from "./effects.ts";
import { createInboxQueries } from "./inbox.ts";
import { readPage } from "./page.ts";

/** Conversations on PostgreSQL, embedded or a real server: one SQL for both. Closing it leaves the connection to its owner. */
export function createStore(sql: Sql): Store {
  return {
    append: createAppender(sql),
    page: (question) => readPage(sql, question),
    ...createInboxQueries(sql),
    ...createEffectQueries(sql),

    async load(shop, conversation) {
      const [row] = await sql<{ state: Conversation }[]>`
        select state from conversations where shop = ${shop} and id = ${conversation}`;
      return row?.state;
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
        values (${shop}, ${id}, ${shopper}, ${channel}, 0, 'bot', false, ${createdAt}, ${createdAt}, ${sql.json(fresh as never)})
        on conflict (shop, shopper, channel) where floor <> 'closed' do nothing`;
      const [row] = await sql<{ id: string }[]>`
        select id from conversations
        where shop = ${shop} and shopper = ${shopper} and channel = ${channel} and floor <> 'closed'`;
      if (!row) throw new Error("the conversation was closed while it was opened");
      return row.id;
    },

    async seen(shop, actor, command) {
      const [row] = await sql<{ bodyHash: string; answer: unknown }[]>`
        select body_hash as "bodyHash", answer from seen
        where shop = ${shop} and actor = ${actor} and command = ${command}`;
      return row;
    },

    async remember(shop, { actor, command, bodyHash, answer }) {
      await sql`
        insert into seen (shop, actor, command, body_hash, answer)
        values (${shop}, ${actor}, ${command}, ${bodyHash}, ${sql.json(answer as never)})
        on conflict do nothing`;
    },

    async shopperHistory(shop, shopper) {
      const [row] = await sql<{ conversations: number; coupons: string[] }[]>`
        with mine as (select id from conversations where shop = ${shop} and shopper = ${shopper})
        select (select count(*) from mine)::int as conversations,
          coalesce((select array_agg(distinct e.data->>'couponId') from events e join mine on mine.id = e.conversation
            where e.shop = ${shop} and e.type = 'coupon.granted'), '{}') as coupons`;
      return row ?? { conversations: 0, coupons: [] };
    },

    async ping() {
      await sql`select 1`;
    },
  };
}
