import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect as connectDriver } from "../postgres/connect.ts";
import { openPglite } from "./open-pglite.ts";
import { serveWire, type WireServer } from "./wire-server.ts";

const folder = mkdtempSync(join(tmpdir(), "yiwen-wire-"));
const path = join(folder, ".s.PGSQL.5432");
let db: PGlite;
let server: WireServer;

beforeAll(async () => {
  db = await openPglite();
  server = await serveWire(db, { path });
});

afterAll(async () => {
  server.close();
  await db.close();
  rmSync(folder, { recursive: true });
});

const driver = () => connectDriver({ path, user: "postgres", database: "postgres", single: true });

test("a connection that is lost in the middle of a transaction leaves nothing of it, and the next one works", async () => {
  await db.exec("create table kept (n int)");
  const first = connect(path);
  const begun = readUntil(first, (text) => text.includes("INSERT"));
  first.write(Buffer.concat([greeting(), simpleQuery("begin"), simpleQuery("insert into kept values (1)")]));
  await begun;
  expect(db.isInTransaction()).toBe(true);
  first.destroy();
  const second = driver();
  expect(await second`select n from kept`).toEqual([]);
  await second.end();
});

test("messages are answered however the bytes of them arrive", async () => {
  const bytes = Buffer.concat([greeting(), simpleQuery("select 1"), simpleQuery("select 'two'")]);
  for (const size of [1, 3, 7, 64, bytes.length]) {
    const socket = connect(path);
    const answered = readUntil(socket, (text) => text.includes("two"));
    for (let at = 0; at < bytes.length; at += size) {
      await new Promise((resolve) => socket.write(bytes.subarray(at, at + size), resolve));
    }
    expect(await answered).toContain("two");
    socket.destroy();
  }
});

test("what was answered is not remembered", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const sql = driver();
  const ask = () => sql`select repeat('x', 1000000) as much`;
  await ask();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 50; n++) await ask();
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10e6);
  await sql.end();
});

test("a mistake is an error to whoever made it, and what follows it is answered", async () => {
  const sql = driver();
  const [mistake, right] = await Promise.allSettled([sql`select no_such_column`, sql`select 1 as one`]);
  expect(mistake).toMatchObject({ status: "rejected", reason: { code: "42703" } });
  expect(right).toMatchObject({ status: "fulfilled", value: [{ one: 1 }] });
  await sql.end();
});

/** The first message: no letter, the protocol's version 3.0, and who it is. */
function greeting(): Buffer {
  const who = Buffer.from("user\0postgres\0database\0postgres\0\0");
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + who.length, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, who]);
}

function simpleQuery(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(5);
  head.write("Q");
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

function readUntil(socket: Socket, isEnough: (text: string) => boolean): Promise<string> {
  let text = "";
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (isEnough(text)) resolve(text);
    });
  });
}
