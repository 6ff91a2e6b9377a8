import type { AgentReplies, Committed } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { AgentCommandType, AgentInput, PresenceStatus } from "../schema/commands.ts";
import type { ServerSignal } from "../signals.ts";
import type { InboxRow } from "../view/inbox.ts";
import { type CardShelf, createCards } from "./cards.ts";
import { type Connection, createConnection, unavailable } from "./connection.ts";
import { isEqual } from "./conversation.ts";
import { createFollowing, type Following } from "./following.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { sendable } from "./sendable.ts";
import { createStore } from "./store.ts";
import type { AgentClient, AgentState, ClientWorld, PendingMessage } from "./types.ts";
import { completeWorld } from "./world.ts";

type RowListener = (row: InboxRow, before: InboxRow | undefined) => void;

/** Makes the headless client of one agent; nothing is sent before `start`. */
export function createAgentClient(input: ClientWorld): AgentClient {
  const parts = createParts(input);
  const { connection, cards, following, inbox, outbox, store, rowListeners } = parts;
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    onRow(listener) {
      rowListeners.add(listener);
      return () => rowListeners.delete(listener);
    },
    start(agentId, filter = "queue") {
      inbox.agentId = agentId;
      const loaded = inbox.load(filter);
      connection.start();
      return loaded;
    },
    show: (filter) => inbox.load(filter),
    more: inbox.more,
    follow: following.follow,
    leave: following.leave,
    loadOlder: async (id) => (await following.get(id)?.loadOlder()) ?? unavailable,
    send: (conversationId, content) =>
      outbox.add({
        conversationId,
        content: sendable(typeof content === "string" ? { kind: "text", text: content } : content),
      }),
    note: (conversationId, text) =>
      outbox.add({ conversationId, content: sendable({ kind: "text", text }), note: true }),
    retry: (id) => outbox.retry(id),
    discard: outbox.discard,
    read: (id) => following.get(id)?.read(),
    typing: (id, on) => following.get(id)?.typing(on),
    readCards: cards.read,
    command: (type, commandInput, conversationId) => command(parts, type, commandInput, conversationId),
    reconnectNow: connection.reconnectNow,
    close: connection.close,
  };
}

type Parts = {
  connection: Connection;
  cards: CardShelf;
  following: Following;
  inbox: Inbox;
  outbox: Outbox;
  store: ReturnType<typeof createStore<AgentState>>;
  rowListeners: Set<RowListener>;
  /** What the agent last said of being there, though nobody may have heard it; said on every connection. */
  presence: { status?: PresenceStatus };
};

function createParts(input: ClientWorld): Parts {
  const world = completeWorld(input);
  const rowListeners = new Set<RowListener>();
  const presence: Parts["presence"] = {};
  const connection = createConnection(world, {
    scope: (scope) => outbox.restore(scope),
    changed: () => render(),
    online() {
      if (presence.status) void connection.ask("presence.set", { status: presence.status });
      void inbox.load();
      for (const conversation of following.all()) void conversation.sync();
      cards.flush();
      outbox.pump();
    },
    lost() {
      for (const conversation of following.all()) conversation.lost();
    },
    ended() {
      inbox.stop();
      for (const conversation of following.all()) conversation.stop(connection.refusal);
    },
    event(event) {
      const conversation = following.get(event.conversationId);
      conversation?.event(event);
      // Another person's profile: their name, their orders, what else they wrote. It comes with a page.
      if (event.type === "shopper.identified") void conversation?.sync();
    },
    signal: (signal) => takeSignal(inbox, following, signal),
  });
  const outbox = createOutbox(world, connection, {
    changed: () => render(),
    seqOf: (id) => following.get(id)?.view?.seq,
    expect: (id, seq) => following.get(id)?.expect(seq),
  });
  const cards = createCards(world, connection, () => render());
  const following = createFollowing({ world, connection, outbox, cards, changed: () => render() });
  const inbox = createInbox(world, connection, {
    changed: () => render(),
    row(row, before) {
      for (const listener of [...rowListeners]) listener(row, before);
    },
  });
  const failed = createFailed(outbox);
  const current = (): AgentState => ({
    connection: connection.state,
    refusedBecause: connection.refusedBecause,
    inbox: inbox.state,
    agents: inbox.agents,
    threads: following.state(),
    failed: failed(),
    cards: cards.state,
  });
  const store = createStore(current());
  const render = () => store.set(current());
  return { connection, cards, following, inbox, outbox, store, rowListeners, presence };
}

/** What was refused for good; the same array as long as nothing changed. */
function createFailed(outbox: Outbox): () => PendingMessage[] {
  let last: PendingMessage[] = [];
  return () => {
    const now = outbox.list.filter(({ status }) => status === "failed");
    if (!isEqual(now, last)) last = now;
    return last;
  };
}

function takeSignal(inbox: Inbox, following: Following, signal: ServerSignal): void {
  if (signal.type === "inbox.changed") inbox.take(signal.data.row);
  else if (signal.type === "presence") inbox.setAgents(signal.data.agents);
  else following.get(signal.conversationId)?.signal(signal);
}

async function command<T extends AgentCommandType>(
  parts: Parts,
  type: T,
  input: AgentInput<T>,
  conversationId?: string,
): Promise<Result<AgentReplies[T]>> {
  if (type === "presence.set") parts.presence.status = (input as AgentInput<"presence.set">).status;
  const result = await parts.connection.ask<AgentReplies[T]>(type, input, conversationId);
  if (!result.ok) return result;
  const { seq } = result.data as Partial<Committed>;
  if (seq && conversationId) parts.following.get(conversationId)?.expect(seq);
  return result;
}
