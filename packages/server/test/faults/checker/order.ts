import type { Entry, History, Violation } from "../history.ts";
import { byConversation, messageIdOf } from "./by-conversation.ts";

/** Numbers have no hole, in either audience's; what one window wrote stands in the order it was written. */
export function checkOrder({ entries, stored }: History): Violation[] {
  const violations: Violation[] = [];
  const wrong = (what: string) => violations.push({ promise: "order", what });
  const conversations = byConversation(stored.events);
  for (const [id, events] of conversations) {
    const forShoppers = events.flatMap(({ shopperSeq }) => shopperSeq ?? []);
    if (events.some(({ seq }, n) => seq !== n + 1)) wrong(`${id} has a hole: ${events.map(({ seq }) => seq)}`);
    if (forShoppers.some((seq, n) => seq !== n + 1)) wrong(`${id} has a hole for shoppers: ${forShoppers}`);
  }
  for (const [window, mine] of Map.groupBy(entries, ({ person, window }) => `${person} ${window}`)) {
    const written = placesOf(mine);
    for (const [id, events] of conversations) {
      const places = events.flatMap((event) => written.get(messageIdOf(event) ?? "") ?? []);
      const at = places.findIndex((place, n) => n > 0 && place < (places[n - 1] ?? 0));
      if (at > 0) wrong(`${window} wrote in another order than ${id} has it, from its ${at + 1}th message on`);
    }
  }
  return violations;
}

/** Which was written first; a retried message counts from when it was retried. */
function placesOf(entries: Entry[]): Map<string, number> {
  const ids = entries.flatMap((entry) =>
    entry.kind === "wrote" ? entry.id : entry.kind === "retried" ? entry.as : [],
  );
  return new Map(ids.map((id, place) => [id, place]));
}
