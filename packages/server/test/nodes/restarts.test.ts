import { afterAll, beforeAll, expect, test } from "vitest";
import { connectRedis } from "../../src/adapters/redis/connect.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { createAgent } from "../../src/shop/create-agent.ts";
import { freePort } from "../harness/free-port.ts";
import { openShop, shopperToken } from "../support/shop.ts";
import { type Chat, openChat } from "./chat.ts";
import { type Meeting, meeting, type RunningNode, startNode } from "./world.ts";

let where: Meeting;
let shop: Shop;
/** The nodes that take connections, by port: what a proxy in front would know. */
const ready = new Map<number, RunningNode>();

async function start(port: number): Promise<RunningNode> {
  const node = await startNode(where, port);
  ready.set(port, node);
  return node;
}

beforeAll(async () => {
  where = await meeting();
  const [first] = [await start(await freePort()), await start(await freePort())];
  shop = await openShop(first);
});

afterAll(() => Promise.all([...ready.values()].map((node) => node.close())));

/** Writes one message after the other until it is told to stop; answers what was written. */
function write(chat: Chat, name: string): () => Promise<string[]> {
  const texts: string[] = [];
  let isOver = false;
  const next = async () => {
    while (!isOver) {
      const text = `${name}${texts.length}`;
      texts.push(text);
      chat.client.send(text);
      await chat.sees(({ pending }) => pending.length === 0);
    }
    return texts;
  };
  const done = next();
  return () => {
    isOver = true;
    return done;
  };
}

test("ND16 nodes are restarted one after the other while shoppers write: nothing is lost, doubled or out of order, and all are connected again", async () => {
  let turn = 0;
  const proxy = () => [...ready.values()][turn++ % ready.size]?.url ?? "";
  const names = ["甲", "乙", "丙", "丁", "戊", "己"];
  const chats = await Promise.all(
    names.map(async () => openChat(await shopperToken([...ready.values()][0] as RunningNode, shop), proxy)),
  );
  const stops = chats.map((chat, n) => write(chat, names[n] ?? ""));
  for (const [port, node] of [...ready]) {
    ready.delete(port);
    await node.close();
    await start(port);
  }
  const written = await Promise.all(stops.map((stop) => stop()));
  for (const [n, chat] of chats.entries()) {
    await chat.sees(({ thread, connection }) => connection === "online" && thread?.view.hasOlder !== undefined);
    const { summary } = (await chat.sees(({ pending }) => pending.length === 0)).thread?.view ?? {};
    const node = [...ready.values()][0] as RunningNode;
    const page = { shop: shop.id, conversation: summary?.id ?? "", audience: "everyone", limit: 10_000 } as const;
    const { events } = await node.deps.store.page(page);
    const stored = events.flatMap(({ type, by, data }) =>
      type === "message.sent" && by.kind === "shopper" ? [(data as { content: { text: string } }).content.text] : [],
    );
    expect(stored).toEqual(written[n]);
    chat.client.close();
  }
});

test("ND20 a node that is being stopped takes no connection from the first moment on", async () => {
  const [one, two] = [await startNode(where), await startNode(where)];
  let home = one.url;
  const chat = await openChat(await shopperToken(one, shop), () => home);
  home = two.url;
  const closed = one.close();
  await expect(fetch(`${one.url}/readyz`)).rejects.toThrow();
  await closed;
  await chat.sees(({ connection }) => connection === "online");
  chat.client.close();
  await two.close();
});

test("ND18 sign-in attempts are counted on all nodes together", async () => {
  const [one, two] = [...ready.values()] as [RunningNode, RunningNode];
  const email = "guess@shop.example";
  await createAgent(one.deps, { shop: shop.id, email, name: "猜", role: "agent", password: "right horse" });
  const attempt = async (node: RunningNode, password: string) => {
    const body = JSON.stringify({ email, password });
    const headers = { "content-type": "application/json" };
    const reply = await fetch(`${node.url}/v1/agents/sessions`, { method: "POST", headers, body });
    return ((await reply.json()) as { error?: { code: string } }).error?.code ?? "in";
  };
  const codes: string[] = [];
  for (let n = 0; n < 10; n++) codes.push(await attempt(n % 2 ? one : two, "wrong horse"));
  expect(new Set(codes)).toEqual(new Set(["login_failed"]));
  expect(await attempt(one, "right horse")).toBe("rate_limited");
  expect(await attempt(two, "right horse")).toBe("rate_limited");
});

test("ND18 a count ends with its window, also one whose end was lost", async () => {
  const [node] = [...ready.values()] as [RunningNode];
  const redis = await connectRedis(where.redisUrl);
  const left = async () => {
    const keys = await redis.ask<string[]>("KEYS", `${where.prefix}count:*`);
    return Promise.all(keys.map(async (key) => ({ key, ms: await redis.ask<number>("PTTL", key) })));
  };
  const before = (await left()).map(({ key }) => key);
  expect(await node.nodes.count("a guess", 60_000)).toBe(1);
  const own = (await left()).find(({ key }) => !before.includes(key));
  expect(own?.ms).toBeGreaterThan(50_000);
  await redis.ask("PERSIST", own?.key ?? "");
  expect(await node.nodes.count("a guess", 60_000)).toBe(2);
  expect((await left()).find(({ key }) => key === own?.key)?.ms).toBeGreaterThan(50_000);
  expect(await node.nodes.count("a guess", 60_000)).toBe(3);
  redis.close();
});
