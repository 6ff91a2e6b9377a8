import type { OpenReply } from "../protocol.ts";
import type { Result } from "../result.ts";
import { createCards } from "./cards.ts";
import { createConnection } from "./connection.ts";
import { createConversation } from "./conversation.ts";
import { createOpening } from "./opening.ts";
import { createOutbox } from "./outbox.ts";
import { sendable } from "./sendable.ts";
import { createStore } from "./store.ts";
import type { ClientWorld, ShopperClient, ShopperState } from "./types.ts";
import { completeWorld, type World } from "./world.ts";

/** Makes the headless client of one shopper; nothing is sent before `open`. */
export function createShopperClient(input: ClientWorld): ShopperClient {
  const { store, connection, outbox, opening, conversation, house } = createParts(completeWorld(input));
  /** Where what is written now goes; nowhere yet before there is a conversation, or once it is closed. */
  const home = () => {
    const summary = conversation.view?.summary;
    return summary && summary.floor !== "closed" ? summary.id : "";
  };
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    open(options = {}) {
      opening.wish(options);
      connection.start();
      return conversation.sync();
    },
    send(content) {
      const id = outbox.add({
        conversationId: home(),
        content: sendable(typeof content === "string" ? { kind: "text", text: content } : content),
      });
      house();
      return id;
    },
    retry(id) {
      outbox.retry(id, home());
      house();
    },
    discard: outbox.discard,
    read: conversation.read,
    typing: conversation.typing,
    requestHandoff: () => conversation.ask("handoff.request", {}),
    cancelHandoff: () => conversation.ask("handoff.cancel", {}),
    rate: (score, comment): Promise<Result<unknown>> =>
      conversation.ask("rating.give", { score, ...(comment && { comment }) }),
    loadOlder: conversation.loadOlder,
    reconnectNow: connection.reconnectNow,
    pause: connection.pause,
    renew: connection.renew,
    close: connection.close,
  };
}

function createParts(world: World) {
  const store = createStore<ShopperState>({ connection: "idle", pending: [], cards: { products: {}, orders: {} } });
  /** Conversations shown before this one; their late events mean nothing now. */
  const past = new Set<string>();
  const connection = createConnection(world, {
    scope: (scope) => outbox.restore(scope),
    changed: () => render(),
    online() {
      void conversation.sync();
      cards.flush();
      outbox.pump();
    },
    lost: () => conversation.lost(),
    ended: () => conversation.stop(connection.refusal),
    event(event) {
      conversation.event(event);
      const id = conversation.view?.summary.id;
      if (id && event.conversationId !== id && !past.has(event.conversationId)) conversation.reload();
    },
    signal(signal) {
      if (signal.conversationId === conversation.view?.summary.id) conversation.signal(signal);
    },
  });
  const outbox = createOutbox(world, connection, {
    changed: () => render(),
    seqOf(id) {
      const { view } = conversation;
      // Before there is a thread everything is still to be shown.
      if (!view) return 0;
      return id === view.summary.id ? view.seq : undefined;
    },
    expect: (_, seq) => conversation.expect(seq),
  });
  const cards = createCards(world, connection, () => render());
  const opening = createOpening(connection);
  const conversation = createConversation<OpenReply>(
    { world, connection, outbox, cards, changed: () => render() },
    {
      side: "shopper",
      open: opening.open,
      hasMore: opening.hasMore,
      older: (paging) => connection.ask("conversation.open", paging),
      joined(reply) {
        const before = store.state.thread?.view.summary.id;
        if (before && before !== reply.conversation.id) past.add(before);
        past.delete(reply.conversation.id);
        house();
      },
    },
  );
  /** Gives what was written without a conversation to the one shown; after a closed one a fresh one is opened for it. */
  const house = () => {
    const summary = conversation.view?.summary;
    if (!summary || outbox.list.every((entry) => entry.conversationId)) return;
    if (summary.floor !== "closed") return outbox.adopt(summary.id);
    opening.wish({ fresh: true });
    void conversation.sync();
  };
  const render = () =>
    store.set({
      connection: connection.state,
      refusedBecause: connection.refusedBecause,
      thread: conversation.state(outbox.list),
      pending: outbox.list,
      cards: cards.state,
      consultError: opening.consultError,
    });
  return { store, connection, outbox, opening, conversation, house };
}
