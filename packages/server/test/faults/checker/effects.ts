import type { EventData } from "@yiwen/shared";
import { leaseMs } from "../../../src/pipeline/commit.ts";
import type { History, StoredRow, Violation } from "../history.ts";

/** Work is done at least once and counts once: none is overdue or put off for too long, none is waited for in vain, no coupon is granted twice. */
export function checkEffects({ stored, waitMs }: History): Violation[] {
  const { at, effects, conversations, events } = stored;
  const violations: Violation[] = [];
  const wrong = (promise: string, what: string) => violations.push({ promise, what });
  const pending = new Set(effects.filter(({ status }) => status === "pending").map(({ id }) => id));
  for (const { id, kind, status, dueAt, leaseUntil } of effects) {
    if (status !== "pending") continue;
    if (dueAt < at) wrong("stranded", `${kind} ${id} was due ${at - dueAt} ms ago`);
    if (dueAt > at + Math.max(waitMs, leaseMs)) wrong("stranded", `${kind} ${id} is due in ${dueAt - at} ms only`);
    if (leaseUntil > at + leaseMs) wrong("stranded", `${kind} ${id} is kept from others for ${leaseUntil - at} ms`);
  }
  for (const conversation of conversations) {
    for (const [id, purpose] of Object.entries(conversation.pending)) {
      if (!pending.has(id)) wrong("stranded", `${conversation.id} waits for ${purpose} ${id}, which nobody does`);
    }
  }
  const shopperOf = new Map(conversations.map(({ id, shopper }) => [id, shopper]));
  const granted = events.filter(({ type }) => type === "coupon.granted").map((event) => grantOf(event, shopperOf));
  for (const [grant, times] of Map.groupBy(granted, (one) => one)) {
    if (times.length > 1) wrong("effects", `${grant} was granted ${times.length} times`);
  }
  return violations;
}

function grantOf({ conversation, data }: StoredRow, shopperOf: Map<string, string>): string {
  return `${shopperOf.get(conversation)} ${(data as EventData["coupon.granted"]).couponId}`;
}
