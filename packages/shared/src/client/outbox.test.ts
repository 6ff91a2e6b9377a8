import { describe, expect, it } from "vitest";
import { createHarness, shown, texts } from "../../test/harness.ts";
import { refuse } from "../result.ts";
import { createShopperClient } from "./shopper-client.ts";
import type { ClientStorage } from "./types.ts";

const sends = (server: { received: { type: string; id: string; input?: unknown }[] }) =>
  server.received.filter((message) => message.type === "message.send");

describe("outbox", () => {
  it("CL1 messages are stored in the order they were written, one on its way at a time", async () => {
    const { clock, server, shopper } = createHarness();
    const { client } = shopper();
    void client.open();
    await clock.advance(100);
    let inFlight = 0;
    server.intercept = (message) => {
      if (message.type === "message.send") inFlight = sends(server).length - texts(client.state.thread?.view).length;
      return undefined;
    };
    for (const text of ["一", "二", "三"]) client.send(text);
    expect(shown(client.state)).toEqual(["[一]", "[二]", "[三]"]);
    await clock.advance(15);
    expect(inFlight).toBe(1);
    expect(sends(server)).toHaveLength(1);
    await clock.advance(200);
    expect(shown(client.state)).toEqual(["一", "二", "三"]);
    expect(client.state.pending).toEqual([]);
  });

  it("CL2 what was written before there was a conversation waits, and is sent into it once it opens", async () => {
    const { clock, server, shopper } = createHarness();
    server.isDown = true;
    const { client } = shopper();
    void client.open();
    client.send("在吗");
    await clock.advance(3000);
    expect(client.state.thread).toBeUndefined();
    expect(client.state.pending).toMatchObject([{ conversationId: "", status: "sending" }]);
    server.isDown = false;
    await clock.advance(20_000);
    expect(shown(client.state)).toEqual(["在吗"]);
  });

  it("CL3 what was written offline survives a reload and is sent once, in order", async () => {
    const { clock, server, shopper } = createHarness();
    const first = shopper();
    void first.client.open();
    await clock.advance(100);
    server.isDown = true;
    first.cut();
    first.client.send("第一句");
    first.client.send("第二句");
    await clock.advance(1000);
    first.client.close();
    expect([...first.storage.values.keys()].every((key) => key.startsWith("yiwen:s1:outbox:"))).toBe(true);
    expect(first.storage.values.size).toBe(2);
    server.isDown = false;
    const second = shopper(first.storage);
    void second.client.open();
    second.client.send("第三句");
    await clock.advance(500);
    expect(shown(second.client.state)).toEqual(["第一句", "第二句", "第三句"]);
    expect(sends(server)).toHaveLength(3);
    expect(first.storage.values.size).toBe(0);
  });

  it("CL4 a message whose ack was lost is sent again with the same id and shown once", async () => {
    const { clock, server, shopper } = createHarness();
    const { client, cut } = shopper();
    void client.open();
    await clock.advance(100);
    server.losesAck = (message) => message.type === "message.send" && sends(server).length === 1;
    server.drops = () => true;
    const id = client.send("多少钱");
    await clock.advance(12);
    cut();
    server.drops = undefined;
    await clock.advance(100);
    expect(sends(server).map((message) => message.id)).toEqual([id, id]);
    expect(shown(client.state)).toEqual(["多少钱"]);
  });

  it("CL5 a connection on which an ack stays out is given up, and the message is sent again", async () => {
    const { clock, server, shopper } = createHarness();
    const { client } = shopper();
    void client.open();
    await clock.advance(100);
    server.losesAck = (message) => message.type === "message.send" && sends(server).length === 1;
    server.drops = () => true;
    client.send("多少钱");
    await clock.advance(14_000);
    expect(shown(client.state)).toEqual(["[多少钱]"]);
    server.drops = undefined;
    await clock.advance(2000);
    expect(shown(client.state)).toEqual(["多少钱"]);
    expect(client.state.connection).toBe("online");
  });

  it("CL6 an event that comes before its ack removes the pending message", async () => {
    const { clock, server, shopper } = createHarness();
    const { client, storage } = shopper();
    void client.open();
    await clock.advance(100);
    server.losesAck = (message) => message.type === "message.send";
    client.send("你好");
    await clock.advance(100);
    expect(shown(client.state)).toEqual(["你好"]);
    expect(storage.values.size).toBe(0);
  });

  it("CL7 an acked message stays shown until its event is, and a late event is fetched", async () => {
    const { clock, server, shopper } = createHarness();
    const { client, storage } = shopper();
    void client.open();
    await clock.advance(100);
    const seen: string[][] = [];
    client.subscribe((state) => seen.push(shown(state)));
    server.drops = () => true;
    client.send("你好");
    await clock.advance(1000);
    expect(shown(client.state)).toEqual(["[你好]"]);
    expect(storage.values.size).toBe(0);
    await clock.advance(2000);
    expect(shown(client.state)).toEqual(["你好"]);
    expect(seen.every((state) => state.length === 1)).toBe(true);
  });

  it("CL7 what is acked before the thread is there stays shown until it stands in it", async () => {
    const { clock, server, shopper } = createHarness();
    const first = shopper();
    void first.client.open();
    await clock.advance(100);
    server.isDown = true;
    first.cut();
    first.client.send("一");
    first.client.send("二");
    await clock.advance(100);
    first.client.close();
    server.isDown = false;
    const { client } = shopper(first.storage);
    const looks: string[] = [];
    client.subscribe((state) => looks.push(shown(state).join().replace(/[[\]]/g, "")));
    let isFirst = true;
    server.losesAck = ({ type }) => {
      const isLost = isFirst && type === "conversation.open";
      if (isLost) isFirst = false;
      return isLost;
    };
    void client.open();
    await clock.advance(20_000);
    expect(shown(client.state)).toEqual(["一", "二"]);
    expect(looks.slice(looks.indexOf("一,二")).every((look) => look === "一,二")).toBe(true);
  });

  it("CL8 a retryable refusal is tried again with the same id after retryAfterMs", async () => {
    const { clock, server, shopper } = createHarness();
    const { client } = shopper();
    void client.open();
    await clock.advance(100);
    server.intercept = (message) =>
      message.type === "message.send" && sends(server).length === 1
        ? refuse("rate_limited", undefined, { retryAfterMs: 5000 })
        : undefined;
    const id = client.send("快点");
    await clock.advance(4900);
    expect(sends(server)).toHaveLength(1);
    expect(shown(client.state)).toEqual(["[快点]"]);
    await clock.advance(400);
    expect(sends(server).map((message) => message.id)).toEqual([id, id]);
    expect(shown(client.state)).toEqual(["快点"]);
  });

  it.each(["overloaded", "rate_limited", "unavailable"] as const)(
    "PT14 a message that has to wait (%s) says why, is sent again under its id by itself, and is lost by no reload",
    async (code) => {
      const { clock, server, shopper } = createHarness();
      const first = shopper();
      void first.client.open();
      await clock.advance(100);
      server.intercept = (message) =>
        message.type === "message.send" ? refuse(code, undefined, { retryAfterMs: 2000 }) : undefined;
      const id = first.client.send("有货吗");
      first.client.send("急");
      await clock.advance(1000);
      expect(first.client.state.pending).toMatchObject([
        { id, status: "sending", error: { code, retryAfterMs: 2000 } },
        { status: "sending" },
      ]);
      await clock.advance(4000);
      expect(sends(server).map((message) => message.id)).toEqual([id, id, id]);
      first.client.close();
      server.intercept = undefined;
      const { client } = shopper(first.storage);
      void client.open();
      await clock.advance(1000);
      expect(shown(client.state)).toEqual(["有货吗", "急"]);
      expect(new Set(sends(server).map((message) => message.id)).size).toBe(2);
      expect(client.state.pending).toEqual([]);
    },
  );

  it("PT14 a message that waited and is then refused for good has failed", async () => {
    const { clock, server, shopper } = createHarness();
    const { client } = shopper();
    void client.open();
    await clock.advance(100);
    server.intercept = (message) => {
      if (message.type !== "message.send") return undefined;
      return sends(server).length === 1
        ? refuse("overloaded", undefined, { retryAfterMs: 2000 })
        : refuse("conversation_closed");
    };
    client.send("有货吗");
    await clock.advance(5000);
    expect(client.state.pending).toMatchObject([{ status: "failed", error: { code: "conversation_closed" } }]);
    expect(sends(server)).toHaveLength(2);
  });

  it("CL9 a message refused for good is shown as failed, across a reload too, until it is discarded", async () => {
    const { clock, server, shopper } = createHarness();
    const { client, storage } = shopper();
    void client.open();
    await clock.advance(100);
    server.intercept = (message) => (message.type === "message.send" ? refuse("forbidden") : undefined);
    client.send("甲");
    await clock.advance(100);
    expect(shown(client.state)).toEqual(["[甲!]"]);
    expect(client.state.pending[0]?.error?.code).toBe("forbidden");
    client.close();
    const again = shopper(storage);
    void again.client.open();
    await clock.advance(100);
    expect(shown(again.client.state)).toEqual(["[甲!]"]);
    expect(sends(server)).toHaveLength(1);
    again.client.discard(again.client.state.pending[0]!.id);
    expect(again.client.state.pending).toEqual([]);
    expect(storage.values.size).toBe(0);
  });

  it("CL10 a retried message is a new command, since the old one has its answer", async () => {
    const { clock, server, shopper } = createHarness();
    const { client } = shopper();
    void client.open();
    await clock.advance(100);
    server.intercept = (message) => (message.type === "message.send" ? refuse("forbidden") : undefined);
    const id = client.send("甲");
    await clock.advance(100);
    server.intercept = undefined;
    client.retry(id);
    await clock.advance(100);
    expect(shown(client.state)).toEqual(["甲"]);
    expect(new Set(sends(server).map((message) => message.id)).size).toBe(2);
  });

  it("CL11 what a closed conversation refused can be retried into a fresh one", async () => {
    const { clock, server, shopper } = createHarness();
    const { client } = shopper();
    void client.open();
    await clock.advance(100);
    server.drops = () => true;
    server.append("c1", { kind: "agent" }, { type: "conversation.closed", data: { resolution: "resolved" } });
    const id = client.send("还有个问题");
    await clock.advance(100);
    expect(client.state.pending).toMatchObject([{ status: "failed", error: { code: "conversation_closed" } }]);
    server.drops = undefined;
    void client.open({ fresh: true });
    await clock.advance(100);
    expect(client.state.thread?.view.summary.id).toBe("c2");
    expect(shown(client.state)).toEqual(["[还有个问题!]"]);
    client.retry(id);
    await clock.advance(100);
    expect(shown(client.state)).toEqual(["还有个问题"]);
    expect(texts({ ...client.state.thread!.view, events: server.logs.get("c1")!.events })).toEqual([]);
  });

  it("CL12 two clients on one storage send each message once and show the same", async () => {
    const { clock, server, shopper } = createHarness();
    const one = shopper();
    void one.client.open();
    await clock.advance(100);
    server.isDown = true;
    one.cut();
    one.client.send("甲");
    one.client.send("乙");
    const two = shopper(one.storage);
    void two.client.open();
    await clock.advance(10);
    expect(two.client.state.pending).toHaveLength(2);
    two.client.send("丙");
    server.isDown = false;
    await clock.advance(60_000);
    expect(shown(one.client.state).toSorted()).toEqual(["丙", "乙", "甲"].toSorted());
    expect(shown(two.client.state)).toEqual(shown(one.client.state));
    expect(one.storage.values.size).toBe(0);
  });

  it("CL13 a text that is empty or over 4,000 characters is a RangeError, not a message", () => {
    const { shopper } = createHarness();
    const { client } = shopper();
    expect(() => client.send("  ")).toThrow(RangeError);
    expect(() => client.send("字".repeat(4001))).toThrow(RangeError);
    expect(client.state.pending).toEqual([]);
  });

  it("CL56 a picture that was sent up goes the way of every message, across a reload too", async () => {
    const { clock, server, shopper } = createHarness();
    const first = shopper();
    void first.client.open();
    await clock.advance(100);
    server.isDown = true;
    first.cut();
    first.client.send({ kind: "image", uploadId: "u1" });
    first.client.send("就是这里");
    expect(shown(first.client.state)).toEqual(["[image]", "[就是这里]"]);
    first.client.close();
    server.isDown = false;
    const second = shopper(first.storage);
    void second.client.open();
    await clock.advance(500);
    const sent = second.client.state.thread?.view.events.flatMap((event) =>
      event.type === "message.sent" ? [event.data.content] : [],
    );
    expect(sent).toEqual([
      { kind: "image", uploadId: "u1", width: 800, height: 600 },
      { kind: "text", text: "就是这里" },
    ]);
    expect(sends(server).map(({ input }) => input)[0]).toEqual({ content: { kind: "image", uploadId: "u1" } });
  });

  it("CL14 storage that fails or holds rubbish stops no message", async () => {
    const { clock, server, shopper } = createHarness();
    const { client, storage } = shopper();
    storage.set("yiwen:s1:outbox:a", "{not json");
    storage.set("yiwen:s1:outbox:b", "null");
    storage.set = () => {
      throw new Error("quota");
    };
    void client.open();
    client.send("你好");
    await clock.advance(200);
    expect(shown(client.state)).toEqual(["你好"]);
    expect(sends(server)).toHaveLength(1);
  });

  it("CL51 storage that answers later keeps the order: nothing new is sent before what is stored was read", async () => {
    const { clock, server, random, world } = createHarness();
    const { storage, clientWorld } = world("shopper");
    const later = <T>(read: () => T) => new Promise<T>((done) => clock.after(500, () => done(read())));
    const slow: ClientStorage = {
      keys: (prefix) => later(() => storage.keys(prefix)),
      get: (key) => later(() => storage.get(key)),
      set: storage.set,
      remove: storage.remove,
    };
    const text = (value: string) =>
      JSON.stringify({ conversationId: "", content: { kind: "text", text: value }, at: 1, status: "sending" });
    storage.set("yiwen:s1:outbox:001", text("旧的一"));
    storage.set("yiwen:s1:outbox:002", text("旧的二"));
    const client = createShopperClient({ ...clientWorld, storage: slow, random });
    void client.open();
    client.send("新的");
    await clock.advance(100);
    client.reconnectNow();
    await clock.advance(5000);
    expect(shown(client.state)).toEqual(["旧的一", "旧的二", "新的"]);
    expect(sends(server)).toHaveLength(3);
    expect(storage.values.size).toBe(0);
  });

  it("CL52 what is unsent goes along when the renewed token is for another scope", async () => {
    const { clock, server, session, shopper } = createHarness();
    const { client, cut, storage } = shopper();
    void client.open();
    await clock.advance(100);
    server.isDown = true;
    cut();
    client.send("还没发出");
    await clock.advance(20);
    server.isDown = false;
    server.tokens = new Set(["token-2"]);
    Object.assign(session, { token: "token-2", scope: "s2" });
    server.intercept = () =>
      session.asked.length > 1 ? refuse("overloaded", undefined, { retryAfterMs: 60_000 }) : undefined;
    client.reconnectNow();
    await clock.advance(200);
    expect([...storage.values.keys()].map((key) => key.split(":")[1])).toEqual(["s2"]);
    server.intercept = undefined;
    await clock.advance(70_000);
    expect(shown(client.state)).toEqual(["还没发出"]);
  });

  it("CL55 what another tab discarded is not sent from this one", async () => {
    const { clock, server, shopper } = createHarness();
    const one = shopper();
    void one.client.open();
    await clock.advance(100);
    server.isDown = true;
    one.cut();
    const id = one.client.send("不发了");
    const two = shopper(one.storage);
    void two.client.open();
    await clock.advance(10);
    expect(two.client.state.pending).toHaveLength(1);
    one.client.discard(id);
    server.isDown = false;
    await clock.advance(60_000);
    expect(sends(server)).toEqual([]);
    expect(two.client.state.pending).toEqual([]);
  });
});
