import { describe, expect, it } from "vitest";
import { createHarness, shown, texts } from "../../test/harness.ts";
import type { ProductCard } from "../cards.ts";
import { refuse } from "../result.ts";
import { createShopperClient } from "./shopper-client.ts";
import type { ShopperState } from "./types.ts";

const product = (id: string): ProductCard => ({
  id,
  title: `商品${id}`,
  category: "杯子",
  price: { amount: 9900, currency: "CNY" },
  stock: 3,
  skus: [],
  attributes: {},
});
const opens = (server: { received: { type: string; input: unknown }[] }) =>
  server.received.filter((message) => message.type === "conversation.open").map((message) => message.input);

async function opened(seed = 1) {
  const harness = createHarness(seed);
  const { client, cut, storage } = harness.shopper();
  void client.open();
  await harness.clock.advance(100);
  return { ...harness, client, cut, storage };
}

describe("thread", () => {
  it("CL15 opening answers the view and shows live events after it", async () => {
    const { clock, client, bot } = await opened();
    bot("c1", "您好");
    await clock.advance(20);
    expect(shown(client.state)).toEqual(["您好"]);
    expect(client.state.connection).toBe("online");
    const again = client.open();
    await clock.advance(50);
    expect((await again).ok).toBe(true);
  });

  it("CL16 an event after a hole is kept aside until what is missing was fetched", async () => {
    const { clock, server, client, bot } = await opened();
    server.drops = (event) => event.seq === 2;
    bot("c1", "一");
    bot("c1", "二");
    await clock.advance(11);
    expect(shown(client.state)).toEqual([]);
    await clock.advance(50);
    expect(shown(client.state)).toEqual(["一", "二"]);
    expect(opens(server).at(-1)).toMatchObject({ since: 1 });
  });

  it("CL64 told that something may not have been told, it looks for it on the connection it has", async () => {
    const { clock, server, client, bot } = await opened();
    server.drops = (event) => event.seq === 2;
    bot("c1", "一");
    await clock.advance(50);
    expect(shown(client.state)).toEqual([]);
    const asked = server.received.length;
    server.signal({ type: "resync", data: {} });
    await clock.advance(50);
    expect(shown(client.state)).toEqual(["一"]);
    expect(server.received.slice(asked).map(({ type }) => type)).toEqual(["conversation.open"]);
    expect(client.state.connection).toBe("online");
  });

  it("CL62 an event that never came, and that none follows, is asked for after a silence, ever more rarely", async () => {
    const { clock, server, client, bot } = await opened();
    server.drops = (event) => event.seq === 2;
    bot("c1", "一");
    await clock.advance(55_000);
    expect(shown(client.state)).toEqual([]);
    await clock.advance(10_000);
    expect(shown(client.state)).toEqual(["一"]);
    expect(client.state.connection).toBe("online");
    const asked = opens(server).length;
    await clock.advance(3_600_000);
    expect(opens(server).length - asked).toBeLessThan(8);
    client.close();
    const before = opens(server).length;
    await clock.advance(3_600_000);
    expect(opens(server)).toHaveLength(before);
  });

  it("CL17 after a reconnect the missed events come page by page, without a hole", async () => {
    const { clock, server, client, cut, bot } = await opened();
    server.pageSize = 3;
    server.isDown = true;
    cut();
    for (let i = 0; i < 10; i++) bot("c1", `${i}`);
    await clock.advance(10);
    server.isDown = false;
    client.reconnectNow();
    await clock.advance(30);
    bot("c1", "10");
    await clock.advance(1000);
    expect(shown(client.state)).toEqual(Array.from({ length: 11 }, (_, i) => `${i}`));
    expect(client.state.thread?.view.summary).toEqual(server.logs.get("c1")?.summary);
  });

  it("CL17 an event that overtakes the page it follows is shown after it", async () => {
    const { clock, server, client, cut, bot } = await opened();
    let isFirst = true;
    server.losesAck = (message) => {
      if (message.type === "conversation.open" && isFirst) bot("c1", "二");
      isFirst = false;
      return false;
    };
    cut();
    bot("c1", "一");
    await clock.advance(100);
    expect(shown(client.state)).toEqual(["一", "二"]);
  });

  it("CL18 doubled and shuffled events are shown once and in order", async () => {
    const { clock, server, client, bot } = await opened(7);
    server.faults = { doubleEvent: 0.5, jitterMs: 200 };
    for (let i = 0; i < 20; i++) bot("c1", `${i}`);
    await clock.advance(5000);
    expect(shown(client.state)).toEqual(Array.from({ length: 20 }, (_, i) => `${i}`));
  });

  it("CL19 a client that is ahead of the server loads afresh", async () => {
    const { clock, server, client, cut, bot } = await opened();
    bot("c1", "丢失的");
    bot("c1", "也丢失的");
    await clock.advance(50);
    const log = server.logs.get("c1")!;
    const before = structuredClone(log.events.slice(0, 1));
    server.logs.delete("c1");
    server.create();
    expect(server.logs.get("c1")!.events).toHaveLength(before.length);
    bot("c1", "新的");
    cut();
    await clock.advance(100);
    expect(shown(client.state)).toEqual(["新的"]);
  });

  it("CL20 loading older puts the page before in front, once", async () => {
    const harness = createHarness();
    const { clock, server, shopper, bot } = harness;
    server.create();
    for (let i = 0; i < 8; i++) bot("c1", `${i}`);
    server.pageSize = 4;
    const { client } = shopper();
    void client.open();
    await clock.advance(100);
    expect(shown(client.state)).toEqual(["4", "5", "6", "7"]);
    expect(client.state.thread?.view.hasOlder).toBe(true);
    void client.loadOlder();
    void client.loadOlder();
    await clock.advance(50);
    expect(shown(client.state)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
    void client.loadOlder();
    await clock.advance(50);
    expect(client.state.thread?.view.hasOlder).toBe(false);
    expect((await client.loadOlder()).ok).toBe(true);
    expect(opens(server).filter((input) => "before" in (input as object))).toHaveLength(2);
  });

  it("CL21 a fresh conversation begun in another tab replaces the closed one", async () => {
    const { clock, server, client, bot } = await opened();
    server.append("c1", { kind: "agent" }, { type: "conversation.closed", data: { resolution: "resolved" } });
    server.create();
    bot("c2", "新会话");
    await clock.advance(100);
    expect(client.state.thread?.view.summary.id).toBe("c2");
    expect(shown(client.state)).toEqual(["新会话"]);
    const before = opens(server).length;
    server.append("c1", { kind: "shopper" }, { type: "conversation.rated", data: { score: 5 } });
    await clock.advance(100);
    expect(client.state.thread?.view.summary.id).toBe("c2");
    expect(opens(server)).toHaveLength(before);
  });

  it("CL22 states are new at every change, the same otherwise, and each is told once", async () => {
    const { clock, client, bot, server } = await opened();
    const states: ShopperState[] = [client.state];
    client.subscribe((state) => states.push(state));
    const event = bot("c1", "一");
    await clock.advance(20);
    expect(states).toHaveLength(2);
    expect(states[1]).not.toBe(states[0]);
    expect(states[1]?.cards).toBe(states[0]?.cards);
    expect(states[1]?.thread?.live).toBe(states[0]?.thread?.live);
    server.signal({ conversationId: "c1", type: "typing", data: { by: { kind: "bot" }, on: false } });
    expect(event.seq).toBe(2);
    await clock.advance(20);
    expect(states).toHaveLength(2);
  });
});

describe("connection", () => {
  it("CL23 the first retry is at once, later ones wait longer, none longer than 15 s", async () => {
    const { clock, server, client, cut } = await opened();
    server.isDown = true;
    server.connects = [];
    const start = clock.now();
    cut();
    expect(client.state.connection).toBe("connecting");
    await clock.advance(12);
    expect(client.state.connection).toBe("offline");
    await clock.advance(120_000);
    expect(client.state.connection).toBe("offline");
    const waits = server.connects.map((at, i) => at - (server.connects[i - 1] ?? start));
    expect(waits[0]).toBe(0);
    expect(waits[1]).toBeLessThanOrEqual(520);
    expect(waits.length).toBeGreaterThan(8);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_020);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(7500);
    server.isDown = false;
    client.reconnectNow();
    await clock.advance(11);
    expect(client.state.connection).toBe("online");
  });

  it("CL49 an attempt that is never answered is given up and made again", async () => {
    const { clock, server, client, cut } = await opened();
    cut();
    await clock.advance(5);
    cut();
    await clock.advance(14_000);
    expect(client.state.connection).toBe("connecting");
    await clock.advance(3000);
    expect(client.state.connection).toBe("online");
    expect(server.connects).toHaveLength(3);
  });

  it("CL53 an opening that is refused for now is tried again, and its promise waits", async () => {
    const { clock, server, shopper } = createHarness();
    server.intercept = () =>
      server.received.length === 1 ? refuse("overloaded", undefined, { retryAfterMs: 2000 }) : undefined;
    const { client } = shopper();
    const answer = client.open();
    await clock.advance(1900);
    expect(server.received).toHaveLength(1);
    expect(client.state.thread).toBeUndefined();
    await clock.advance(500);
    expect(await answer).toMatchObject({ ok: true, data: { summary: { id: "c1" } } });
  });

  it("CL54 an opening that is refused for good answers why", async () => {
    const { clock, server, shopper } = createHarness();
    server.intercept = () => refuse("invalid_input");
    const { client } = shopper();
    const answer = client.open({ consult: { productId: "" } });
    await clock.advance(100);
    expect(await answer).toMatchObject({ ok: false, error: { code: "invalid_input" } });
    server.intercept = undefined;
    void client.open();
    await clock.advance(100);
    expect(client.state.thread?.view.summary.id).toBe("c1");
  });

  it("CL24 an expired token is renewed at connect and everything goes on", async () => {
    const { clock, server, session, client, cut } = await opened();
    server.tokens = new Set(["token-2"]);
    session.token = "token-2";
    cut();
    client.send("还在吗");
    await clock.advance(200);
    expect(session.asked).toEqual([undefined, "token-1"]);
    expect(shown(client.state)).toEqual(["还在吗"]);
  });

  it("CL25 a token that expires under a command is renewed and the command is sent again", async () => {
    const { clock, server, session, client } = await opened();
    server.intercept = (message) =>
      message.type !== "conversation.open" && session.asked.length === 1 ? refuse("token_expired") : undefined;
    const id = client.send("还在吗");
    const handoff = client.requestHandoff();
    await clock.advance(500);
    expect(session.asked).toEqual([undefined, "token-1"]);
    expect(shown(client.state)).toEqual(["还在吗"]);
    expect(server.received.filter((message) => message.id === id)).toHaveLength(2);
    expect((await handoff).ok).toBe(true);
    expect(client.state.thread?.view.summary.floor).toBe("queued");
  });

  it("CL26 a token refused again after its renewal ends the attempts, and opening again starts over", async () => {
    const { clock, server, session, client, cut } = await opened();
    server.tokens.clear();
    server.connectError = "unauthorized";
    cut();
    await clock.advance(1000);
    expect(client.state).toMatchObject({ connection: "refused", refusedBecause: "unauthorized" });
    expect(session.asked).toHaveLength(2);
    const refused = client.send("未发");
    server.tokens.add("token-1");
    void client.open();
    await clock.advance(200);
    expect(client.state.connection).toBe("online");
    expect(client.state.refusedBecause).toBeUndefined();
    expect(refused).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
    expect(shown(client.state)).toEqual(["未发"]);
  });

  it("CL27 a shop that does not exist is not asked again, and open says why", async () => {
    const { clock, world } = createHarness();
    let asked = 0;
    const client = createShopperClient({
      ...world("shopper").clientWorld,
      token: () => {
        asked++;
        return Promise.reject(Object.assign(new Error("no shop"), { code: "shop_not_found" }));
      },
    });
    const answer = client.open();
    await clock.advance(60_000);
    expect(asked).toBe(1);
    expect(client.state).toMatchObject({ connection: "refused", refusedBecause: "shop_not_found" });
    expect(await answer).toMatchObject({ ok: false, error: { code: "shop_not_found" } });
  });

  it("CL28 closing ends everything: no attempt, no event, whoever waits gets an answer", async () => {
    const { clock, server, client, bot } = await opened();
    const waiting = client.open({ consult: { productId: "p1" } });
    client.close();
    bot("c1", "没人听");
    const before = server.received.length;
    await clock.advance(60_000);
    expect(client.state.connection).toBe("idle");
    expect(shown(client.state)).toEqual([]);
    expect(server.received).toHaveLength(before);
    expect(await waiting).toMatchObject({ ok: false, error: { code: "unavailable" } });
  });
});

describe("consult and cards", () => {
  it("CL29 a consult is attached once, also when the answer to it was lost", async () => {
    const { clock, server, client, cut, bot } = await opened();
    server.cards.products.p1 = product("p1");
    server.losesAck = () => server.received.length === 2;
    server.drops = () => true;
    void client.open({ consult: { productId: "p1" } });
    await clock.advance(12);
    cut();
    bot("c1", "这款杯子");
    server.drops = undefined;
    await clock.advance(200);
    const consulted = client.state.thread?.view.events.filter((event) => event.type === "conversation.consulted");
    expect(consulted).toHaveLength(1);
    expect(client.state.cards.products.p1?.title).toBe("商品p1");
    expect(client.state.thread?.view.events).toEqual(server.logs.get("c1")?.events);
  });

  it("CL30 a consult that can't be attached says why, and the plain chat is open all the same", async () => {
    const { clock, server, client } = await opened();
    const answer = client.open({ consult: { productId: "gone" } });
    await clock.advance(100);
    expect((await answer).ok).toBe(true);
    expect(client.state.consultError).toBe("product_not_found");
    server.cards.products.p1 = product("p1");
    void client.open({ consult: { productId: "p1" } });
    await clock.advance(100);
    expect(client.state.consultError).toBeUndefined();
  });

  it("CL31 cards that events name are read in one batch, and again when named anew after a minute", async () => {
    const { clock, server, client } = await opened();
    const show = (productId: string) =>
      server.append(
        "c1",
        { kind: "bot" },
        {
          type: "message.sent",
          data: { id: `m${server.logs.get("c1")!.events.length}`, content: { kind: "product", productId } },
        },
      );
    const reads = () => server.received.filter((message) => message.type === "catalog.read").map(({ input }) => input);
    server.cards.products = { p1: product("p1"), p2: product("p2") };
    show("p1");
    await clock.advance(100);
    show("p1");
    await clock.advance(100);
    expect(reads()).toEqual([{ productIds: ["p1"], orderIds: [] }]);
    server.cards.products.p1 = { ...product("p1"), stock: 1 };
    await clock.advance(61_000);
    show("p1");
    await clock.advance(100);
    expect(reads()).toHaveLength(2);
    expect(client.state.cards.products.p1?.stock).toBe(1);
    show("gone");
    await clock.advance(100);
    expect(client.state.cards.products.gone).toBeNull();
  });
});

describe("live", () => {
  it("CL32 typing is forgotten when it expires, when it stops, and when the message comes", async () => {
    const { clock, server, client, bot } = await opened();
    const type = (on: boolean) =>
      server.signal({ conversationId: "c1", type: "typing", data: { by: { kind: "bot" }, on } });
    type(true);
    await clock.advance(20);
    expect(client.state.thread?.live.typing).toEqual({ by: { kind: "bot" } });
    await clock.advance(5000);
    type(true);
    await clock.advance(5000);
    expect(client.state.thread?.live.typing).toBeDefined();
    await clock.advance(1100);
    expect(client.state.thread?.live.typing).toBeUndefined();
    type(true);
    await clock.advance(20);
    type(false);
    await clock.advance(20);
    expect(client.state.thread?.live.typing).toBeUndefined();
    type(true);
    await clock.advance(20);
    bot("c1", "来了");
    await clock.advance(20);
    expect(client.state.thread?.live.typing).toBeUndefined();
  });

  it("MD60 what the bot has written stands with its typing, is replaced or taken back, and goes with the message", async () => {
    const { clock, server, client, bot } = await opened();
    const type = (text?: string) =>
      server.signal({
        conversationId: "c1",
        type: "typing",
        data: { by: { kind: "bot" }, on: true, ...(text && { text }) },
      });
    const written = () => client.state.thread?.live.typing?.text;
    type("您好。");
    await clock.advance(20);
    expect(written()).toBe("您好。");
    type("您好。有货。");
    await clock.advance(20);
    expect(written()).toBe("您好。有货。");
    type();
    await clock.advance(20);
    expect(client.state.thread?.live.typing).toEqual({ by: { kind: "bot" } });
    type("您好。");
    await clock.advance(20);
    bot("c1", "您好。有货。");
    await clock.advance(20);
    expect(client.state.thread?.live.typing).toBeUndefined();
  });

  it("CL33 the place in the queue is shown while it waits and no longer", async () => {
    const { clock, server, client } = await opened();
    void client.requestHandoff();
    await clock.advance(50);
    server.signal({ conversationId: "c1", type: "queue.place", data: { ahead: 1, waitMinutes: 3 } });
    await clock.advance(20);
    expect(client.state.thread?.live.queue).toEqual({ ahead: 1, waitMinutes: 3 });
    server.append("c1", { kind: "agent" }, { type: "agent.joined", data: { agentId: "a1", name: "小林" } });
    await clock.advance(20);
    expect(client.state.thread?.live.queue).toBeUndefined();
  });

  it("CL34 typing is said at most once in two seconds, and its end once", async () => {
    const { clock, server, client } = await opened();
    for (let i = 0; i < 30; i++) {
      client.typing(true);
      await clock.advance(100);
    }
    client.typing(false);
    client.typing(false);
    expect(server.signals.map((signal) => signal.data.on)).toEqual([true, true, false]);
  });

  it("CL35 reading is said once for each new number, and after a reconnect where it could not be said", async () => {
    const { clock, server, client, cut, bot } = await opened();
    const reads = () => server.received.filter((message) => message.type === "message.read");
    client.read();
    bot("c1", "一");
    await clock.advance(50);
    client.read();
    client.read();
    await clock.advance(50);
    client.read();
    await clock.advance(50);
    expect(reads().map((message) => message.input)).toEqual([{ seq: 2 }]);
    expect(client.state.thread?.view.summary.unread.shopper).toBe(0);
    bot("c1", "二");
    await clock.advance(50);
    server.isDown = true;
    cut();
    client.read();
    server.isDown = false;
    await clock.advance(1000);
    expect(reads()).toHaveLength(2);
    expect(client.state.thread?.view.summary.unread.shopper).toBe(0);
  });

  it("CL36 a command given while there is no connection is refused at once as unavailable", async () => {
    const { clock, server, client, cut } = await opened();
    server.isDown = true;
    cut();
    expect(await client.rate(5)).toMatchObject({ ok: false, error: { code: "unavailable" } });
    await clock.advance(10);
    expect(texts(client.state.thread?.view)).toEqual([]);
  });
});
