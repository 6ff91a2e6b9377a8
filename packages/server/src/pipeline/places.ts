import type { ServerSignal } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { Listeners } from "../ports/listeners.ts";
import type { Roster } from "../ports/roster.ts";
import type { QueueMove, Queues } from "./queues.ts";

/** Places are told this often at the most, in milliseconds: with n waiting, each move is news for all n. */
const placesEveryMs = 250;

type World = { deps: Pick<Deps, "clock" | "log">; here: Listeners; queues: Queues; roster: Roster };

/**
 * Follows what moves in the queues, on this node or another. Everyone of a queue that moved learns their place, from
 * the node that they are connected to; however often it moves, once in a while.
 */
export function createPlaces({ deps, here, queues, roster }: World): (move: QueueMove) => void {
  const waiting = new Set<string>();
  const failed = (error: unknown) => deps.log.error({ err: error }, "telling places failed");

  async function tell(shop: string): Promise<void> {
    for (const { conversation, shopper, channel, place } of await queues.places(shop, roster.online(shop))) {
      const signal: ServerSignal = { conversationId: conversation, type: "queue.place", data: place };
      here.signalShopper({ shop, shopper, channel }, signal);
    }
  }

  async function follow(move: QueueMove): Promise<void> {
    const { shop } = move;
    if (!(await queues.follow(move)) || waiting.has(shop)) return;
    waiting.add(shop);
    deps.clock.after(placesEveryMs, () => {
      waiting.delete(shop);
      tell(shop).catch(failed);
    });
  }

  return (move) => void follow(move).catch(failed);
}
