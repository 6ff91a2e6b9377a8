import { afterAll, beforeAll, expect, test } from "vitest";
import { connectRedis } from "../../src/adapters/redis/connect.ts";
import { createNodes } from "../../src/adapters/redis/nodes.ts";
import { assemble } from "../../src/assemble.ts";
import { speak } from "../../src/cli/speaker.ts";
import { readConfig } from "../../src/config.ts";
import type { Shop } from "../../src/ports/directory.ts";
import type { StartError } from "../../src/start-error.ts";
import { type PostgresServer, startPostgres } from "../harness/postgres-server.ts";
import { type RedisServer, startRedis } from "../harness/redis-server.ts";
import { endOf } from "../support/end-of.ts";
import { agent } from "../support/people.ts";
import { agentToken, anotherSession, openShop, shopperToken, signOut } from "../support/shop.ts";
import { openChat } from "./chat.ts";
import { type Meeting, meeting, type RunningNode, startNode } from "./world.ts";

let redis: RedisServer;
let postgres: PostgresServer;
let where: Meeting;
let a: RunningNode;
let b: RunningNode;
let shop: Shop;

beforeAll(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  where = await meeting({ redisUrl: redis.url, databaseUrl: await postgres.database() });
  a = await startNode(where);
  b = await startNode(where);
  shop = await openShop(a);
});

afterAll(async () => {
  await Promise.all([a?.close(), b?.close()]);
  await Promise.all([redis?.close(), postgres?.close()]);
});

const isAllSent = ({ pending, thread }: { pending: unknown[]; thread?: unknown }) =>
  thread !== undefined && pending.length === 0;

test("ND10 while Redis is away each node goes on by itself; once it is back, what the others missed is caught up with", async () => {
  const token = await shopperToken(a, shop);
  const here = await openChat(token, () => a.url);
  const there = await openChat(token, () => b.url);
  here.client.send("在吗");
  await there.sees(() => there.said().includes("在吗"));

  await redis.stop();
  here.client.send("还在吗");
  await here.sees((state) => here.said().includes("还在吗") && isAllSent(state));
  there.client.send("我也在");
  await there.sees((state) => there.said().includes("我也在") && isAllSent(state));

  await redis.start();
  await here.sees(() => here.said().length === 3);
  await there.sees(() => there.said().length === 3);
  expect(here.said()).toEqual(there.said());
  for (const { client } of [here, there]) client.close();
});

test("ND11 what a node would refuse by what it remembers is decided again on what is stored", async () => {
  const chat = await openChat(await shopperToken(a, shop), () => a.url);
  chat.client.send("转人工");
  const { thread } = await chat.sees((state) => state.thread?.view.summary.floor === "queued");
  const conversation = thread?.view.summary.id ?? "";
  const mei = await agent(a, shop, "小美");
  const lin = await agentToken(b, shop, "小林");
  const there = await speak(b.url, "agent", lin.token);
  await mei.open({}, conversation);
  await there.command("conversation.open", {}, { conversationId: conversation });
  await redis.stop();
  await mei.does("conversation.takeOver");
  await mei.does("conversation.transfer", { to: lin.id });
  // This node has heard of none of it.
  const content = { kind: "text", text: "您好，我来接着看" };
  const sent = await there.command("message.send", { content }, { conversationId: conversation });
  expect(sent).toMatchObject({ ok: true });
  await redis.start();
  await chat.sees((state) => state.thread?.view.summary.agent?.id === lin.id);
  await chat.sees(({ thread: now }) =>
    (now?.view.events ?? []).some((event) => event.type === "message.sent" && event.by.kind === "agent"),
  );
  chat.client.close();
  for (const person of [mei, there]) person.close();
});

test("ND19 a node that could not hear of a sign-out ends the session's sockets once it can", async () => {
  const mei = await agentToken(a, shop, "小美");
  const tab = await speak(b.url, "agent", mei.token);
  const phone = await speak(b.url, "agent", await anotherSession(a, shop, mei.id));
  const ended = endOf(tab);
  await redis.stop();
  await signOut(a, mei.token);
  await redis.start();
  expect(await ended).toBe("io server disconnect");
  expect(await phone.command("inbox.open", { filter: "queue" })).toMatchObject({ ok: true });
  phone.close();
});

test("ND12 while PostgreSQL is away commands are unavailable with a time to wait, and all is stored once it is back", async () => {
  const chat = await openChat(await shopperToken(a, shop), () => b.url);
  chat.client.send("第一句");
  await chat.sees(() => chat.said().includes("第一句"));
  const mei = await agent(a, shop, "小美");
  await mei.open({}, chat.client.state.thread?.view.summary.id ?? "");

  await postgres.stop("immediate");
  const refused = await mei.tries("message.note", { text: "没有数据库" });
  expect(refused).toMatchObject({ ok: false, error: { code: "unavailable", retryable: true } });
  expect(!refused.ok && refused.error.retryAfterMs).toBeGreaterThan(0);
  expect((await fetch(`${a.url}/readyz`)).status).toBe(503);
  chat.client.send("第二句");
  chat.client.send("第三句");
  await chat.sees(({ pending }) => pending.length === 2 && pending.some(({ error }) => error?.code === "unavailable"));

  await postgres.start();
  await chat.sees((state) => chat.said().length === 3 && isAllSent(state));
  expect(chat.said()).toEqual(["第一句", "第二句", "第三句"]);
  await mei.does("message.note", { text: "又有了" });
  chat.client.close();
  mei.close();
});

test("ND13 what was trimmed before it was heard is known to be missing; what is heard twice is heard once", async () => {
  const { redisUrl: url } = where;
  const prefix = "trimmed:";
  const nodes = await createNodes({ url, prefix, beatMs: 60_000, ttlMs: 120_000 });
  const raw = await connectRedis(url);
  const told: string[] = [];
  let heard = () => {};
  const until = (line: string) =>
    new Promise<void>((resolve) => {
      heard = () => told.includes(line) && resolve();
      heard();
    });
  const note = (line: string) => {
    told.push(line);
    heard();
  };
  await nodes.open({
    told: (_, head, body) => note(`${head}:${body}`),
    changed: () => {},
    missed: () => note("missed"),
  });
  const tell = (number: number, word: string) =>
    raw.ask("XADD", `${prefix}told`, "*", "other", `${number}\nsay\n${word}`);
  await tell(1, "一");
  await tell(2, "二");
  await tell(2, "二");
  await until("say:二");
  await tell(5, "五");
  await until("missed");
  await tell(6, "六");
  await until("say:六");
  expect(told).toEqual(["say:一", "say:二", "say:五", "missed", "say:六"]);
  raw.close();
  await nodes.close();
});

test("ND14 what a node said of itself is there for those who come later, and gone when the node is silent for too long", async () => {
  const { redisUrl: url } = where;
  const options = { url, prefix: "board:", beatMs: 50, ttlMs: 500 };
  const first = await createNodes(options);
  const quiet = { told: () => {}, changed: () => {}, missed: () => {} };
  await first.open(quiet);
  first.post("roster s1", [{ id: "a1" }]);
  const raw = await connectRedis(url);
  await raw.ask("HSET", "board:node:ghost", "", "{}", "roster s1", '[{"id":"a9"}]');
  await raw.ask("PEXPIRE", "board:node:ghost", "500");
  await raw.ask("SADD", "board:nodes", "ghost");

  const second = await createNodes(options);
  const gone = new Promise<void>((resolve) => {
    void second.open({
      ...quiet,
      changed: () => {
        if (!second.others().includes("ghost")) resolve();
      },
    });
  });
  await gone;
  expect(second.others()).toEqual([first.me]);
  expect(second.posted("roster s1")).toEqual([[{ id: "a1" }]]);
  raw.close();
  await Promise.all([first.close(), second.close()]);
  const third = await createNodes(options);
  await third.open(quiet);
  expect(third.others()).toEqual([]);
  await third.close();
});

test("ND15 a Redis that can't be reached stops the start with one clear line, which keeps its password", async () => {
  const env = { REDIS_URL: "redis://:geheim@127.0.0.1:1", DATABASE_URL: where.databaseUrl, LOG_LEVEL: "silent" };
  const error = await assemble(readConfig(env)).then(
    () => undefined,
    (reason: StartError) => reason,
  );
  expect(error).toMatchObject({ name: "StartError", code: "redis_unreachable" });
  expect(error?.message).toContain("can't reach Redis at 127.0.0.1:1");
  expect(error?.message).not.toMatch(/geheim|\n/);
});
