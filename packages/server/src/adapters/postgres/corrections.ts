import { and, desc, eq, sql } from "drizzle-orm";
import { type Correction, type Corrections, correctionsKept } from "../../ports/corrections.ts";
import type { ShopData } from "../../ports/shop-data.ts";
import type { Database } from "./connect.ts";
import { createOrm, type Orm } from "./orm.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { corrections } from "./schema-corrections.ts";

/** Agents' corrections on PostgreSQL; whoever has the shop in memory hears of a change through `shopData`. */
export function createCorrections(database: Database, { changed }: Pick<ShopData, "changed">): Corrections {
  const orm = createOrm(database);
  return withPlainErrors<Corrections>({
    async save(shop, { id, text, intent, by, conversationId, messageId, at }) {
      const said = { text, intent, agent: by.id, agentName: by.name, at };
      await orm
        .insert(corrections)
        .values({ shop, id, conversation: conversationId, message: messageId, ...said })
        .onConflictDoUpdate({ target: [corrections.shop, corrections.conversation, corrections.message], set: said });
      await dropOldest(orm, shop);
      changed(shop, "corrections");
    },
    list: (shop) => readCorrections(orm, shop),
    async remove(shop, id) {
      const gone = await orm
        .delete(corrections)
        .where(and(eq(corrections.shop, shop), eq(corrections.id, id)))
        .returning({ id: corrections.id });
      if (gone.length > 0) changed(shop, "corrections");
      return gone.length > 0;
    },
  });
}

/** A shop's corrections, newest first. */
export async function readCorrections(orm: Orm, shop: string): Promise<Correction[]> {
  const rows = await orm
    .select()
    .from(corrections)
    .where(eq(corrections.shop, shop))
    .orderBy(desc(corrections.at), desc(corrections.id));
  return rows.map(({ id, text, intent, agent, agentName, conversation, message, at }) => ({
    id,
    text,
    intent,
    by: { id: agent, name: agentName },
    conversationId: conversation,
    messageId: message,
    at,
  }));
}

async function dropOldest(orm: Orm, shop: string): Promise<void> {
  const firstTooMany = orm
    .select({ at: corrections.at, id: corrections.id })
    .from(corrections)
    .where(eq(corrections.shop, shop))
    .orderBy(desc(corrections.at), desc(corrections.id))
    .offset(correctionsKept)
    .limit(1);
  await orm
    .delete(corrections)
    .where(and(eq(corrections.shop, shop), sql`(${corrections.at}, ${corrections.id}) <= (${firstTooMany})`));
}
