import { type Audience, limits, type OpenReply, type WireEvent } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import { toWire } from "../conversation/wire.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Queues } from "./queues.ts";
import { cardIds, readCards } from "./read-cards.ts";

export type Paging = { since?: number; before?: number; limit?: number };

/** One page of a conversation for an audience, with all that showing it takes. */
export async function readPage(
  pipeline: Pipeline & { queues: Queues },
  state: Conversation,
  audience: Audience,
  { since, before, limit = limits.defaultPageSize }: Paging,
): Promise<OpenReply> {
  const { deps, queues, roster } = pipeline;
  const { shop, id } = state;
  const summary = state.views[audience];
  // Nothing can be missing after the last number: spares the store a look.
  const page =
    since !== undefined && since >= summary.seq
      ? { events: [], more: false }
      : await deps.store.page({
          shop,
          conversation: id,
          audience,
          limit,
          ...(since !== undefined && { since }),
          ...(before !== undefined && { before }),
        });
  // What was committed after the summary was read is told live: a page and its summary are of one moment.
  const events = page.events
    .map((event) => toWire(id, event, audience))
    .filter((event): event is WireEvent => event !== undefined && event.seq <= summary.seq);
  const cards = await readCards(deps, { shop, shopper: state.shopper.id, ...cardIds(events) });
  const place = summary.floor === "queued" ? await queues.place(shop, id, roster.online(shop)) : undefined;
  const isForward = since !== undefined;
  return {
    conversation: summary,
    events,
    hasOlder: isForward ? since > 0 : page.more,
    hasNewer: isForward ? page.more : before !== undefined,
    cards,
    ...(place && { queue: place }),
  };
}
