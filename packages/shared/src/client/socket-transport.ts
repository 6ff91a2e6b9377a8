import type { ErrorCode } from "../errors.ts";
import type { WireEvent } from "../events.ts";
import { namespaces } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { ServerSignal } from "../signals.ts";
import { connectFrame, decodePacket, eventFrame, type Packet, pongFrame } from "./packets.ts";
import type { Transport, TransportHandlers } from "./types.ts";

declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Milliseconds until a connection that is not made counts as failed. */
const patienceMs = 15_000;

/** Where a server listens for sockets, below its own address. */
export const socketPath = "/socket.io/?EIO=4&transport=websocket";

/** One WebSocket, as far as the transport needs it. */
export type Socket = {
  send(frame: string): void;
  /** May be asked at any time, and more than once. */
  close(): void;
};

/** Opens a WebSocket and tells of its text frames and its end, failures included; not before it has answered. */
export type OpenSocket = (on: { frame(data: string): void; ended(): void }) => Socket;

type Connection = {
  socket?: Socket;
  handlers: TransportHandlers;
  token: string;
  isOpen: boolean;
  /** Milliseconds of silence after which the server is gone: it pings. */
  silenceMs: number;
  silence?: unknown;
  nextId: number;
  acks: Map<number, { settle(result: Result<unknown>): void; fail(reason: Error): void }>;
};

/**
 * A shopper's transport over socket.io's own protocol on plain WebSockets. socket.io-client is a third of the
 * whole widget, for polling, upgrades, binary and reconnecting, of which nothing is used here.
 */
export function createSocketTransport(openSocket: OpenSocket): Transport {
  let current: Connection | undefined;

  function close(): void {
    const old = current;
    current = undefined;
    if (!old) return;
    clearTimeout(old.silence);
    old.socket?.close();
    for (const { fail } of old.acks.values()) fail(new Error("connection lost"));
  }

  function connect(token: string, handlers: TransportHandlers): void {
    close();
    const own: Connection = { handlers, token, isOpen: false, silenceMs: patienceMs, nextId: 0, acks: new Map() };
    const lost = (code?: ErrorCode) => {
      if (current !== own) return;
      close();
      handlers.lost(code);
    };
    const listen = () => {
      clearTimeout(own.silence);
      own.silence = setTimeout(lost, own.silenceMs);
    };
    current = own;
    listen();
    own.socket = openSocket({
      ended: () => lost(),
      frame(data) {
        if (current !== own) return;
        const packet = decodePacket(data, namespaces.shopper);
        if (packet) receive(own, packet, lost);
        if (current === own) listen();
      },
    });
  }

  return {
    connect,
    close,
    send: (message) =>
      new Promise((settle, fail) => {
        if (!current?.isOpen) return fail(new Error("not connected"));
        const id = current.nextId++;
        current.acks.set(id, { settle, fail });
        current.socket?.send(eventFrame(namespaces.shopper, "command", message, id));
      }),
    signal(signal) {
      if (current?.isOpen) current.socket?.send(eventFrame(namespaces.shopper, "signal", signal));
    },
  };
}

function receive(own: Connection, packet: Packet, lost: (code?: ErrorCode) => void): void {
  switch (packet.type) {
    case "open":
      own.silenceMs = packet.pingInterval + packet.pingTimeout;
      own.socket?.send(connectFrame(namespaces.shopper, { token: own.token }));
      break;
    case "ping":
      own.socket?.send(pongFrame);
      break;
    case "connected":
      own.isOpen = true;
      own.handlers.opened();
      break;
    case "event":
      if (packet.name === "event") own.handlers.event(packet.data as WireEvent);
      if (packet.name === "signal") own.handlers.signal(packet.data as ServerSignal);
      break;
    case "ack":
      own.acks.get(packet.id)?.settle(packet.data as Result<unknown>);
      own.acks.delete(packet.id);
      break;
    case "refused":
      lost((packet.data.data as { code?: ErrorCode } | undefined)?.code);
      break;
    case "closed":
      lost();
  }
}
