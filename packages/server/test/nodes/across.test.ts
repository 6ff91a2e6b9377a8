import type { ServerSignals, ShopperSession } from "@yiwen/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createNodes } from "../../src/adapters/redis/nodes.ts";
import { systemClock } from "../../src/adapters/system/clock.ts";
import { hashKey } from "../../src/auth/keys.ts";
import { signInShopper } from "../../src/auth/shopper-sign-in.ts";
import { speak } from "../../src/cli/speaker.ts";
import { sessionRoom, shopperRoom } from "../../src/gateway/rooms.ts";
import { createSpread, heads } from "../../src/gateway/spread.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { endOf } from "../support/end-of.ts";
import { agent, sameShopper, shopper } from "../support/people.ts";
import { agentToken, anotherSession, identityOf, openShop, shopperToken, signOut } from "../support/shop.ts";
import { type Meeting, meeting, type RunningNode, startNode } from "./world.ts";

let where: Meeting;
let a: RunningNode;
let b: RunningNode;
let shop: Shop;

beforeAll(async () => {
  where = await meeting();
  a = await startNode(where);
  b = await startNode(where);
  shop = await openShop(a);
});

afterAll(() => Promise.all([a?.close(), b?.close()]));

const names = ({ agents }: ServerSignals["presence"]) => agents.map(({ name }) => name).sort();

test("ND1 whoever is connected to another node is told of the same events, and what they see is what is stored", async () => {
  const lin = await shopper(a, shop);
  const conversation = (await lin.open()).conversation.id;
  const tab = await sameShopper(b, lin);
  await tab.open();
  const mei = await agent(b, shop);
  await mei.open({}, conversation);
  const boss = await agent(a, shop, "店长");
  await boss.open({}, conversation);

  await lin.says("转人工");
  await mei.sees(({ summary }) => summary.floor === "queued");
  await mei.does("conversation.takeOver");
  await mei.says("您好，我是小美");
  await tab.says("我想改地址");
  await mei.does("message.note", { text: "老顾客" });
  await lin.sees(({ events }) => events.some((event) => event.type === "message.sent" && event.by.kind === "agent"));
  for (const person of [lin, tab, mei, boss]) await person.isUpToDate();
  for (const person of [lin, tab, mei, boss]) person.close();
});

test("ND2 typing reaches whoever is connected to another node", async () => {
  const lin = await shopper(a, shop);
  const conversation = (await lin.open()).conversation.id;
  const mei = await agent(b, shop);
  await mei.open({}, conversation);
  lin.socket.emit("signal", { conversationId: conversation, type: "typing", data: { on: true } });
  await mei.seesSignal(({ type, conversationId }) => type === "typing" && conversationId === conversation);
  await mei.does("conversation.takeOver");
  mei.socket.emit("signal", { conversationId: conversation, type: "typing", data: { on: true } });
  await lin.seesSignal((signal) => signal.type === "typing" && signal.data.by.kind === "agent");
  for (const person of [lin, mei]) person.close();
});

test("ND3 an agent is there for all nodes, with what they said last of being there, until their last socket is gone", async () => {
  const own = await openShop(a);
  const here = await agent(a, own, "甲");
  const there = await agent(b, own, "乙");
  await here.seesSignal(({ type, data }) => type === "presence" && names(data as never).join() === "乙,甲");
  const inbox = await there.command("inbox.open", { filter: "queue" });
  expect(inbox.ok && names(inbox.data)).toEqual(["乙", "甲"]);

  // The same agent on the other node as well: one of them, as they said last, wherever they said it.
  const again = await speak(a.url, "agent", there.token);
  const said = await again.command("presence.set", { status: "away" });
  expect(said.ok).toBe(true);
  const isAway = (signal: { type: string; data: unknown }) =>
    signal.type === "presence" &&
    (signal.data as ServerSignals["presence"]).agents.some(({ name, status }) => name === "乙" && status === "away");
  await there.seesSignal(isAway);
  again.close();
  const after = await there.command("inbox.open", { filter: "queue" });
  expect(after.ok && after.data.agents).toContainEqual({ id: there.id, name: "乙", status: "away" });
  here.signals.length = 0;
  there.close();
  await here.seesSignal(({ type, data }) => type === "presence" && names(data as never).join() === "甲");
  here.close();
});

test("ND4 agents of all nodes see who looks at a conversation, and every row that changes", async () => {
  const lin = await shopper(a, shop);
  const conversation = (await lin.open()).conversation.id;
  const mei = await agent(b, shop, "小美");
  const boss = await agent(a, shop, "店长");
  await boss.open({}, conversation);
  await mei.open({}, conversation);
  const both = (signal: { type: string; data: unknown }) =>
    signal.type === "viewers" && (signal.data as ServerSignals["viewers"]).agents.length === 2;
  await boss.seesSignal(both);
  await mei.seesSignal(both);
  await lin.says("转人工");
  await mei.seesSignal(
    (signal) =>
      signal.type === "inbox.changed" &&
      signal.data.row.conversation.id === conversation &&
      signal.data.row.conversation.floor === "queued",
  );
  boss.close();
  await mei.seesSignal(
    (signal) => signal.type === "viewers" && signal.data.agents.length === 1 && signal.data.agents[0]?.name === "小美",
  );
  for (const person of [lin, mei]) person.close();
});

test("ND5 one queue: those who wait on different nodes know their place in it, and it moves whoever is taken", async () => {
  const own = await openShop(a);
  const mei = await agent(a, own);
  const first = await shopper(a, own);
  const second = await shopper(b, own);
  await first.open();
  await second.open();
  await first.says("转人工");
  await first.sees(({ summary }) => summary.floor === "queued");
  await second.says("转人工");
  await second.seesSignal((signal) => signal.type === "queue.place" && signal.data.ahead === 1);
  await mei.open({}, first.view().summary.id);
  await mei.does("conversation.takeOver");
  await second.seesSignal((signal) => signal.type === "queue.place" && signal.data.ahead === 0);
  for (const person of [first, second, mei]) person.close();
});

test("ND6 two nodes that write to one conversation at once lose nothing and leave no hole", async () => {
  const token = await shopperToken(a, shop);
  const tab = await speak(b.url, "shopper", token);
  const quiet = await speak(a.url, "shopper", token);
  const opened = await tab.command("conversation.open", {});
  if (!opened.ok) throw new Error(opened.error.code);
  const { conversation } = opened.data;
  const send = (speaker: { command: typeof tab.command }, text: string, id: string): Promise<void> =>
    speaker
      .command("message.send", { content: { kind: "text", text } }, { conversationId: conversation.id, id })
      .then((result) => (!result.ok && result.error.retryable ? send(speaker, text, id) : undefined));
  const texts = Array.from({ length: 40 }, (_, n) => `第${n}句`);
  await Promise.all(texts.map((text, n) => send(n % 2 === 0 ? quiet : tab, text, `c${n}`)));
  const state = await a.deps.store.load(shop.id, conversation.id);
  const { events } = await a.deps.store.page({
    shop: shop.id,
    conversation: conversation.id,
    audience: "agents",
    limit: 500,
  });
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
  expect(state?.seq).toBe(events.length);
  const said = events.flatMap(({ type, by, data }) =>
    type === "message.sent" && by.kind === "shopper" ? [(data as { content: { text: string } }).content.text] : [],
  );
  expect(said.sort()).toEqual(texts.sort());
  for (const speaker of [tab, quiet]) speaker.close();
});

test("ND7 work that is due is claimed by one node", async () => {
  const lin = await shopper(a, shop);
  const ids = Array.from({ length: 60 }, (_, n) => `due${n}`);
  const { conversation } = await lin.open();
  const state = await a.deps.store.load(shop.id, conversation.id);
  if (!state) throw new Error("no conversation");
  const due = systemClock.now() + 3_600_000;
  const work = { shop: shop.id, conversation: state.id, kind: "wait", input: {}, attempts: 0, leaseUntil: 0 } as const;
  const effects = ids.map((id) => ({ ...work, id, dueAt: due }));
  const append = { shop: shop.id, conversation: state.id, previous: state, next: state, events: [], settled: [] };
  await a.deps.store.append({ ...append, effects });
  const claims = Array.from({ length: 10 }, (_, n) => (n % 2 ? a : b).deps.store.claimEffects(due, due + 1000, 10));
  const claimed = (await Promise.all(claims)).flat().map(({ id }) => id);
  expect(claimed.filter((id) => ids.includes(id)).sort()).toEqual(ids.sort());
  lin.close();
});

test("ND8 a shopper who turns out to be another is ended on every node", async () => {
  const signIn = async (node: RunningNode, more: object) => {
    const body = JSON.stringify({ shop: shop.publicKey, channel: "web", ...more });
    const headers = { "content-type": "application/json" };
    const reply = await fetch(`${node.url}/v1/sessions`, { method: "POST", headers, body });
    return ((await reply.json()) as { data: ShopperSession }).data;
  };
  const nobody = await signIn(b, {});
  const before = await speak(b.url, "shopper", nobody.token);
  expect((await before.command("conversation.open", {})).ok).toBe(true);
  const ended = endOf(before);
  const identity = await identityOf(shop, "lin", a.deps.clock.now());
  const lin = await signIn(a, { identity, resume: nobody.resume });
  expect(lin.shopperId).not.toBe(nobody.shopperId);
  expect(await ended).toBe("io server disconnect");
});

test("ND9 whether a shopper is there is asked of all nodes", async () => {
  const { redisUrl: url, prefix, beatMs, ttlMs } = where;
  const nodes = await createNodes({ url, prefix, beatMs, ttlMs });
  const spread = createSpread(nodes, systemClock);
  await nodes.open({
    told(from, head) {
      const [kind, asker, question = "", isThere] = head.split("\t");
      if (kind === heads.answer && asker === nodes.me) spread.answered(from, question, isThere === "yes");
    },
    changed: () => {},
    missed: () => {},
  });
  expect(nodes.others().sort()).toEqual([a.nodes.me, b.nodes.me].sort());
  const session = await signInShopper(a.deps, shop, { channel: "web" });
  if (!session.ok) throw new Error(session.error.code);
  const room = (channel: "web" | "weapp") =>
    shopperRoom({ shop: shop.id, shopper: { id: session.data.session.shopperId, verified: false }, channel });
  expect(await spread.has(room("web"))).toBe(false);
  const speaker = await speak(b.url, "shopper", session.data.session.token);
  expect(await spread.has(room("web"))).toBe(true);
  expect(await spread.has(room("weapp"))).toBe(false);
  speaker.close();
  await nodes.close();
});

test("ND19 signing out ends the session's sockets on every node, and nodes tell each other no token", async () => {
  const { redisUrl: url, prefix, beatMs, ttlMs } = where;
  const told: string[] = [];
  const listening = await createNodes({ url, prefix, beatMs, ttlMs });
  await listening.open({ told: (_, ...words) => told.push(...words), changed: () => {}, missed: () => {} });
  const mei = await agentToken(a, shop, "小美");
  const tabs = [await speak(a.url, "agent", mei.token), await speak(b.url, "agent", mei.token)];
  const phone = await speak(b.url, "agent", await anotherSession(a, shop, mei.id));
  const ended = Promise.all(tabs.map(endOf));
  await signOut(a, mei.token);
  expect(await ended).toEqual(["io server disconnect", "io server disconnect"]);
  expect(await phone.command("inbox.open", { filter: "queue" })).toMatchObject({ ok: true });
  await expect.poll(() => told).toContain([heads.end, sessionRoom(hashKey(mei.token))].join("\t"));
  expect(told.join()).not.toContain(mei.token);
  phone.close();
  await listening.close();
});
