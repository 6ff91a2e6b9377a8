import type { Recognised } from "../ports/directory.ts";
import type { Listeners } from "../ports/listeners.ts";
import type { Pipeline } from "./pipeline.ts";

/**
 * Takes in that shoppers turned out to be one, after the commit: what this node remembers of the conversations is
 * forgotten, those who look on are told, and the sockets of those who are no more sign in again.
 */
export function takeInMerge(
  { conversations, deliver }: Pick<Pipeline, "conversations" | "deliver">,
  listeners: Pick<Listeners, "endShopper">,
  { shopper, merged, moved }: Recognised,
): void {
  for (const id of merged) listeners.endShopper(shopper.shop, id);
  for (const { previous, next, events } of moved) {
    conversations.forget(next.shop, next.id);
    deliver({ previous, next, events, effects: [] });
  }
}
