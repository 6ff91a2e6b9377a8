import type { ErrorCode, Result, ServerSignal, Transport, TransportHandlers, WireEvent } from "@yiwen/shared";
import { namespaces } from "@yiwen/shared";
import { connectFrame, decodePacket, eventFrame, type Packet, pongFrame } from "./packets.ts";

/** Milliseconds until a connection that is not made counts as failed. */
const patienceMs = 15_000;

type Connection = {
  socket: WebSocket;
  handlers: TransportHandlers;
  token: string;
  isOpen: boolean;
  /** Milliseconds of silence after which the server is gone: it pings. */
  silenceMs: number;
  silence: ReturnType<typeof setTimeout>;
  nextId: number;
  acks: Map<number, { settle(result: Result<unknown>): void; fail(reason: Error): void }>;
};

/**
 * The transport over socket.io's own protocol on a plain WebSocket. socket.io-client is a third of the
 * whole widget, for polling, upgrades, binary and reconnecting, of which nothing is used here.
 */
export function createSocketTransport(base: string): Transport {
  let current: Connection | undefined;

  function close(): void {
    const old = current;
    current = undefined;
    if (!old) return;
    clearTimeout(old.silence);
    old.socket.close();
    for (const { fail } of old.acks.values()) fail(new Error("connection lost"));
  }

  function connect(token: string, handlers: TransportHandlers): void {
    close();
    const url = new URL("/socket.io/?EIO=4&transport=websocket", base);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    const own: Connection = {
      socket,
      handlers,
      token,
      isOpen: false,
      silenceMs: patienceMs,
      silence: setTimeout(() => lost()),
      nextId: 0,
      acks: new Map(),
    };
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
    socket.onclose = () => lost();
    socket.onmessage = ({ data }) => {
      if (current !== own) return;
      const packet = decodePacket(String(data), namespaces.shopper);
      if (packet) receive(own, packet, lost);
      if (current === own) listen();
    };
  }

  return {
    connect,
    close,
    send: (message) =>
      new Promise((settle, fail) => {
        if (!current?.isOpen) return fail(new Error("not connected"));
        const id = current.nextId++;
        current.acks.set(id, { settle, fail });
        current.socket.send(eventFrame(namespaces.shopper, "command", message, id));
      }),
    signal(signal) {
      if (current?.isOpen) current.socket.send(eventFrame(namespaces.shopper, "signal", signal));
    },
  };
}

function receive(own: Connection, packet: Packet, lost: (code?: ErrorCode) => void): void {
  switch (packet.type) {
    case "open":
      own.silenceMs = packet.pingInterval + packet.pingTimeout;
      own.socket.send(connectFrame(namespaces.shopper, { token: own.token }));
      break;
    case "ping":
      own.socket.send(pongFrame);
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
