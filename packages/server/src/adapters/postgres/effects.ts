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
export function createEffectQueries(sql: Sql): Pick<Store, "claimEffects" | "bringForward" | "finishEffect"> {
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

    async bringForward(now, leaseMs) {
      // What was taken up before is due at once, or soon for another try: a lease is longer than its pauses.
      await sql`
        update effects e
        set due_at = least(e.due_at, ${now} + w.longest), lease_until = least(e.lease_until, ${now} + ${leaseMs}::bigint)
        from (
          select shop, id, case when attempts > 0 then ${leaseMs}::bigint else (input->>'inMs')::bigint end as longest
          from effects where status = 'pending') w
        where e.shop = w.shop and e.id = w.id and e.status = 'pending'
          and (e.due_at > ${now} + w.longest or e.lease_until > ${now} + ${leaseMs}::bigint)`;
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
