import { describe, expect, it } from "vitest";
import { createHarness, texts } from "../../test/harness.ts";
import type { OrderCard } from "../cards.ts";
import { refuse } from "../result.ts";
import type { InboxRow } from "../view/inbox.ts";
import { reduceSummary } from "../view/summary.ts";

const ids = (rows: InboxRow[]) => rows.map((row) => row.conversation.id);
const agent = { kind: "agent", id: "a1", name: "小林" } as const;
const joined = { type: "agent.joined", data: { agentId: "a1", name: "小林" } } as const;
const order = (id: string): OrderCard => ({
  id,
  status: "paid",
  placedAt: 0,
  total: { amount: 9900, currency: "CNY" },
  items: [],
});
const queued = { type: "handoff.requested", data: { staffed: true } } as const;

async function started(conversations: number, filter: "queue" | "mine" | "all" = "queue") {
  const harness = createHarness();
  const { clock, server } = harness;
  for (let i = 0; i < conversations; i++) server.create();
  const { client, cut, storage } = harness.agent();
  const answer = client.start("a1", filter);
  await clock.advance(100);
  await answer;
  return { ...harness, client, cut, storage };
}

describe("inbox", () => {
  it("CL37 rows come, move and go as conversations change, in the order of their list", async () => {
    const { clock, server, client } = await started(3);
    expect(client.state.inbox.rows).toEqual([]);
    server.append("c2", { kind: "shopper" }, queued);
    await clock.advance(20);
    server.append("c1", { kind: "shopper" }, queued);
    await clock.advance(20);
    expect(ids(client.state.inbox.rows)).toEqual(["c2", "c1"]);
    server.append("c2", agent, joined);
    await clock.advance(20);
    expect(ids(client.state.inbox.rows)).toEqual(["c1"]);
    expect(client.state.inbox.counts.queue).toBe(1);
  });

  it("CL38 counts stay right under every filter, for rows never seen before too", async () => {
    const { clock, server, client } = await started(3, "mine");
    server.append("c1", { kind: "shopper" }, queued);
    await clock.advance(3000);
    expect(client.state.inbox.counts).toEqual({ queue: 1, mine: 0 });
    server.append("c2", { kind: "shopper" }, queued);
    await clock.advance(3000);
    expect(client.state.inbox.counts).toEqual({ queue: 2, mine: 0 });
    server.append("c1", agent, joined);
    await clock.advance(20);
    expect(client.state.inbox.counts).toEqual({ queue: 1, mine: 1 });
    expect(ids(client.state.inbox.rows)).toEqual(["c1"]);
    void client.show("queue");
    await clock.advance(50);
    expect(ids(client.state.inbox.rows)).toEqual(["c2"]);
    expect(client.state.inbox.filter).toBe("queue");
  });

  it("CL39 what changed while a page was on its way is in the list", async () => {
    const { clock, server, client } = await started(3);
    let isFirst = true;
    server.losesAck = () => {
      if (isFirst) {
        server.append("c1", { kind: "shopper" }, queued);
        server.append("c3", agent, { type: "conversation.closed", data: { resolution: "spam" } });
        server.create();
      }
      isFirst = false;
      return false;
    };
    void client.show("all");
    await clock.advance(3000);
    expect(ids(client.state.inbox.rows)).toEqual(["c1", "c4", "c2"]);
    expect(client.state.inbox.rows[0]?.conversation.floor).toBe("queued");
    expect(client.state.inbox.counts.queue).toBe(1);
  });

  it("CL40 after a reconnect the inbox is read again, and start waits for its first page", async () => {
    const { clock, server, agent: newAgent } = createHarness();
    server.create();
    server.isDown = true;
    const { client, cut } = newAgent();
    const answer = client.start("a1", "all");
    await clock.advance(1000);
    server.isDown = false;
    await clock.advance(20_000);
    expect((await answer).ok).toBe(true);
    expect(ids(client.state.inbox.rows)).toEqual(["c1"]);
    cut();
    server.create();
    await clock.advance(200);
    expect(ids(client.state.inbox.rows)).toEqual(["c2", "c1"]);
    expect(client.state.inbox.loading).toBe(false);
  });

  it("CL63 a change that was never told is found by comparing counts, and the list is read again", async () => {
    const { clock, server, client } = await started(2);
    const log = server.logs.get("c1");
    if (!log) throw new Error("no c1");
    const event = { ...queued, conversationId: "c1", seq: 2, at: clock.now(), by: { kind: "shopper" } } as const;
    log.events.push(event);
    log.summary = reduceSummary(log.summary, event);
    await clock.advance(20_000);
    expect(client.state.inbox.rows).toEqual([]);
    await clock.advance(15_000);
    expect(ids(client.state.inbox.rows)).toEqual(["c1"]);
    expect(client.state.inbox.counts.queue).toBe(1);
    client.close();
    const asked = server.received.length;
    await clock.advance(600_000);
    expect(server.received).toHaveLength(asked);
  });

  it("CL64 told that something may not have been told, the list and what is followed are read again", async () => {
    const { clock, server, client } = await started(1, "all");
    void client.follow("c1");
    await clock.advance(50);
    const asked = server.received.length;
    server.signal({ type: "resync", data: {} }, "agent");
    await clock.advance(100);
    const types = server.received.slice(asked).map(({ type }) => type);
    expect(types.sort()).toEqual(["conversation.open", "inbox.open"]);
    expect(client.state.connection).toBe("online");
  });

  it("CL41 more rows come after the cursor, none twice", async () => {
    const harness = createHarness();
    for (let i = 0; i < 5; i++) {
      harness.server.create();
      await harness.clock.advance(10);
    }
    harness.server.pageSize = 2;
    const { client } = harness.agent();
    void client.start("a1", "all");
    await harness.clock.advance(100);
    expect(ids(client.state.inbox.rows)).toEqual(["c5", "c4"]);
    harness.bot("c1", "新消息");
    await harness.clock.advance(20);
    for (let i = 0; i < 4; i++) {
      void client.more();
      await harness.clock.advance(50);
    }
    expect(ids(client.state.inbox.rows)).toEqual(["c1", "c5", "c4", "c3", "c2"]);
    expect(client.state.inbox.cursor).toBeUndefined();
  });

  it("CL42 every changed row is told with what it was before", async () => {
    const { clock, server, client } = await started(1, "all");
    const told: [string, string | undefined][] = [];
    const stop = client.onRow((row, before) => told.push([row.conversation.floor, before?.conversation.floor]));
    server.append("c1", { kind: "shopper" }, queued);
    server.append("c1", agent, joined);
    await clock.advance(20);
    stop();
    server.create();
    await clock.advance(20);
    expect(told).toEqual([
      ["queued", "bot"],
      ["human", "queued"],
    ]);
  });

  it("CL43 presence is kept as the server says, and one's own is said again after a reconnect", async () => {
    const { clock, server, client, cut } = await started(0);
    expect(client.state.agents).toEqual(server.presence);
    server.signal({ type: "presence", data: { agents: [] } }, "agent");
    await clock.advance(20);
    expect(client.state.agents).toEqual([]);
    void client.command("presence.set", { status: "away" });
    await clock.advance(50);
    cut();
    await clock.advance(100);
    expect(server.received.filter((message) => message.type === "presence.set").map(({ input }) => input)).toEqual([
      { status: "away" },
      { status: "away" },
    ]);
  });
});

it("CL43 presence that is chosen while there is no connection is what is said after it", async () => {
  const { clock, server, client, cut } = await started(0);
  void client.command("presence.set", { status: "online" });
  await clock.advance(50);
  server.isDown = true;
  cut();
  expect(await client.command("presence.set", { status: "away" })).toMatchObject({ error: { code: "unavailable" } });
  server.isDown = false;
  await clock.advance(20_000);
  expect(
    server.received
      .filter(({ type }) => type === "presence.set")
      .map(({ input }) => (input as { status: string }).status),
  ).toEqual(["online", "away"]);
});

describe("following", () => {
  it("CL44 a followed conversation is shown with its shopper, across reconnects, until it is left", async () => {
    const { clock, server, client, cut, bot } = await started(2);
    void client.follow("c1");
    await clock.advance(50);
    bot("c1", "一");
    await clock.advance(20);
    expect(texts(client.state.threads.c1?.view)).toEqual(["一"]);
    expect(client.state.threads.c1?.shopper.id).toBe("s1");
    expect(client.state.cards.orders.o9).toBeNull();
    cut();
    bot("c1", "二");
    await clock.advance(200);
    bot("c1", "三");
    await clock.advance(20);
    expect(texts(client.state.threads.c1?.view)).toEqual(["一", "二", "三"]);
    client.leave("c1");
    await clock.advance(20);
    expect(client.state.threads).toEqual({});
    expect(server.received.at(-1)?.type).toBe("conversation.leave");
  });

  it("CL61 a followed shopper who turns out to be somebody else is shown as who they are", async () => {
    const { clock, server, client } = await started(1);
    void client.follow("c1");
    await clock.advance(50);
    server.append(
      "c1",
      { kind: "system" },
      { type: "shopper.identified", data: { shopperId: "s9", name: "小林", verified: true } },
    );
    await clock.advance(50);
    expect(client.state.threads.c1?.shopper).toMatchObject({ id: "s9", name: "小林", verified: true });
    const opened = server.received.filter(({ type }) => type === "conversation.open").length;
    await clock.advance(50_000);
    expect(server.received.filter(({ type }) => type === "conversation.open")).toHaveLength(opened);
  });

  it("CL65 an order is read for the conversation that names it, each in its own batch", async () => {
    const { clock, server, client } = await started(2);
    server.cards.orders = { o1: order("o1"), o2: order("o2"), o9: order("o9") };
    void client.follow("c1");
    void client.follow("c2");
    await clock.advance(50);
    for (const [conversationId, orderId] of [
      ["c1", "o1"],
      ["c2", "o2"],
    ] as const)
      server.append(
        conversationId,
        { kind: "bot" },
        { type: "message.sent", data: { id: orderId, content: { kind: "order", orderId } } },
      );
    await clock.advance(200);
    expect(client.state.cards.orders).toEqual(server.cards.orders);
    const reads = server.received.filter(({ type }) => type === "catalog.read");
    expect(reads.map(({ conversationId }) => conversationId)).toEqual(["c1", "c1", "c2"]);
  });

  it("CL65 cards are read anew on demand, and of two readings the later stands", async () => {
    const { clock, server, client } = await started(1);
    server.cards.orders = { o1: order("o1") };
    const read = client.readCards({ productIds: [], orderIds: ["o1"] }, "c1");
    await clock.advance(50);
    expect((await read).ok).toBe(true);
    expect(client.state.cards.orders.o1?.status).toBe("paid");
    server.cards.orders.o1 = { ...order("o1"), status: "shipped" };
    void client.follow("c1");
    await clock.advance(61_000);
    server.append(
      "c1",
      { kind: "bot" },
      { type: "message.sent", data: { id: "m", content: { kind: "order", orderId: "o1" } } },
    );
    await clock.advance(50);
    expect(client.state.cards.orders.o1?.status).toBe("shipped");
    client.close();
    expect((await client.readCards({ productIds: [], orderIds: ["o1"] }, "c1")).ok).toBe(false);
    expect(client.state.cards.orders.o1?.status).toBe("shipped");
  });

  it("CL45 following what is not there answers the refusal and keeps nothing", async () => {
    const { clock, client } = await started(0);
    const answer = client.follow("nowhere");
    await clock.advance(50);
    expect(await answer).toMatchObject({ ok: false, error: { code: "conversation_not_found" } });
    expect(client.state.threads).toEqual({});
  });

  it("CL46 replies and notes go through the outbox of each conversation", async () => {
    const { clock, server, client, storage } = await started(2);
    void client.follow("c1");
    await clock.advance(50);
    client.send("c1", { kind: "text", text: "您好" });
    client.send("c1", { kind: "product", productId: "p1" });
    client.note("c1", "老顾客");
    client.send("c2", { kind: "text", text: "没有打开的会话" });
    expect(client.state.threads.c1?.pending.map((entry) => entry.note ?? false)).toEqual([false, false, true]);
    await clock.advance(300);
    expect(client.state.threads.c1?.pending).toEqual([]);
    expect(server.logs.get("c1")?.events.map((event) => event.type)).toEqual([
      "conversation.opened",
      "message.sent",
      "message.sent",
      "message.noted",
    ]);
    expect(server.logs.get("c2")?.events.at(-1)?.type).toBe("message.sent");
    expect(storage.values.size).toBe(0);
  });

  it("CL66 what was refused for good is told of conversations that are not followed too", async () => {
    const { clock, server, client } = await started(2);
    server.intercept = ({ type }) => (type === "message.send" ? refuse("not_yours") : undefined);
    void client.follow("c1");
    await clock.advance(50);
    const lost = client.send("c1", { kind: "text", text: "您好" });
    client.leave("c1");
    client.send("c2", { kind: "text", text: "没有打开的会话" });
    expect(client.state.failed).toEqual([]);
    await clock.advance(50);
    expect(client.state.failed.map(({ conversationId }) => conversationId)).toEqual(["c1", "c2"]);
    const { failed } = client.state;
    client.note("c1", "记一下");
    expect(client.state.failed).toBe(failed);
    client.discard(lost);
    expect(client.state.failed).toHaveLength(1);
  });

  it("CL47 a command of an agent answers what the server answers, and its event is shown", async () => {
    const { clock, client } = await started(1);
    void client.follow("c1");
    await clock.advance(50);
    const answer = client.command("conversation.takeOver", {}, "c1");
    await clock.advance(50);
    expect(await answer).toEqual({ ok: true, data: { conversationId: "c1", seq: 2 } });
    expect(client.state.threads.c1?.view.summary.floor).toBe("human");
    client.read("c1");
    client.typing("c1", true);
    client.close();
    expect(await client.command("conversation.takeOver", {}, "c1")).toMatchObject({ ok: false });
  });
});
