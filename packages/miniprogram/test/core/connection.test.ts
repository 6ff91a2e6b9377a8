import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agent, type Person } from "../../../server/test/support/people.ts";
import { isOnline, isSettled, messages, ownTexts, sees } from "../support/looks.ts";
import type { RunningApp } from "../support/phone.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const isConnecting = ({ connection }: { connection: string }) => connection !== "online";

/** An app with its conversation open, and an agent who has it. */
async function talking(): Promise<RunningApp & { desk: Person<"agent">; says(text: string): Promise<unknown> }> {
  const app = await world.phone().start();
  await app.yiwen.client.open();
  const id = app.yiwen.client.state.thread?.view.summary.id;
  const desk = await agent(world.booted, world.shop);
  await desk.open({}, id);
  await desk.does("conversation.takeOver");
  await sees(app.yiwen, ({ thread }) => thread?.view.summary.floor === "human");
  return { ...app, desk, says: (text) => desk.says(text) };
}

const heard = (app: RunningApp, text: string) =>
  sees(app.yiwen, (state) =>
    messages(state).some(({ data }) => data.content.kind === "text" && data.content.text === text),
  );

test("MP6 a hidden app has no socket; shown again it shows what was sent meanwhile, and sends what was written", async () => {
  const app = await talking();
  app.wx.hideApp();
  await expect.poll(() => app.wx.tasks.size).toBe(0);
  await app.says("您还在吗");
  app.yiwen.client.send("在的");
  app.clock.skip(60_000);
  expect(app.wx.tasks.size).toBe(0);
  app.wx.showApp();
  await heard(app, "您还在吗");
  const state = await sees(app.yiwen, isSettled);
  expect(ownTexts(state)).toEqual(["在的"]);
  expect(app.wx.tasks.size).toBe(1);
  expect(app.wx.misuses).toEqual([]);
});

test("MP6 a question to the server that was under way is answered after the app is shown again, and done once", async () => {
  const app = await world.phone().start();
  await app.yiwen.client.open();
  const answer = app.yiwen.client.requestHandoff();
  app.wx.hideApp();
  app.clock.skip(600_000);
  app.wx.showApp();
  expect(await answer).toMatchObject({ ok: true });
  const { thread } = await sees(app.yiwen, ({ thread }) => thread?.view.summary.floor === "queued");
  expect(thread?.view.events.filter(({ type }) => type === "handoff.requested")).toHaveLength(1);
});

test("MP7 a server that has gone silent is given up, and what was missed is shown", async () => {
  const app = await talking();
  world.network.freeze();
  await app.says("听得到吗");
  app.clock.skip(36_000);
  await sees(app.yiwen, isConnecting);
  await heard(app, "听得到吗");
  expect(app.yiwen.client.state.connection).toBe("online");
});

test("MP7 on another network a new socket is made at once", async () => {
  const app = await talking();
  world.network.freeze();
  await app.says("换网络了");
  app.wx.changeNetwork({ isConnected: false, networkType: "none" });
  expect(app.yiwen.client.state.connection).toBe("online");
  app.wx.changeNetwork({ isConnected: true, networkType: "4g" });
  expect(app.yiwen.client.state.connection).toBe("connecting");
  await heard(app, "换网络了");
  const [task] = [...app.wx.tasks].slice(-1);
  app.wx.changeNetwork({ isConnected: true, networkType: "4g" });
  expect([...app.wx.tasks]).toContain(task);
  expect(app.yiwen.client.state.connection).toBe("online");
});

test("MP8 a message is stored once, however often the connection is cut while it is on its way", async () => {
  const { yiwen } = await world.phone().start();
  await yiwen.client.open();
  for (const text of ["一", "二", "三"]) {
    yiwen.client.send(text);
    world.network.cut();
    await sees(yiwen, isConnecting);
  }
  const state = await sees(yiwen, (state) => isSettled(state) && ownTexts(state).length === 3);
  expect(ownTexts(state)).toEqual(["一", "二", "三"]);
});

test("MP9 what was written without a network outlives the app, and is sent in order, once", async () => {
  const phone = world.phone();
  const first = await phone.start();
  await first.yiwen.client.open();
  world.network.down();
  await sees(first.yiwen, isConnecting);
  first.yiwen.client.send("没网时写的");
  first.yiwen.client.send("又一句");
  phone.kill();
  const second = await phone.start();
  void second.yiwen.client.open();
  const { pending } = await sees(second.yiwen, ({ pending }) => pending.length > 0);
  expect(pending.map(({ content }) => content)).toEqual([
    { kind: "text", text: "没网时写的" },
    { kind: "text", text: "又一句" },
  ]);
  world.network.up();
  second.yiwen.client.reconnectNow();
  expect(ownTexts(await sees(second.yiwen, isSettled))).toEqual(["没网时写的", "又一句"]);
  const third = await phone.start();
  await third.yiwen.client.open();
  expect(ownTexts(await sees(third.yiwen, isSettled))).toEqual(["没网时写的", "又一句"]);
});

test("MP9 storage that is full stops no message", async () => {
  const phone = world.phone();
  phone.state.isFull = true;
  const { yiwen } = await phone.start();
  yiwen.client.send("存不下");
  await yiwen.client.open();
  expect(ownTexts(await sees(yiwen, (state) => isSettled(state) && ownTexts(state).length > 0))).toEqual(["存不下"]);
});

test("MP6 the first showing, and another network while hidden, make no socket", async () => {
  const { yiwen, wx } = await world.phone().start();
  void yiwen.client.open();
  wx.showApp();
  await sees(yiwen, isOnline);
  wx.showApp();
  expect(wx.socketsAsked).toBe(1);
  wx.hideApp();
  wx.changeNetwork({ isConnected: true, networkType: "5g" });
  expect(yiwen.client.state.connection).toBe("connecting");
  expect(wx.socketsAsked).toBe(1);
  yiwen.show();
  await sees(yiwen, isOnline);
  expect(wx.socketsAsked).toBe(2);
});

test("MP10 no socket is closed before it is open, and none is left behind", async () => {
  const { yiwen, wx } = await world.phone().start();
  void yiwen.client.open();
  await expect.poll(() => wx.tasks.size).toBe(1);
  for (let i = 0; i < 20; i++) {
    wx.hideApp();
    wx.showApp();
  }
  await sees(yiwen, isOnline);
  await expect.poll(() => wx.tasks.size).toBe(1);
  wx.hideApp();
  await expect.poll(() => wx.tasks.size).toBe(0);
  expect(wx.misuses).toEqual([]);
});

test("MP11 an app that already has its five sockets gets through when one is free", async () => {
  const { yiwen, wx, clock } = await world.phone().start();
  const others = Array.from({ length: 5 }, () =>
    wx.connectSocket({ url: `${world.network.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket` }),
  );
  await expect.poll(() => [...wx.tasks].every(({ stage }) => stage === "open")).toBe(true);
  void yiwen.client.open();
  await sees(yiwen, ({ connection }) => connection === "offline");
  others[0]?.close({});
  await expect.poll(() => wx.tasks.size).toBe(4);
  clock.skip(60_000);
  await sees(yiwen, isOnline);
});

test("MP12 a server that sends binary is not ours: the connection ends", async () => {
  const http = createServer();
  const io = new Server(http, { transports: ["websocket"] });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  const phone = world.phone();
  const token = { token: "t", expiresAt: Number.MAX_SAFE_INTEGER, shopperId: "s", resume: "r", shop: { name: "n" } };
  phone.state.answer = () => ({ statusCode: 200, data: { ok: true, data: token } });
  const { yiwen, wx } = await phone.start({ server: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  io.of("/shopper").on("connection", (socket) => socket.emit("event", Buffer.from([1, 2, 3])));
  void yiwen.client.open();
  await sees(yiwen, isOnline);
  await sees(yiwen, isConnecting);
  phone.kill();
  expect(wx.misuses).toEqual([]);
  await io.close();
});
