import type { WireEvent } from "../events.ts";
import type { Committed, OpenReply } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { ServerSignal } from "../signals.ts";
import type { CardShelf } from "./cards.ts";
import { type Connection, unavailable } from "./connection.ts";
import { createLive, createTyping } from "./live.ts";
import type { Outbox } from "./outbox.ts";
import { createReading } from "./reading.ts";
import { createThread, type Paging, type Thread } from "./thread.ts";
import type { Live, PendingMessage, ThreadState } from "./types.ts";
import type { World } from "./world.ts";

/** What the conversations of one client share. */
export type Surroundings = { world: World; connection: Connection; outbox: Outbox; cards: CardShelf; changed(): void };

export type ConversationHandlers<Reply extends OpenReply> = {
  side: "shopper" | "agent";
  open(paging: Paging): Promise<Result<Reply> | undefined>;
  hasMore?(): boolean;
  older(paging: Paging): Promise<Result<OpenReply>>;
  /** A page was taken into the view. */
  joined?(reply: Reply): void;
};

/** Everything a screen shows of one conversation, and what it can do there besides sending. */
export type Conversation = Pick<Thread, "sync" | "reload" | "expect" | "loadOlder" | "stop"> & {
  readonly view: Thread["view"];
  /** The same object as long as nothing changed; absent until the first page. */
  state(pending: PendingMessage[]): ThreadState | undefined;
  event(event: WireEvent): void;
  signal(signal: ServerSignal): void;
  lost(): void;
  read(): void;
  typing(on: boolean): void;
  /** Asks something of this conversation; its events are waited for. */
  ask<T>(type: string, input: object): Promise<Result<T>>;
};

/** Ties one thread to its live signals, its read marks and the cards it names. */
export function createConversation<Reply extends OpenReply & { viewers?: Live["viewers"] }>(
  shared: Surroundings,
  on: ConversationHandlers<Reply>,
): Conversation {
  const { world, connection, outbox, cards, changed } = shared;
  const live = createLive(world, changed);
  const ask = async <T>(type: string, input: object): Promise<Result<T>> => {
    const id = thread.view?.summary.id;
    if (!id) return unavailable;
    const result = await connection.ask<T>(type, input, id);
    if (result.ok && (result.data as Partial<Committed>).seq) thread.expect((result.data as Committed).seq);
    return result;
  };
  const thread = createThread<Reply>(world, {
    ...on,
    changed(events, reply) {
      if (reply) {
        cards.take(reply.cards);
        live.set({ queue: reply.queue, ...(reply.viewers && { viewers: reply.viewers }) });
        on.joined?.(reply);
        reading.resume();
      } else events.forEach(live.heard);
      if (live.state.queue && thread.view?.summary.floor !== "queued") live.set({ queue: undefined });
      outbox.settle(events);
      cards.want(events);
      changed();
    },
  });
  const reading = createReading(on.side, () => thread.view, ask);
  let last: ThreadState | undefined;
  return {
    get view() {
      return thread.view;
    },
    sync: thread.sync,
    reload: thread.reload,
    expect: thread.expect,
    loadOlder: thread.loadOlder,
    stop: thread.stop,
    state(pending) {
      const { view } = thread;
      if (!view) return undefined;
      const isSame = last?.view === view && last.live === live.state && isEqual(last.pending, pending);
      if (!isSame) last = { view, live: live.state, pending };
      return last;
    },
    event: thread.take,
    signal: live.signal,
    lost: live.lost,
    read: reading.read,
    typing: createTyping(world.now, (on) => {
      if (thread.view) connection.signal({ conversationId: thread.view.summary.id, type: "typing", data: { on } });
    }),
    ask,
  };
}

/** The same things in the same order. */
export function isEqual(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
