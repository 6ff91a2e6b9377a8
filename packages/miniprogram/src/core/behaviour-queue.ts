import type { Behaviour, BehavioursReply, Result } from "@yiwen/shared";
import { promised, type Wx } from "./wx.ts";

declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Sent when so many wait, or so long after the first of them in milliseconds. */
const enough = 20;
const soonMs = 10_000;
/** Written to storage so long after it changed, in milliseconds. */
const saveMs = 1000;
/** Most events in one request, and most that are kept while there is no network; the oldest go first. */
const batchSize = 100;
const mostKept = 500;
/** Longest time between two tries, in milliseconds. */
const longestMs = 300_000;

/** Behaviour events on their way to the server. Nothing here waits, blocks or throws. */
export type BehaviourQueue = {
  add(event: Behaviour): void;
  /** Sends what there is now; for the moment before the app goes. */
  flush(): void;
  close(): void;
};

type Self = {
  wx: Wx;
  key: string;
  send(events: Behaviour[]): Promise<Result<BehavioursReply>>;
  events: Behaviour[];
  failures: number;
  isSending: boolean;
  isClosed: boolean;
  sendTimer?: unknown;
  saveTimer?: unknown;
};

/** Makes the queue; what an earlier run left in storage under `key` goes first. */
export function createBehaviourQueue(wx: Wx, key: string, send: Self["send"]): BehaviourQueue {
  const self: Self = { wx, key, send, events: [], failures: 0, isSending: false, isClosed: false };
  void restore(self);
  return {
    add(event) {
      self.events = [...self.events, event].slice(-mostKept);
      changed(self);
      if (self.events.length >= enough && self.failures === 0) void flush(self);
      else plan(self);
    },
    flush() {
      save(self);
      void flush(self);
    },
    close() {
      save(self);
      self.isClosed = true;
      clearTimeout(self.sendTimer);
    },
  };
}

async function restore(self: Self): Promise<void> {
  try {
    const { data } = await promised<{ data: unknown }>((on) => self.wx.getStorage({ key: self.key, ...on }));
    const left = JSON.parse(String(data)) as Behaviour[];
    self.events = [...left, ...self.events].slice(-mostKept);
    if (left.length > 0) plan(self);
  } catch {
    // Nothing was left, or nothing that can be read.
  }
}

function plan(self: Self): void {
  if (self.sendTimer !== undefined || self.isClosed) return;
  const delay = Math.min(longestMs, soonMs * 2 ** self.failures);
  self.sendTimer = setTimeout(() => void flush(self), delay);
}

async function flush(self: Self): Promise<void> {
  clearTimeout(self.sendTimer);
  self.sendTimer = undefined;
  if (self.isSending || self.isClosed || self.events.length === 0) return;
  self.isSending = true;
  const batch = self.events.slice(0, batchSize);
  const result = await self.send(batch);
  self.isSending = false;
  if (result.ok || !result.error.retryable) {
    self.failures = 0;
    self.events = self.events.filter((event) => !batch.includes(event));
    changed(self);
  } else self.failures++;
  if (self.events.length > 0) plan(self);
}

/** Storage is written at most once a second, so that tapping through a shop is not slowed down by it. */
function changed(self: Self): void {
  self.saveTimer ??= setTimeout(() => save(self), saveMs);
}

function save(self: Self): void {
  clearTimeout(self.saveTimer);
  self.saveTimer = undefined;
  try {
    self.wx.setStorage({ key: self.key, data: JSON.stringify(self.events), fail() {} });
  } catch {
    // Full or broken: they last as long as the app runs.
  }
}
