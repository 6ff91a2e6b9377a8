import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSocketTransport, type OpenSocket } from "./socket-transport.ts";

/** A socket whose other side says only what the test says. */
type FakeSocket = { sent: string[]; isClosed: boolean; on: Parameters<OpenSocket>[0] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function connect() {
  const sockets: FakeSocket[] = [];
  const transport = createSocketTransport((on) => {
    const socket: FakeSocket = { sent: [], isClosed: false, on };
    sockets.push(socket);
    return {
      send: (frame) => void socket.sent.push(frame),
      close() {
        socket.isClosed = true;
      },
    };
  });
  const handlers = { opened: vi.fn(), lost: vi.fn(), event: vi.fn(), signal: vi.fn() };
  transport.connect("t", handlers);
  return { transport, handlers, sockets, socket: sockets[0]! };
}

const hello = '0{"pingInterval":25000,"pingTimeout":20000}';
const message = { id: "1", type: "message.send", input: {} };

test("CL58 a server that has gone silent is given up after its own ping interval and patience", () => {
  const { handlers, socket } = connect();
  socket.on.frame(hello);
  expect(socket.sent).toEqual(['40/shopper,{"token":"t"}']);
  vi.advanceTimersByTime(25_000);
  socket.on.frame("2");
  expect(socket.sent.at(-1)).toBe("3");
  vi.advanceTimersByTime(44_999);
  expect(handlers.lost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(handlers.lost).toHaveBeenCalledOnce();
  expect(socket.isClosed).toBe(true);
});

test("CL58 a connection that is never made is given up", () => {
  const { handlers, socket } = connect();
  vi.advanceTimersByTime(15_000);
  expect(handlers.lost).toHaveBeenCalledOnce();
  expect(socket.isClosed).toBe(true);
});

test("CL59 each command gets its own ack, and what has none when the socket ends is rejected", async () => {
  const { transport, handlers, socket } = connect();
  await expect(transport.send(message)).rejects.toThrow("not connected");
  socket.on.frame(hello);
  socket.on.frame('40/shopper,{"sid":"y"}');
  expect(handlers.opened).toHaveBeenCalledOnce();
  const [first, second] = [transport.send(message), transport.send(message)];
  socket.on.frame('43/shopper,1[{"ok":true,"data":2}]');
  expect(await second).toEqual({ ok: true, data: 2 });
  const refused = expect(first).rejects.toThrow("connection lost");
  socket.on.ended();
  await refused;
  expect(handlers.lost).toHaveBeenCalledWith(undefined);
});

test("CL59 a refusal's code is told, and nothing of an older socket counts", () => {
  const { transport, handlers, sockets, socket } = connect();
  transport.connect("t2", handlers);
  socket.on.frame('40/shopper,{"sid":"y"}');
  socket.on.ended();
  expect(handlers.opened).not.toHaveBeenCalled();
  expect(handlers.lost).not.toHaveBeenCalled();
  sockets[1]!.on.frame('44/shopper,{"message":"no","data":{"code":"token_expired"}}');
  expect(handlers.lost).toHaveBeenCalledWith("token_expired");
});
