import type { ShopperRef } from "@yiwen/shared";
import { type Draft, system } from "./decision.ts";
import { evolve } from "./evolve.ts";
import type { Conversation } from "./state.ts";
import type { StoredEvent } from "./stored.ts";
import { isForShoppers } from "./wire.ts";

/** A conversation that changed because two shoppers turned out to be one. */
export type Moved = { previous: Conversation; next: Conversation; events: StoredEvent[] };

/**
 * What becomes of the conversations when a shopper turns out to be another one. Theirs become the other's. A shopper
 * has one open conversation on a channel: where both have one, the one with more at stake stays open (a human, then the
 * queue, then one in which the shopper wrote), of two alike the one with the latest word; the other is closed. Pure.
 */
export function mergeConversations(given: {
  theirs: Conversation[];
  own: Conversation[];
  /** Who they turned out to be. */
  shopper: ShopperRef;
  at: number;
}): Moved[] {
  const { theirs, own, shopper, at } = given;
  const identified: Draft<"shopper.identified"> = {
    type: "shopper.identified",
    data: { shopperId: shopper.id, ...(shopper.name && { name: shopper.name }), verified: shopper.verified },
    by: system,
  };
  return theirs.flatMap((one) => {
    const rival = isOpen(one) ? own.find((other) => isOpen(other) && other.channel === one.channel) : undefined;
    if (!rival) return [move(one, [identified], at)];
    const isKept = compareStakes(one, rival) >= 0;
    return isKept ? [move(rival, [ended], at), move(one, [identified], at)] : [move(one, [ended, identified], at)];
  });
}

const ended: Draft<"conversation.closed"> = {
  type: "conversation.closed",
  data: { resolution: "unresolved" },
  by: system,
};

const isOpen = ({ views }: Conversation) => views.agents.floor !== "closed";

function compareStakes(a: Conversation, b: Conversation): number {
  return stakes(a) - stakes(b) || a.views.agents.lastAt - b.views.agents.lastAt;
}

function stakes({ views }: Conversation): number {
  const { floor, asked } = views.agents;
  return { human: 3, queued: 2, bot: asked > 0 ? 1 : 0, closed: 0 }[floor];
}

function move(previous: Conversation, drafts: Draft[], at: number): Moved {
  let { seq, shopperSeq } = previous;
  const events = drafts.map(({ type, data, by }): StoredEvent => {
    seq += 1;
    const isSeen = isForShoppers(type);
    if (isSeen) shopperSeq += 1;
    return { seq, shopperSeq: isSeen ? shopperSeq : null, type, at, by, data };
  });
  return { previous, next: events.reduce(evolve, previous), events };
}
