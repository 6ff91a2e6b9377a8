import { commandKey } from "../../../src/adapters/postgres/command-key.ts";
import type { History, Violation } from "../history.ts";

/** What only reads, and a read mark that reached nothing new, leaves nothing behind. */
const leavesNothing = new Set([
  "conversation.open",
  "conversation.leave",
  "inbox.open",
  "catalog.read",
  "presence.set",
  "message.read",
]);

/** An acknowledged command is stored, under the number that was said, and a command gets one answer. */
export function checkAcks({ entries, stored }: History): Violation[] {
  const byCommand = new Map(stored.events.flatMap((event) => (event.command ? [[event.command, event]] : [])));
  const answered = new Set(stored.answered);
  const answers = new Map<string, string>();
  const violations: Violation[] = [];
  const wrong = (promise: string, what: string) => violations.push({ promise, what });
  for (const entry of entries) {
    if (entry.kind !== "acked" || entry.seq === undefined || leavesNothing.has(entry.type)) continue;
    const { id, type, conversation, seq, person } = entry;
    const key = commandKey(stored.shop, person, id);
    const event = byCommand.get(key);
    if (!event && !answered.has(key)) {
      wrong("ack", `${type} ${id} of ${person} was acknowledged and is not stored`);
    } else if (event && event.conversation !== conversation) {
      wrong(
        "ack",
        `${type} ${id} of ${person} was acknowledged in ${conversation} and is stored in ${event.conversation}`,
      );
    }
    const answer = `${conversation} ${seq}`;
    const earlier = answers.get(`${person} ${id}`);
    if (earlier !== undefined && earlier !== answer)
      wrong("ack", `${type} ${id} was answered ${earlier}, then ${answer}`);
    answers.set(`${person} ${id}`, answer);
  }
  return violations;
}
