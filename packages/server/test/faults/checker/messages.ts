import type { History, Violation } from "../history.ts";
import { messageIdOf } from "./by-conversation.ts";

/** Every message that was written is stored once, or was thrown away, or is shown as failed; nothing else is stored. */
export function checkMessages({ entries, last, stored }: History): Violation[] {
  const violations: Violation[] = [];
  const wrong = (promise: string, what: string) => violations.push({ promise, what });
  const times = new Map<string, number>();
  for (const event of stored.events) {
    const id = messageIdOf(event);
    if (id) times.set(`${event.conversation} ${id}`, (times.get(`${event.conversation} ${id}`) ?? 0) + 1);
  }
  for (const [message, count] of times) if (count > 1) wrong("once", `message ${message} is stored ${count} times`);

  const storedIds = new Map<string, string[]>();
  for (const event of stored.events) {
    const id = messageIdOf(event);
    if (!id || (event.by.kind !== "shopper" && event.by.kind !== "agent")) continue;
    storedIds.set(id, [...(storedIds.get(id) ?? []), event.conversation]);
  }
  const written = new Set<string>();
  const gone = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === "wrote") written.add(entry.id);
    if (entry.kind === "retried") {
      written.add(entry.as);
      gone.add(entry.id);
    }
    if (entry.kind === "discarded") gone.add(entry.id);
  }
  const kept = new Map(last.flatMap(({ pending }) => pending.map(({ id, status }) => [id, status] as const)));
  for (const id of written) {
    const places = storedIds.get(id) ?? [];
    if (places.length > 1) wrong("once", `message ${id} is stored in ${places.join(" and ")}`);
    if (places.length > 0) continue;
    if (kept.get(id) === "sending") wrong("stranded", `message ${id} is still on its way`);
    else if (!kept.has(id) && !gone.has(id)) wrong("lost", `message ${id} is neither stored nor shown as failed`);
  }
  for (const id of storedIds.keys()) if (!written.has(id)) wrong("once", `message ${id} is stored and nobody wrote it`);
  return violations;
}
