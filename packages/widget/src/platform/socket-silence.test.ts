import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSocketTransport } from "./socket.ts";

/** A socket whose other side says only what the test says. */
const sockets: {
  url: URL;
  sent: string[];
  onmessage?(event: { data: string }): void;
  onclose?(): void;
  isClosed: boolean;
}[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", function (this: (typeof sockets)[number], url: URL) {
    Object.assign(this, { url, sent: [], isClosed: false });
    Object.assign(this, {
      send: (frame: string) => this.sent.push(frame),
      close: () => Object.assign(this, { isClosed: true }),
    });
    sockets.push(this);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  sockets.length = 0;
});

function connect() {
  const lost = vi.fn();
  createSocketTransport("https://chat.example.com/yiwen.js").connect("t", {
    opened() {},
    lost,
    event() {},
    signal() {},
  });
  return { lost, socket: sockets[0]! };
}

test("WG33 the socket is wss beside the script's own host", () => {
  expect(connect().socket.url.href).toBe("wss://chat.example.com/socket.io/?EIO=4&transport=websocket");
});

test("WG33 a server that has gone silent is given up after its own ping interval and patience", () => {
  const { lost, socket } = connect();
  socket.onmessage?.({ data: '0{"pingInterval":25000,"pingTimeout":20000}' });
  expect(socket.sent).toEqual(['40/shopper,{"token":"t"}']);
  vi.advanceTimersByTime(25_000);
  socket.onmessage?.({ data: "2" });
  expect(socket.sent.at(-1)).toBe("3");
  vi.advanceTimersByTime(44_999);
  expect(lost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(lost).toHaveBeenCalledOnce();
  expect(socket.isClosed).toBe(true);
});

test("WG33 a connection that is never made is given up", () => {
  const { lost } = connect();
  vi.advanceTimersByTime(15_000);
  expect(lost).toHaveBeenCalledOnce();
});
