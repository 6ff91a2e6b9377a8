import type { WireEvent } from "../events.ts";
import { limits } from "../limits.ts";
import type { OpenReply } from "../protocol.ts";
import type { Result } from "../result.ts";
import { type ConversationView, placeOf, prepend, reduce, viewOf } from "../view/conversation.ts";
import { backoff } from "./backoff.ts";
import { unavailable } from "./connection.ts";
import type { World } from "./world.ts";

/** How long an event may follow its ack, and a hole stay open after a load, before loading again. Milliseconds. */
const lateMs = 1500;
/** After silence this long, and twice as long each time, what may have been missed is asked for. Milliseconds. */
const quietMs = 60_000;

export type Paging = { since?: number; before?: number; limit?: number };

export type ThreadHandlers<Reply extends OpenReply> = {
  /** Asks for a page; `undefined` when the connection was lost meanwhile, or nobody wants it any more. */
  open(paging: Paging): Promise<Result<Reply> | undefined>;
  /** The next `open` would say more than where this thread stands. */
  hasMore?(): boolean;
  older(paging: Paging): Promise<Result<OpenReply>>;
  /** The view changed by these events; `reply` is the page they came in. */
  changed(events: WireEvent[], reply?: Reply): void;
};

/** One conversation's view, kept without holes. */
export type Thread = {
  readonly view: ConversationView | undefined;
  /** Takes a live event: shown at once when it is the next, kept aside while something before it is missing. */
  take(event: WireEvent): void;
  /** Catches up page by page, or loads for the first time; answers once all is shown, however long that takes. */
  sync(): Promise<Result<ConversationView>>;
  /** Loads the latest page and forgets what was there. */
  reload(): void;
  /** Catches up unless the event of this number comes by itself soon. */
  expect(seq: number): void;
  loadOlder(): Promise<Result<ConversationView>>;
  /** Answers whoever still waits. */
  stop(why: Result<never>): void;
};

type Self<Reply extends OpenReply> = {
  world: World;
  on: ThreadHandlers<Reply>;
  view?: ConversationView;
  /** Events that can't be shown yet. */
  aside: WireEvent[];
  isRunning: boolean;
  isWanted: boolean;
  /** The next page must be the latest one, not one that joins. */
  isFresh: boolean;
  failures: number;
  /** How long the next silence may last, and what forgets the one that is timed. */
  quietMs: number;
  cancelQuiet?: () => void;
  waiting: Set<(result: Result<ConversationView>) => void>;
  older?: Promise<Result<ConversationView>>;
};

/** Makes a thread that shows nothing until its first `sync`. */
export function createThread<Reply extends OpenReply>(world: World, on: ThreadHandlers<Reply>): Thread {
  const self: Self<Reply> = {
    world,
    on,
    aside: [],
    isRunning: false,
    isWanted: false,
    isFresh: false,
    failures: 0,
    quietMs,
    waiting: new Set(),
  };
  return {
    get view() {
      return self.view;
    },
    take: (event) => take(self, event),
    sync: () =>
      new Promise((settle) => {
        self.waiting.add(settle);
        void run(self);
      }),
    reload() {
      self.isFresh = true;
      void run(self);
    },
    expect: (seq) => expectSoon(self, seq),
    loadOlder() {
      self.older ??= loadOlder(self).finally(() => {
        self.older = undefined;
      });
      return self.older;
    },
    stop(why) {
      self.cancelQuiet?.();
      answer(self, why);
    },
  };
}

function take<R extends OpenReply>(self: Self<R>, event: WireEvent): void {
  const { view } = self;
  if (!self.isRunning && view && view.summary.id === event.conversationId) {
    const place = placeOf(view, event);
    if (place === "known") return;
    if (place === "next") {
      self.view = reduce(view, event);
      self.on.changed([event]);
      drain(self);
      listen(self, quietMs);
      return;
    }
    void run(self);
  }
  self.aside.push(event);
}

async function run<R extends OpenReply>(self: Self<R>): Promise<void> {
  self.isWanted = true;
  if (self.isRunning) return;
  self.isRunning = true;
  const before = self.view;
  let error: Extract<Result<never>, { ok: false }> | undefined;
  let isLost = false;
  // Whose wish is refused for good is told why, and gets the plain conversation where none is shown yet.
  const isOver = () => error && (self.view || error.error.retryable);
  while (!isOver() && (self.isWanted || (!isLost && (self.isFresh || self.on.hasMore?.())))) {
    self.isWanted = false;
    const since = self.isFresh ? undefined : self.view?.seq;
    const result = await self.on.open(since === undefined ? {} : { since, limit: limits.pageSize });
    isLost = !result;
    if (result?.ok) join(self, result.data, since);
    else error = result;
  }
  self.isRunning = false;
  if (error?.error.retryable) {
    const delay = error.error.retryAfterMs ?? backoff(++self.failures, self.world.random);
    self.world.after(delay, () => run(self));
    return;
  }
  if (isLost) return;
  self.failures = 0;
  drain(self);
  listen(self, self.view === before ? self.quietMs * 2 : quietMs);
  if (error) answer(self, error);
  else if (self.view) answer(self, { ok: true, data: self.view });
}

/** An event that never comes is only missed when another follows it, so silence is not trusted for ever. */
function listen<R extends OpenReply>(self: Self<R>, ms: number): void {
  self.quietMs = ms;
  self.cancelQuiet?.();
  self.cancelQuiet = self.world.after(ms, () => run(self));
}

function answer<R extends OpenReply>(self: Self<R>, result: Result<ConversationView>): void {
  const waiting = [...self.waiting];
  self.waiting.clear();
  for (const settle of waiting) settle(result);
}

/** Adds a page to the view; one that can't join it asks for a fresh load. */
function join<R extends OpenReply>(self: Self<R>, reply: R, since: number | undefined): void {
  const { view } = self;
  if (!view || since === undefined) {
    self.isFresh = false;
    self.view = viewOf(reply);
    self.on.changed(reply.events, reply);
    return;
  }
  const { conversation, events, hasNewer } = reply;
  const isOther = conversation.id !== view.summary.id || conversation.seq < view.seq;
  if (isOther || (events[0]?.seq ?? 0) > view.seq + 1) {
    self.isFresh = true;
    return;
  }
  self.view = events.reduce(reduce, view);
  self.isWanted ||= hasNewer && events.length > 0;
  self.on.changed(events, reply);
}

/** Shows what was kept aside, as far as it joins now; what still doesn't is asked for a little later. */
function drain<R extends OpenReply>(self: Self<R>): void {
  const { view } = self;
  if (!view || self.aside.length === 0) return;
  const here = self.aside.filter((event) => event.conversationId === view.summary.id).sort((a, b) => a.seq - b.seq);
  self.view = here.reduce((to, event) => (placeOf(to, event) === "next" ? reduce(to, event) : to), view);
  const { seq } = self.view;
  self.aside = here.filter((event) => event.seq > seq);
  if (self.view !== view) self.on.changed(here.filter((event) => event.seq > view.seq && event.seq <= seq));
  const last = self.aside[self.aside.length - 1];
  if (last) expectSoon(self, last.seq);
}

/** Loads again unless this number is shown by then. */
function expectSoon<R extends OpenReply>(self: Self<R>, seq: number): void {
  self.world.after(lateMs, () => {
    if (self.view && self.view.seq < seq) void run(self);
  });
}

async function loadOlder<R extends OpenReply>(self: Self<R>): Promise<Result<ConversationView>> {
  const { view } = self;
  const before = view?.events[0]?.seq;
  if (!view || !before) return unavailable;
  if (view.hasOlder) {
    const result = await self.on.older({ before });
    if (!result.ok) return result;
    const isSame = result.data.conversation.id === self.view?.summary.id && self.view.events[0]?.seq === before;
    if (self.view && isSame) {
      self.view = prepend(self.view, result.data);
      self.on.changed(result.data.events, { ...result.data, queue: undefined } as R);
    }
  }
  return { ok: true, data: self.view ?? view };
}
