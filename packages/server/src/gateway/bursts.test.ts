import { createServer } from "node:http";
import type { AddressInfo, Socket as NetSocket } from "node:net";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, expect, test, vi } from "vitest";
import { sendInBursts } from "./bursts.ts";

const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of clean.splice(0).reverse()) await close();
});

async function connected(): Promise<{ server: Server; client: Socket; wire: NetSocket; url: string }> {
  const http = createServer();
  const server = new Server(http, { transports: ["websocket"] });
  sendInBursts(server);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  clean.push(() => server.close());
  const entered = new Promise<NetSocket>((resolve) =>
    server.once("connection", (socket) => resolve(socket.conn.request.socket)),
  );
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = io(url, { transports: ["websocket"] });
  clean.push(() => client.close());
  return { server, client, wire: await entered, url };
}

test("GW8 what is made for a socket in one turn leaves in one write, in order", async () => {
  const { server, client, wire } = await connected();
  const got: number[] = [];
  const all = new Promise<void>((resolve) => {
    client.on("n", (n: number) => got.push(n) === 20 && resolve());
  });
  const ready = new Promise<void>((resolve) => client.once("ready", resolve));
  server.emit("ready");
  await ready;
  const writes = vi.spyOn(wire, "write");
  for (let n = 0; n < 20; n++) server.emit("n", n);
  await all;
  expect(got).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(writes).toHaveBeenCalledTimes(1);
});

test.each([0, 1, 121, 122, 125, 65_530, 65_531, 70_000])("GW8 a text of %i letters arrives whole", async (length) => {
  const { server, client } = await connected();
  const text = `${"好".repeat(length / 2)}${"x".repeat(length % 2)}`;
  const got = new Promise<string>((resolve) => client.once("text", resolve));
  server.emit("text", text);
  expect(await got).toBe(text);
});

test("GW8 what was said before a socket is closed still arrives", async () => {
  const { server, client } = await connected();
  const said = new Promise<number>((resolve) => client.once("n", resolve));
  server.emit("n", 7);
  server.disconnectSockets(true);
  expect(await said).toBe(7);
});

test("GW8 a socket that is closed in the same turn takes nothing down", async () => {
  const { server, client } = await connected();
  const other = io((client.io as unknown as { uri: string }).uri, { transports: ["websocket"], forceNew: true });
  clean.push(() => other.close());
  const told = new Promise<void>((resolve) => other.on("n", () => resolve()));
  await new Promise<void>((resolve) => other.on("connect", resolve));
  const sockets = await server.fetchSockets();
  server.emit("n", 1);
  sockets.find(({ id }) => id === client.id)?.disconnect(true);
  await told;
});

test("GW9 a reader who takes nothing is cut off once eight megabytes wait, and others go on", async () => {
  const { server, client, wire, url } = await connected();
  const other = io(url, { transports: ["websocket"], forceNew: true });
  clean.push(() => other.close());
  await new Promise<void>((resolve) => other.once("connect", resolve));
  let heard = 0;
  other.on("much", () => {
    heard++;
  });
  client.io.reconnection(false);
  (client.io.engine.transport as unknown as { ws: { pause(): void } }).ws.pause();
  let isCut = false;
  wire.once("close", () => {
    isCut = true;
  });
  const megabyte = "x".repeat(2 ** 20);
  let told = 0;
  for (; !isCut && told < 100; told++) {
    server.emit("much", megabyte);
    const before = heard;
    while (heard === before) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(isCut).toBe(true);
  // What the network keeps on its way comes on top.
  expect(told).toBeGreaterThan(8);
  expect(other.connected).toBe(true);
});
