import type { ErrorBody } from "../errors.ts";
import type { WireEvent } from "../events.ts";
import type { CommandMessage, Committed } from "../protocol.ts";
import type { AgentContent } from "../schema/content.ts";
import { backoff } from "./backoff.ts";
import type { Connection } from "./connection.ts";
import type { PendingMessage } from "./types.ts";
import type { World } from "./world.ts";

export type OutboxHandlers = {
  changed(): void;
  /** How far the conversation is shown; `undefined` when it is not. */
  seqOf(conversationId: string): number | undefined;
  /** A message is stored as `seq` or before it; its event should be shown soon. */
  expect(conversationId: string, seq: number): void;
};

/** Messages that are not events yet: kept in storage, sent in order, one at a time in each conversation. */
export type Outbox = {
  readonly list: PendingMessage[];
  /** Takes up what is stored for a person, and stores what was written before the person was known. */
  restore(scope: string): Promise<void>;
  add(message: { conversationId: string; content: AgentContent; note?: boolean }): string;
  /** Gives what was written before there was a conversation to this one; the caller tells of the change. */
  adopt(conversationId: string): void;
  /** Drops what these events show, and what is known to be shown; the caller tells of the change. */
  settle(events: WireEvent[]): void;
  retry(id: string, conversationId?: string): void;
  discard(id: string): void;
  /** Sends whatever may be sent now. */
  pump(): void;
};

type Self = {
  world: World;
  connection: Connection;
  on: OutboxHandlers;
  prefix?: string;
  restoring: Promise<void>;
  list: PendingMessage[];
  /** Stored by the server as this number or before, event not seen yet. */
  acked: Map<string, number>;
  /** Conversations with a message on its way or waiting for its next try. */
  busy: Set<string>;
  /** Taken from storage: another tab may have dealt with them since. */
  restored: Set<string>;
};

/** Makes an empty outbox; `restore` must come before the first send. */
export function createOutbox(world: World, connection: Connection, on: OutboxHandlers): Outbox {
  const self: Self = {
    world,
    connection,
    on,
    restoring: Promise.resolve(),
    list: [],
    acked: new Map(),
    busy: new Set(),
    restored: new Set(),
  };
  const add = (message: Pick<PendingMessage, "conversationId" | "content" | "note">) => {
    const entry: PendingMessage = { ...message, id: connection.newId(), at: world.now(), status: "sending" };
    put(self, [...self.list, entry]);
    save(self, entry);
    pump(self);
    return entry.id;
  };
  return {
    get list() {
      return self.list;
    },
    restore(scope) {
      const prefix = `yiwen:${scope}:outbox:`;
      if (self.prefix !== prefix) self.restoring = restore(self, prefix);
      return self.restoring;
    },
    add,
    adopt(conversationId) {
      if (self.list.every((entry) => entry.conversationId)) return;
      self.list = self.list.map((entry) => (entry.conversationId ? entry : save(self, { ...entry, conversationId })));
      pump(self);
    },
    settle: (events) => settle(self, events),
    retry(id, conversationId) {
      const entry = self.list.find((one) => one.id === id && one.status === "failed");
      if (!entry) return;
      drop(self, id);
      const { content, note } = entry;
      add({ conversationId: conversationId ?? entry.conversationId, content, ...(note && { note }) });
    },
    discard: (id) => drop(self, id),
    pump: () => pump(self),
  };
}

async function restore(self: Self, prefix: string): Promise<void> {
  const before = self.prefix;
  self.prefix = prefix;
  for (const entry of self.list) {
    if (before) void touch(self, (storage) => storage.remove(before + entry.id));
    save(self, entry);
  }
  const found: PendingMessage[] = [];
  await touch(self, async (storage) => {
    for (const key of await storage.keys(prefix)) {
      const entry = parse(key.slice(prefix.length), await storage.get(key));
      if (entry) found.push(entry);
    }
  });
  const fresh = found.filter(({ id }) => !self.list.some((entry) => entry.id === id));
  for (const { id } of fresh) self.restored.add(id);
  if (fresh.length > 0)
    put(
      self,
      [...fresh, ...self.list].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
}

function parse(id: string, value: string | null): PendingMessage | undefined {
  try {
    const entry = JSON.parse(value ?? "null");
    if (entry.content.kind) return { ...entry, id };
  } catch {
    // Not ours, or half written: nothing to send.
  }
  return undefined;
}

function save(self: Self, entry: PendingMessage): PendingMessage {
  const { id, ...rest } = entry;
  if (self.prefix) void touch(self, (storage) => storage.set(self.prefix + id, JSON.stringify(rest)));
  return entry;
}

/** Storage may be full, forbidden or slow; none of that may stop a message. */
async function touch(self: Self, run: (storage: World["storage"]) => unknown): Promise<void> {
  try {
    await run(self.world.storage);
  } catch {
    // The message lives as long as the page.
  }
}

function put(self: Self, list: PendingMessage[]): void {
  self.list = list;
  self.on.changed();
}

function forget(self: Self, id: string): void {
  self.acked.delete(id);
  if (self.prefix) void touch(self, (storage) => storage.remove(self.prefix + id));
}

function drop(self: Self, id: string): void {
  if (!self.list.some((entry) => entry.id === id)) return;
  forget(self, id);
  put(
    self,
    self.list.filter((entry) => entry.id !== id),
  );
}

function settle(self: Self, events: WireEvent[]): void {
  const shown = new Set(
    events.map((event) => (event.type === "message.sent" || event.type === "message.noted" ? event.data.id : "")),
  );
  const isSettled = ({ id, conversationId }: PendingMessage) => {
    const acked = self.acked.get(id);
    return shown.has(id) || (acked !== undefined && acked <= (self.on.seqOf(conversationId) ?? acked));
  };
  const gone = self.list.filter(isSettled);
  if (gone.length === 0) return;
  for (const { id } of gone) forget(self, id);
  self.list = self.list.filter((entry) => !gone.includes(entry));
}

function pump(self: Self): void {
  if (self.connection.state !== "online") return;
  for (const entry of self.list) {
    const { id, conversationId, status } = entry;
    if (!conversationId || status === "failed" || self.acked.has(id) || self.busy.has(conversationId)) continue;
    self.busy.add(conversationId);
    void deliver(self, entry).then(() => {
      self.busy.delete(conversationId);
      pump(self);
    });
  }
}

/** Tries until the message is stored or refused, or the connection is lost. */
async function deliver(self: Self, first: PendingMessage): Promise<void> {
  let entry = first;
  for (let failures = 1; self.list.includes(entry); failures++) {
    await dropIfGone(self, entry.id);
    if (!self.list.includes(entry)) return;
    const result = await self.connection.send(commandOf(entry));
    if (!result || !self.list.includes(entry)) return;
    if (result.ok) stored(self, entry, (result.data as Committed).seq);
    else if (!result.error.retryable) failed(self, entry, result.error);
    if (result.ok || !result.error.retryable) return;
    const { error } = result;
    entry = swap(self, entry, { error });
    await new Promise<void>((go) => {
      self.world.after(error.retryAfterMs ?? backoff(failures, self.world.random), go);
    });
  }
}

/** Drops what was restored here and dealt with by another tab since. */
async function dropIfGone(self: Self, id: string): Promise<void> {
  await touch(self, async (storage) => {
    if (self.restored.has(id) && (await storage.get(self.prefix + id)) === null) drop(self, id);
  });
}

function commandOf({ id, conversationId, content, note }: PendingMessage): CommandMessage {
  return note && content.kind === "text"
    ? { id, type: "message.note", conversationId, input: { text: content.text } }
    : { id, type: "message.send", conversationId, input: { content } };
}

/** The bubble stays until its event is shown, so that it never blinks; storage no longer needs it. */
function stored(self: Self, entry: PendingMessage, seq: number): void {
  const { id, conversationId } = entry;
  if ((self.on.seqOf(conversationId) ?? seq) >= seq) drop(self, id);
  else {
    forget(self, id);
    self.acked.set(id, seq);
    self.on.expect(conversationId, seq);
  }
}

function failed(self: Self, entry: PendingMessage, error: ErrorBody): void {
  save(self, swap(self, entry, { status: "failed", error }));
}

function swap(self: Self, entry: PendingMessage, change: Partial<PendingMessage>): PendingMessage {
  const other = { ...entry, ...change };
  put(
    self,
    self.list.map((one) => (one === entry ? other : one)),
  );
  return other;
}
