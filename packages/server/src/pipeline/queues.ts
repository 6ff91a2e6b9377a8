import type { Channel, EventData, InboxRow, ShopperRef } from "@yiwen/shared";
import type { StoredEvent } from "../conversation/stored.ts";
import type { Store } from "../ports/store.ts";
import { type Place, placeInQueue } from "../routing/queue.ts";
import type { CommittedAppend } from "./commit.ts";

/** One who waits, and where to reach them. */
export type InQueue = { conversation: string; since: number; shopper: ShopperRef; channel: Channel };

/** What a commit changed for the queue of its shop; other nodes are told of it as it is. */
export type QueueMove = {
  shop: string;
  row: InboxRow;
  wasQueued: boolean;
  /** When an agent joined, and when the conversation left their hands; epoch milliseconds. */
  joinedAt?: number;
  endedAt?: number;
};

/** The queue of each shop as this node knows it, for places and estimates. */
export type Queues = {
  /** Takes in a change; answers whether someone came into a queue or left it. */
  follow(move: QueueMove): Promise<boolean>;
  /** Forgets who waits: changes were missed. How long conversations take is still known. */
  reload(): void;
  /** Everyone who waits in a shop, with their place. */
  places(shop: string, online: number): Promise<(InQueue & { place: Place })[]>;
  place(shop: string, conversation: string, online: number): Promise<Place | undefined>;
};

const queueLimit = 1000;
/** Weight of the newest handling time in the running mean. */
const freshness = 0.2;

/** How long conversations take in a shop. */
type Pace = { averageHandleMs?: number; joinedAt: Map<string, number> };
/** Who waits, and the number at which each conversation that moved lately was seen. */
type Waiting = { rows: InQueue[]; seqs: Map<string, number> };

/** What a change is to the queues; undefined when it is none of their business. */
export function moveOf({ previous, next, events }: CommittedAppend): QueueMove | undefined {
  const [before, now] = [previous.views.agents, next.views.agents];
  const isSamePerson = previous.shopper.id === next.shopper.id;
  if (before.floor === now.floor && before.agent?.id === now.agent?.id && isSamePerson) return undefined;
  const joinedAt = events.findLast(({ type }) => type === "agent.joined")?.at;
  const endedAt = events.find(isEnd)?.at;
  return {
    shop: next.shop,
    row: { shopper: next.shopper, conversation: now },
    wasQueued: before.floor === "queued",
    ...(joinedAt !== undefined && { joinedAt }),
    ...(endedAt !== undefined && { endedAt }),
  };
}

export function createQueues(store: Store): Queues {
  const shops = new Map<string, Promise<Waiting>>();
  const paces = new Map<string, Pace>();

  function queueOf(shop: string): Promise<Waiting> {
    const known = shops.get(shop) ?? load(store, shop);
    shops.set(shop, known);
    known.catch(() => shops.delete(shop));
    return known;
  }

  function paceOf(shop: string): Pace {
    const pace = paces.get(shop) ?? { joinedAt: new Map() };
    paces.set(shop, pace);
    return pace;
  }

  return {
    async follow({ shop, row, wasQueued, joinedAt, endedAt }) {
      const { id, floor } = row.conversation;
      const pace = paceOf(shop);
      if (endedAt !== undefined) learnPace(pace, id, endedAt);
      if (joinedAt !== undefined) pace.joinedAt.set(id, joinedAt);
      if (!wasQueued && floor !== "queued") return false;
      const queue = await queueOf(shop);
      if (isNews(queue, row)) queue.rows = withRow(queue.rows, row);
      return true;
    },
    reload: () => shops.clear(),
    async places(shop, online) {
      const { rows } = await queueOf(shop);
      const pace = { online, averageHandleMs: paceOf(shop).averageHandleMs };
      return rows.map((one, ahead) => ({ ...one, place: placeInQueue(ahead, pace) }));
    },
    async place(shop, conversation, online) {
      const { rows } = await queueOf(shop);
      const ahead = rows.findIndex((one) => one.conversation === conversation);
      return ahead < 0 ? undefined : placeInQueue(ahead, { online, averageHandleMs: paceOf(shop).averageHandleMs });
    },
  };
}

/** Whether a conversation left its agent's hands because it was done. */
function isEnd({ type, data }: StoredEvent): boolean {
  return (
    type === "conversation.closed" || (type === "agent.left" && (data as EventData["agent.left"]).why === "returned")
  );
}

async function load(store: Store, shop: string): Promise<Waiting> {
  const { rows } = await store.inbox({ shop, filter: "queue", agent: "", limit: queueLimit });
  return { rows: rows.map(inQueue), seqs: new Map() };
}

/** Nodes tell each other of moves, and what two of them did may come in either order. */
function isNews({ seqs }: Waiting, { conversation: { id, seq } }: InboxRow): boolean {
  if ((seqs.get(id) ?? 0) > seq) return false;
  seqs.delete(id);
  seqs.set(id, seq);
  const oldest = seqs.size > queueLimit ? seqs.keys().next().value : undefined;
  if (oldest !== undefined) seqs.delete(oldest);
  return true;
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

function learnPace(pace: Pace, conversation: string, endedAt: number): void {
  const joinedAt = pace.joinedAt.get(conversation);
  if (joinedAt === undefined) return;
  pace.joinedAt.delete(conversation);
  const took = endedAt - joinedAt;
  const { averageHandleMs } = pace;
  pace.averageHandleMs = averageHandleMs === undefined ? took : averageHandleMs + freshness * (took - averageHandleMs);
}
