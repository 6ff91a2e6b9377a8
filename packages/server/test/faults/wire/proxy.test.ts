import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { expect, onTestFinished, test, vi } from "vitest";
import { createChance } from "../chance.ts";
import { startProxy } from "./proxy.ts";

/** A server that repeats every word, and a client of it through a proxy. */
async function talk() {
  const http = createServer();
  const said: string[] = [];
  new Server(http, { transports: ["websocket"] }).on("connection", (socket) => {
    socket.on("say", (word: string) => {
      said.push(word);
      socket.emit("said", word);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const proxy = await startProxy((http.address() as AddressInfo).port, createChance(1));
  const client = io(`http://127.0.0.1:${proxy.port}`, { transports: ["websocket"], reconnection: false });
  const heard: string[] = [];
  const watchers = new Set<() => void>();
  client.on("said", (word: string) => {
    heard.push(word);
    for (const look of watchers) look();
  });
  const hears = (word: string) =>
    new Promise<void>((resolve) => {
      const look = () => heard.includes(word) && resolve();
      watchers.add(look);
      look();
    });
  await new Promise<void>((resolve) => client.once("connect", resolve));
  onTestFinished(async () => {
    client.close();
    await proxy.close();
    await new Promise((resolve) => http.close(resolve));
  });
  const [link] = proxy.links;
  if (!link) throw new Error("no connection came through");
  return {
    client,
    said,
    heard,
    hears,
    link,
    ended: new Promise<void>((resolve) => client.once("disconnect", () => resolve())),
  };
}

test("FT4 whole messages are dropped, doubled and moved one way, and the connection stays", async () => {
  const { client, heard, hears, link } = await talk();
  link.weather.down.drop = 1;
  client.emit("say", "dropped");
  await until(() => link.done.dropped === 1);
  link.weather.down.drop = 0;
  link.weather.up.double = 1;
  client.emit("say", "x".repeat(70_000));
  client.emit("say", "doubled");
  await hears("doubled");
  link.weather.up.double = 0;
  link.weather.down.swap = 1;
  client.emit("say", "late");
  client.emit("say", "early");
  await hears("late");
  expect(heard.map((word) => word.slice(0, 8))).toEqual([
    "xxxxxxxx",
    "xxxxxxxx",
    "doubled",
    "doubled",
    "early",
    "late",
  ]);
  expect(client.connected).toBe(true);
});

test("FT4 what is held comes later, what is silent never, and a cut is an end", async () => {
  const { client, said, heard, hears, link, ended } = await talk();
  link.hold("down", true);
  client.emit("say", "held");
  await until(() => said.length === 1);
  link.weather.up.isSilent = true;
  client.emit("say", "lost");
  await until(() => link.done.dropped === 1);
  link.weather.up.isSilent = false;
  expect(heard).toEqual([]);
  link.hold("down", false);
  await hears("held");
  link.cut();
  await ended;
  expect(heard).toEqual(["held"]);
});

const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 20_000, interval: 5 });
