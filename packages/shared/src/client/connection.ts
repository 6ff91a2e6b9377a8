import type { ErrorCode } from "../errors.ts";
import type { WireEvent } from "../events.ts";
import type { CommandMessage } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { ClientSignal, ServerSignal } from "../signals.ts";
import { backoff } from "./backoff.ts";
import { createIds } from "./ids.ts";
import { isFinal, isTokenError } from "./refusals.ts";
import type { ConnectionState } from "./types.ts";
import type { World } from "./world.ts";

/** A connection or an ack that takes longer counts as lost. Milliseconds. */
const patienceMs = 15_000;
/** A command that lost its connection looks this often, and this many times, whether there is a new one. */
const askEveryMs = 200;
const askTries = 50;

/** What a command gets that could not be sent or answered. */
export const unavailable: Result<never> = {
  ok: false,
  error: { code: "unavailable", message: "not connected", retryable: true },
};

export type ConnectionHandlers = {
  /** The person's scope is known; awaited before the socket opens. */
  scope(scope: string): Promise<void>;
  changed(): void;
  online(): void;
  lost(): void;
  /** There will be no more attempts: refused for good, or closed. */
  ended(): void;
  event(event: WireEvent): void;
  signal(signal: ServerSignal): void;
};

export type Connection = {
  readonly state: ConnectionState;
  readonly refusedBecause: ErrorCode | undefined;
  /** What to tell whoever waits when the connection ended for good. */
  readonly refusal: Result<never>;
  start(): void;
  reconnectNow(): void;
  /** Ends the socket and tries no more until `reconnectNow`; whoever waits goes on waiting. */
  pause(): void;
  /** Connects anew with another token; whoever waits goes on waiting. */
  renew(): void;
  close(): void;
  newId(): string;
  /** Sends once; `undefined` means that it is not known whether it arrived, so send it again with the same id. */
  send(message: CommandMessage): Promise<Result<unknown> | undefined>;
  /** Sends until answered, giving up when the connection does not come back soon; at once when there is none. */
  ask<T>(type: string, input: object, conversationId?: string): Promise<Result<T>>;
  signal(signal: ClientSignal): void;
};

type Self = {
  world: World;
  on: ConnectionHandlers;
  state: ConnectionState;
  because?: ErrorCode;
  token?: string;
  refusedToken?: string;
  /** The token was renewed and nothing was answered since. */
  isRenewed: boolean;
  failures: number;
  isPaused: boolean;
  /** Grows with every attempt and loss; what belongs to an older one is ignored. */
  epoch: number;
  /** Drops the planned attempt, or the deadline of the one under way. */
  cancelTimer?: () => void;
  /** Unanswered commands: how to tell each that the connection ended. */
  inFlight: Set<() => void>;
};

/** Owns the transport: connects, reconnects with backoff, renews the token, and knows when to stop trying. */
export function createConnection(world: World, on: ConnectionHandlers): Connection {
  const self: Self = {
    world,
    on,
    state: "idle",
    isRenewed: false,
    failures: 0,
    isPaused: false,
    epoch: 0,
    inFlight: new Set(),
  };
  const newId = createIds(world.now, world.random);
  return {
    get state() {
      return self.state;
    },
    get refusedBecause() {
      return self.because;
    },
    get refusal() {
      const { because: code } = self;
      return code ? { ok: false as const, error: { code, message: "refused", retryable: false } } : unavailable;
    },
    newId,
    start() {
      if (self.state === "idle" || self.state === "refused") restart(self);
    },
    reconnectNow() {
      if (self.cancelTimer || self.isPaused) void attempt(self);
    },
    pause() {
      if (self.state === "idle" || self.state === "refused") return;
      end(self);
      self.isPaused = true;
      self.failures = 0;
      move(self, "connecting");
    },
    renew() {
      self.token = undefined;
      if (self.state === "idle" || self.isPaused) return;
      end(self);
      restart(self);
    },
    close() {
      end(self);
      move(self, "idle");
      on.ended();
    },
    send: (message) => send(self, message),
    ask: (type, input, conversationId) =>
      ask(self, { id: newId(), type, input, ...(conversationId && { conversationId }) }),
    signal(signal) {
      if (self.state === "online") world.transport.signal(signal);
    },
  };
}

function restart(self: Self): void {
  self.isRenewed = false;
  self.failures = 0;
  self.state = "idle";
  void attempt(self);
}

async function attempt(self: Self): Promise<void> {
  self.cancelTimer?.();
  self.isPaused = false;
  const epoch = ++self.epoch;
  const current =
    <A extends unknown[]>(run: (...args: A) => void) =>
    (...args: A) => {
      if (epoch === self.epoch) run(...args);
    };
  self.cancelTimer = self.world.after(patienceMs, () => lost(self));
  if (self.state !== "offline") move(self, "connecting");
  try {
    // An empty token is one: a cookie may say who connects.
    if (self.token === undefined) {
      const { token, scope } = await self.world.token(self.refusedToken);
      if (epoch !== self.epoch) return;
      await self.on.scope(scope);
      if (epoch !== self.epoch) return;
      self.token = token;
    }
  } catch (error) {
    current(lost)(self, (error as { code?: ErrorCode } | undefined)?.code);
    return;
  }
  self.world.transport.connect(self.token, {
    opened: current(() => {
      self.cancelTimer?.();
      self.cancelTimer = undefined;
      move(self, "online");
      self.on.online();
    }),
    lost: current((code) => lost(self, code)),
    event: current(self.on.event),
    signal: current((signal) => (signal.type === "resync" ? self.on.online() : self.on.signal(signal))),
  });
}

function lost(self: Self, code?: ErrorCode): void {
  const wasOnline = self.state === "online";
  end(self);
  const isToken = isTokenError(code);
  // Whoever tries again asks for another token; and who a cookie stands for may have changed meanwhile.
  if (isToken || isFinal(code) || !self.token) {
    self.refusedToken = self.token ?? self.refusedToken;
    self.token = undefined;
  }
  if (isFinal(code) || (isToken && self.isRenewed)) {
    move(self, "refused", code);
    self.on.ended();
    return;
  }
  if (isToken) self.isRenewed = true;
  if (wasOnline) move(self, "connecting");
  else if (!isToken) move(self, "offline");
  self.cancelTimer = self.world.after(isToken ? 0 : backoff(self.failures++, self.world.random), () => attempt(self));
}

/** Leaves the connection as it is now: nothing that still comes from it counts. */
function end(self: Self): void {
  self.epoch++;
  self.cancelTimer?.();
  self.cancelTimer = undefined;
  self.world.transport.close();
  self.isPaused = false;
  for (const giveUp of self.inFlight) giveUp();
  self.inFlight.clear();
  self.on.lost();
}

function move(self: Self, state: ConnectionState, because?: ErrorCode): void {
  self.state = state;
  self.because = because;
  self.on.changed();
}

async function send(self: Self, message: CommandMessage): Promise<Result<unknown> | undefined> {
  if (self.state !== "online") return undefined;
  const { epoch, world } = self;
  const result = await new Promise<Result<unknown> | undefined>((settle) => {
    const giveUp = () => settle(undefined);
    const cancel = world.after(patienceMs, giveUp);
    self.inFlight.add(giveUp);
    void world.transport
      .send(message)
      .then(settle, giveUp)
      .then(() => {
        cancel();
        self.inFlight.delete(giveUp);
      });
  });
  const code = result && !result.ok ? result.error.code : undefined;
  if (result && !isTokenError(code)) {
    self.isRenewed = false;
    self.failures = 0;
    return result;
  }
  if (epoch === self.epoch) lost(self, code);
  return undefined;
}

async function ask<T>(self: Self, message: CommandMessage): Promise<Result<T>> {
  for (let tries = self.state === "online" ? 0 : askTries; tries < askTries; tries += self.isPaused ? 0 : 1) {
    const result = await send(self, message);
    if (result) return result as Result<T>;
    if (self.state === "idle" || self.state === "refused") break;
    await new Promise<void>((go) => {
      self.world.after(askEveryMs, go);
    });
  }
  return unavailable;
}
