import type { TransactionSql } from "postgres";
import { type Moved, mergeConversations } from "../../conversation/merge.ts";
import type { Conversation } from "../../conversation/state.ts";
import { type ShopperRecord, shopperRef } from "../../ports/directory.ts";
import { mostGrants } from "../../ports/subscriptions.ts";
import { current, type SnapshotRow, snapshotColumns, toRow } from "./snapshots.ts";

type Tx = TransactionSql<{ bigint: number }>;

/**
 * Gives everything of one shopper to another of the same shop, within the caller's transaction. What the conversations
 * are told is stored as events, so a command that was decided meanwhile meets a conflict. Answers the conversations.
 */
export async function mergeShopper(
  tx: Tx,
  { from, into, at }: { from: string; into: ShopperRecord; at: number },
): Promise<Moved[]> {
  const { shop, id } = into;
  // A row without an event is a conversation that nobody has seen yet.
  await tx`
    delete from conversations c where shop = ${shop} and shopper in (${from}, ${id}) and seq = 0
      and not exists (select from events e where e.shop = c.shop and e.conversation = c.id)`;
  const [theirs, own] = [await conversationsOf(tx, shop, from), await conversationsOf(tx, shop, id)];
  const moved = mergeConversations({ theirs, own, shopper: shopperRef(into), at });
  for (const one of moved) await write(tx, one);
  await tx`update conversations set shopper = ${id} where shop = ${shop} and shopper = ${from}`;
  await giveTheRest(tx, { shop, from, into: id });
  await tx`
    update shoppers set merged_into = ${id}, resume_hash = null where shop = ${shop} and id = ${from}`;
  return moved;
}

async function conversationsOf(tx: Tx, shop: string, shopper: string): Promise<Conversation[]> {
  const rows = await tx<SnapshotRow[]>`
    select ${snapshotColumns(tx as never)} from conversations c
    where shop = ${shop} and shopper = ${shopper} order by created_at`;
  return rows.map(current);
}

async function write(tx: Tx, { next, events }: Moved): Promise<void> {
  for (const { seq, shopperSeq, type, at, by, data } of events) {
    await tx`
      insert into events (shop, conversation, seq, shopper_seq, type, at, by, data)
      values (${next.shop}, ${next.id}, ${seq}, ${shopperSeq}, ${type}, ${at}, ${tx.json(by)}, ${tx.json(data as never)})`;
  }
  const { seq, floor, agent = null, queued_at = null, asked, last_at, state } = toRow(next);
  await tx`
    update conversations set seq = ${seq}, floor = ${floor}, agent = ${agent}, queued_at = ${queued_at},
      asked = ${asked}, last_at = ${last_at}, state = ${tx.json(state as never)}
    where shop = ${next.shop} and id = ${next.id}`;
}

/** What is kept of a shopper beside the conversations. */
async function giveTheRest(tx: Tx, { shop, from, into }: { shop: string; from: string; into: string }): Promise<void> {
  await tx`update shopper_identities set shopper = ${into} where shop = ${shop} and shopper = ${from}`;
  await tx`update shoppers set merged_into = ${into} where shop = ${shop} and merged_into = ${from}`;
  await tx`update uploads set owner = ${into} where shop = ${shop} and owner_kind = 'shopper' and owner = ${from}`;
  await tx`
    insert into subscriptions (shop, shopper, template, remaining)
    select shop, ${into}, template, remaining from subscriptions where shop = ${shop} and shopper = ${from}
    on conflict (shop, shopper, template)
      do update set remaining = least(subscriptions.remaining + excluded.remaining, ${mostGrants})`;
  await tx`delete from subscriptions where shop = ${shop} and shopper = ${from}`;
  await tx`
    insert into behaviours (shop, shopper, id, type, at, data)
    select shop, ${into}, id, type, at, data from behaviours where shop = ${shop} and shopper = ${from}
    on conflict do nothing`;
  await tx`delete from behaviours where shop = ${shop} and shopper = ${from}`;
}
