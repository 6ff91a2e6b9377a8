import type { Channel, EventData, InboxRow, ShopperRef } from "@yiwen/shared";
import type { Store } from "../ports/store.ts";
import { type Place, placeInQueue } from "../routing/queue.ts";
import type { CommittedAppend } from "./commit.ts";

/** One who waits, and where to reach them. */
export type InQueue = { conversation: string; since: number; shopper: ShopperRef; channel: Channel };

/** The queue of each shop as this node knows it, for places and estimates. */
export type Queues = {
  /** Takes in a change that concerns them; answers whether someone came into a queue or left it. */
  follow(committed: CommittedAppend): Promise<boolean>;
  /** Everyone who waits in a shop, with their place. */
  places(shop: string, online: number): Promise<(InQueue & { place: Place })[]>;
  place(shop: string, conversation: string, online: number): Promise<Place | undefined>;
};

const queueLimit = 1000;
/** Weight of the newest handling time in the running mean. */
const freshness = 0.2;

type ShopQueue = { waiting: InQueue[]; averageHandleMs?: number; joinedAt: Map<string, number> };

/** Whether a change is any of the queues' business. */
export function concernsQueues({ previous, next }: CommittedAppend): boolean {
  const [before, now] = [previous.views.agents, next.views.agents];
  const isSamePerson = previous.shopper.id === next.shopper.id;
  return before.floor !== now.floor || before.agent?.id !== now.agent?.id || !isSamePerson;
}

export function createQueues(store: Store): Queues {
  const shops = new Map<string, Promise<ShopQueue>>();

  function queueOf(shop: string): Promise<ShopQueue> {
    const known = shops.get(shop) ?? load(store, shop);
    shops.set(shop, known);
    known.catch(() => shops.delete(shop));
    return known;
  }

  return {
    async follow({ previous, next, events }) {
      const before = previous.views.agents;
      const now = next.views.agents;
      const queue = await queueOf(next.shop);
      for (const event of events) {
        if (event.type === "agent.joined") queue.joinedAt.set(next.id, event.at);
        if (event.type === "conversation.closed" || isReturned(event)) learnPace(queue, next.id, event.at);
      }
      if (before.floor !== "queued" && now.floor !== "queued") return false;
      queue.waiting = withRow(queue.waiting, { shopper: next.shopper, conversation: now });
      return true;
    },
    async places(shop, online) {
      const { waiting, averageHandleMs } = await queueOf(shop);
      return waiting.map((one, ahead) => ({ ...one, place: placeInQueue(ahead, { online, averageHandleMs }) }));
    },
    async place(shop, conversation, online) {
      const { waiting, averageHandleMs } = await queueOf(shop);
      const ahead = waiting.findIndex((one) => one.conversation === conversation);
      return ahead < 0 ? undefined : placeInQueue(ahead, { online, averageHandleMs });
    },
  };
}

function isReturned(event: { type: string; data: unknown }): boolean {
  return event.type === "agent.left" && (event.data as EventData["agent.left"]).why === "returned";
}

async function load(store: Store, shop: string): Promise<ShopQueue> {
  const { rows } = await store.inbox({ shop, filter: "queue", agent: "", limit: queueLimit });
  return { waiting: rows.map(inQueue), joinedAt: new Map() };
}

function inQueue({ shopper, conversation }: InboxRow): InQueue {
  const { id, channel, queue, lastAt } = conversation;
  return { conversation: id, since: queue?.since ?? lastAt, shopper, channel };
}

function withRow(waiting: InQueue[], row: InboxRow): InQueue[] {
  const others = waiting.filter(({ conversation }) => conversation !== row.conversation.id);
  if (row.conversation.floor !== "queued") return others;
  return [...others, inQueue(row)].sort((a, b) => a.since - b.since);
}

function learnPace(queue: ShopQueue, conversation: string, endedAt: number): void {
  const joinedAt = queue.joinedAt.get(conversation);
  if (joinedAt === undefined) return;
  queue.joinedAt.delete(conversation);
  const took = endedAt - joinedAt;
  const { averageHandleMs } = queue;
  queue.averageHandleMs = averageHandleMs === undefined ? took : averageHandleMs + freshness * (took - averageHandleMs);
}
