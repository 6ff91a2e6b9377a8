// @vitest-environment node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClientToServer, ErrorCode, ServerToClient } from "@yiwen/shared";
import { Server } from "socket.io";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSocketTransport } from "./socket.ts";

let server: Server<ClientToServer, ServerToClient>;
let origin: string;
let refuseWith: ErrorCode | undefined;
const transports: ReturnType<typeof createSocketTransport>[] = [];

beforeEach(async () => {
  const http = createServer();
  server = new Server(http);
  refuseWith = undefined;
  server.of("/agent").use((_socket, next) => {
    if (!refuseWith) return next();
    next(Object.assign(new Error(refuseWith), { data: { code: refuseWith } }));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const transport of transports.splice(0)) transport.close();
  await server.close();
});

function connect(token = "") {
  const transport = createSocketTransport(origin);
  transports.push(transport);
  const handlers = { opened: vi.fn(), lost: vi.fn(), event: vi.fn(), signal: vi.fn() };
  transport.connect(token, handlers);
  return { transport, handlers };
}

test("CO32 commands are acked, events and signals arrive, and the token is sent along", async () => {
  const tokens: unknown[] = [];
  server.of("/agent").on("connection", (socket) => {
    tokens.push(socket.handshake.auth.token);
    socket.on("command", (message, ack) => ack({ ok: true, data: message.type }));
    socket.emit("signal", { type: "presence", data: { agents: [] } });
  });
  const { transport, handlers } = connect("");
  await vi.waitFor(() => expect(handlers.signal).toHaveBeenCalledWith({ type: "presence", data: { agents: [] } }));
  expect(handlers.opened).toHaveBeenCalledOnce();
  expect(await transport.send({ id: "1", type: "inbox.open", input: {} })).toEqual({ ok: true, data: "inbox.open" });
  expect(tokens).toEqual([""]);
});

test("CO3 a refused connection says why", async () => {
  refuseWith = "token_expired";
  const { handlers } = connect();
  await vi.waitFor(() => expect(handlers.lost).toHaveBeenCalledWith("token_expired"));
});

test("CO32 a connection lost before the ack rejects the command, and is not made again by itself", async () => {
  server.of("/agent").on("connection", (socket) => socket.on("command", () => socket.disconnect(true)));
  const { transport, handlers } = connect();
  await vi.waitFor(() => expect(handlers.opened).toHaveBeenCalled());
  await expect(transport.send({ id: "1", type: "inbox.open", input: {} })).rejects.toThrow("lost");
  expect(handlers.lost).toHaveBeenCalledOnce();
  await expect(transport.send({ id: "2", type: "inbox.open", input: {} })).rejects.toThrow("not connected");
});
