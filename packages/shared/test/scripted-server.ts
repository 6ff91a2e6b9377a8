import type { Cards } from "../src/cards.ts";
import type { Transport, TransportHandlers } from "../src/client/types.ts";
import type { ErrorCode } from "../src/errors.ts";
import type { By, EventBody, WireEvent } from "../src/events.ts";
import type { CommandMessage } from "../src/protocol.ts";
import { type Result, refuse } from "../src/result.ts";
import type { ClientSignal, ServerSignal } from "../src/signals.ts";
import type { InboxRow } from "../src/view/inbox.ts";
import { emptySummary, reduceSummary, type Summary } from "../src/view/summary.ts";
import type { FakeClock } from "./fake-clock.ts";
import { handleCommand } from "./scripted-commands.ts";

export type Log = { summary: Summary; events: WireEvent[] };

type Socket = {
  role: "shopper" | "agent";
  /** Grows at every connect; frames of an older connection are lost. */
  connection: number;
  handlers?: TransportHandlers;
  following: Set<string>;
  pending: Set<(error: Error) => void>;
};

/** What goes wrong on the way, each a probability between 0 and 1. */
export type Faults = {
  dropEvent?: number;
  doubleEvent?: number;
  loseCommand?: number;
  loseAck?: number;
  jitterMs?: number;
};

export type ScriptedServer = {
  faults: Faults;
  /** Nobody can connect. */
  isDown: boolean;
  tokens: Set<string>;
  /** When someone tried to connect. */
  connects: number[];
  /** Tokens refused at connect answer this. */
  connectError: ErrorCode;
  logs: Map<string, Log>;
  /** Every command that arrived, doubled ones too. */
  received: CommandMessage[];
  signals: ClientSignal[];
  cards: Cards;
  presence: { id: string; name: string; status: "online" | "away" | "offline" }[];
  pageSize: number;
  /** Called before a command is handled; an answer refuses it. */
  intercept?: (message: CommandMessage) => Result<never> | undefined;
  /** Called when a command was handled, before its ack leaves: true loses the ack. */
  losesAck?: (message: CommandMessage) => boolean;
  /** Called for each event frame: true drops it. */
  drops?: (event: WireEvent) => boolean;
  seen: Map<string, { body: string; result: Result<unknown> }>;
  clock: FakeClock;
  transport(role: "shopper" | "agent"): Transport & { cut(code?: ErrorCode): void };
  append(conversationId: string, by: By, body: EventBody): WireEvent;
  create(): string;
  signal(signal: ServerSignal, role?: "shopper" | "agent"): void;
  row(conversationId: string): InboxRow;
};

/** A server in memory that speaks the wire, keeps its rules, and fails on request. Every frame takes 10 ms. */
export function createScriptedServer(clock: FakeClock, random: () => number): ScriptedServer {
  const sockets: Socket[] = [];
  const chance = (probability = 0) => probability > 0 && random() < probability;
  const travel = (run: () => void) => clock.after(10 + Math.floor(random() * (server.faults.jitterMs ?? 0)), run);

  const deliver = (socket: Socket, give: (handlers: TransportHandlers) => void) => {
    const { connection } = socket;
    travel(() => {
      if (socket.handlers && socket.connection === connection) give(socket.handlers);
    });
  };
  const server: ScriptedServer = {
    faults: {},
    isDown: false,
    tokens: new Set(["token-1"]),
    connects: [],
    connectError: "token_expired",
    logs: new Map(),
    received: [],
    signals: [],
    cards: { products: {}, orders: {} },
    presence: [{ id: "a1", name: "小林", status: "online" }],
    pageSize: 50,
    seen: new Map(),
    clock,
    transport(role) {
      const socket: Socket = { role, connection: 0, following: new Set(), pending: new Set() };
      sockets.push(socket);
      return socketTransport(server, socket, { travel, deliver, chance });
    },
    append(conversationId, by, body) {
      const log = server.logs.get(conversationId);
      if (!log) throw new Error(`no conversation ${conversationId}`);
      const event = { ...body, conversationId, seq: log.summary.seq + 1, at: clock.now(), by } as WireEvent;
      log.events.push(event);
      log.summary = reduceSummary(log.summary, event);
      const row = server.row(conversationId);
      for (const socket of sockets) {
        if (socket.role === "agent") {
          deliver(socket, (to) => to.signal({ type: "inbox.changed", data: { row } }));
          if (!socket.following.has(conversationId)) continue;
        }
        if (server.drops?.(event) || chance(server.faults.dropEvent)) continue;
        deliver(socket, (to) => to.event(event));
        if (chance(server.faults.doubleEvent)) deliver(socket, (to) => to.event(event));
      }
      return event;
    },
    create() {
      const id = `c${server.logs.size + 1}`;
      server.logs.set(id, { summary: emptySummary(id), events: [] });
      server.append(id, { kind: "system" }, { type: "conversation.opened", data: { channel: "web", locale: "zh-CN" } });
      return id;
    },
    signal(signal, role = "shopper") {
      for (const socket of sockets) if (socket.role === role) deliver(socket, (to) => to.signal(signal));
    },
    row: (id) => ({
      shopper: { id: "s1", verified: false },
      conversation: structuredClone(server.logs.get(id)!.summary),
    }),
  };
  return server;
}

type Wires = {
  travel(run: () => void): void;
  deliver(socket: Socket, give: (handlers: TransportHandlers) => void): void;
  chance(probability?: number): boolean;
};

function socketTransport(
  server: ScriptedServer,
  socket: Socket,
  wires: Wires,
): ReturnType<ScriptedServer["transport"]> {
  const drop = () => {
    socket.connection++;
    const { handlers } = socket;
    socket.handlers = undefined;
    socket.following.clear();
    for (const reject of socket.pending) reject(new Error("lost"));
    socket.pending.clear();
    return handlers;
  };
  return {
    connect(token, handlers) {
      const connection = ++socket.connection;
      server.connects.push(server.clock.now());
      wires.travel(() => {
        if (socket.connection !== connection) return;
        if (server.isDown) return handlers.lost();
        if (!server.tokens.has(token)) return handlers.lost(server.connectError);
        socket.handlers = handlers;
        handlers.opened();
      });
    },
    send: (message) =>
      new Promise((settle, reject) => {
        if (!socket.handlers) return reject(new Error("not connected"));
        const { connection } = socket;
        socket.pending.add(reject);
        wires.travel(() => {
          if (socket.connection !== connection) return;
          server.received.push(message);
          if (wires.chance(server.faults.loseCommand)) return;
          const result = answer(server, socket, structuredClone(message));
          if (server.losesAck?.(message) || wires.chance(server.faults.loseAck)) return;
          wires.deliver(socket, () => {
            socket.pending.delete(reject);
            settle(structuredClone(result));
          });
        });
      }),
    signal: (signal) => void server.signals.push(signal),
    close: () => void drop(),
    cut: (code) => drop()?.lost(code),
  };
}

/** The same id and body has the same answer for ever. */
function answer(server: ScriptedServer, socket: Socket, message: CommandMessage): Result<unknown> {
  const refused = server.intercept?.(message);
  if (refused) return refused;
  const body = JSON.stringify([message.type, message.conversationId, message.input]);
  const seen = server.seen.get(message.id);
  if (seen) return seen.body === body ? seen.result : refuse("command_id_reused");
  const result = handleCommand(server, socket, message);
  server.seen.set(message.id, { body, result: structuredClone(result) });
  return result;
}
