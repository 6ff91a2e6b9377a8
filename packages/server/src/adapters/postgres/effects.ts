import type { Sql } from "postgres";
import type { EffectRow, Store } from "../../ports/store.ts";

/**
 * Frees all work that is leased. For a database that no other process can have open: who had it is dead, and nobody
 * needs to wait for the lease's end.
 */
export async function endLeases(sql: Sql): Promise<void> {
  await sql`update effects set lease_until = 0 where status = 'pending' and lease_until > 0`;
}

/** The queries of the work that is stored beside the events. */
export function createEffectQueries(sql: Sql): Pick<Store, "claimEffects" | "finishEffect"> {
  return {
    async claimEffects(now, leaseUntil, limit) {
      return sql<EffectRow[]>`
        with due as (
          select shop, id from effects
          where status = 'pending' and due_at <= ${now} and lease_until <= ${now}
          order by due_at limit ${limit} for update skip locked)
        update effects e set lease_until = ${leaseUntil}, attempts = e.attempts + 1
        from due where e.shop = due.shop and e.id = due.id
        returning e.shop, e.conversation, e.id, e.kind, e.input, e.attempts,
          e.due_at as "dueAt", e.lease_until as "leaseUntil"`;
    },

    async finishEffect({ shop, id }, end) {
      // What is given up was reported, and so ended, before: it is kept as dead all the same, with why.
      const dueAt = end.status === "pending" ? sql`${end.dueAt}` : sql`due_at`;
      await sql`
        update effects set status = ${end.status}, due_at = ${dueAt}, lease_until = 0,
          error = ${"error" in end ? end.error : null}
        where shop = ${shop} and id = ${id} and status in ('pending', ${end.status === "dead" ? "done" : "pending"})`;
    },
  };
}
