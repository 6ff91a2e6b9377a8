// @vitest-environment node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ok, type TransportHandlers } from "@yiwen/shared";
import { Server } from "socket.io";
import { afterEach, expect, test, vi } from "vitest";
import { createSocketTransport } from "./socket.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.unstubAllGlobals();
});

async function serve(options: { pingInterval?: number; pingTimeout?: number } = {}) {
  const http = createServer();
  const io = new Server(http, { transports: ["websocket"], ...options });
  await new Promise<void>((listening) => http.listen(0, listening));
  closers.push(() => io.close());
  return { io, shoppers: io.of("/shopper"), base: `http://localhost:${(http.address() as AddressInfo).port}` };
}

function connect(base: string, token = "t") {
  const transport = createSocketTransport(base);
  closers.push(transport.close);
  const handlers = { opened: vi.fn(), lost: vi.fn(), event: vi.fn(), signal: vi.fn() } satisfies TransportHandlers;
  transport.connect(token, handlers);
  return { transport, ...handlers };
}

const message = { id: "1", type: "message.send", input: {} };

test("WG33 enters the namespace with the token, and commands are answered each by its own ack", async () => {
  const { shoppers, base } = await serve();
  const tokens: unknown[] = [];
  shoppers.on("connection", (socket) => {
    tokens.push(socket.handshake.auth.token);
    // Answered in the wrong order on purpose.
    const acks: (() => void)[] = [];
    socket.on("command", ({ id }, ack) => {
      acks.push(() => ack(ok({ id })));
      if (acks.length === 2) for (const answer of acks.reverse()) answer();
    });
  });
  const { transport, opened } = connect(base);
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  const answers = await Promise.all([transport.send(message), transport.send({ ...message, id: "2" })]);
  expect(answers).toEqual([ok({ id: "1" }), ok({ id: "2" })]);
  expect(tokens).toEqual(["t"]);
});

test("WG33 a refusal's code comes through", async () => {
  const { shoppers, base } = await serve();
  shoppers.use((_, next) => next(Object.assign(new Error("no"), { data: { code: "token_expired" } })));
  const { lost, opened } = connect(base);
  await vi.waitFor(() => expect(lost).toHaveBeenCalledWith("token_expired"));
  expect(opened).not.toHaveBeenCalled();
});

test("WG33 events and signals pass both ways", async () => {
  const { shoppers, base } = await serve();
  const heard = vi.fn();
  shoppers.on("connection", (socket) => {
    socket.on("signal", heard);
    socket.emit("event", { seq: 1 });
    socket.emit("signal", { type: "typing" });
  });
  const { transport, event, signal } = connect(base);
  await vi.waitFor(() => expect(signal).toHaveBeenCalledWith({ type: "typing" }));
  expect(event).toHaveBeenCalledWith({ seq: 1 });
  transport.signal({ conversationId: "c", type: "typing", data: { on: true } });
  await vi.waitFor(() =>
    expect(heard).toHaveBeenCalledWith({ conversationId: "c", type: "typing", data: { on: true } }),
  );
});

test("WG33 a lost connection is told once, and unanswered commands are rejected", async () => {
  const { io, shoppers, base } = await serve();
  shoppers.on("connection", (socket) => socket.on("command", () => io.disconnectSockets(true)));
  shoppers.on("connection", (socket) => socket.on("command", () => socket.disconnect(true)));
  const { transport, opened, lost } = connect(base);
  await vi.waitFor(() => expect(opened).toHaveBeenCalled());
  await expect(transport.send(message)).rejects.toThrow();
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
  await expect(transport.send(message)).rejects.toThrow();
});

test("WG33 pings are answered, so that a quiet connection lives on", async () => {
  const { shoppers, base } = await serve({ pingInterval: 20, pingTimeout: 40 });
  let pongs = 0;
  shoppers.on("connection", (socket) => socket.conn.on("heartbeat", () => pongs++));
  const { lost } = connect(base);
  await vi.waitFor(() => expect(pongs).toBeGreaterThan(3));
  expect(lost).not.toHaveBeenCalled();
});

test("WG33 nothing is told any more after close", async () => {
  const { shoppers, base } = await serve();
  const gone = vi.fn();
  shoppers.on("connection", (socket) => socket.on("disconnect", gone));
  const { transport, opened, lost } = connect(base);
  await vi.waitFor(() => expect(opened).toHaveBeenCalled());
  transport.close();
  await vi.waitFor(() => expect(gone).toHaveBeenCalled());
  expect(lost).not.toHaveBeenCalled();
});

test("WG33 the socket is wss beside the script's own host", () => {
  const urls: string[] = [];
  vi.stubGlobal("WebSocket", function (this: { close(): void }, url: URL) {
    urls.push(url.href);
    this.close = () => {};
  });
  connect("https://chat.example.com/yiwen.js");
  expect(urls).toEqual(["wss://chat.example.com/socket.io/?EIO=4&transport=websocket"]);
});
