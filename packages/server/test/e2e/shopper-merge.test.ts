import type { OpenReply } from "@yiwen/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Speaker, speak } from "../../src/cli/speaker.ts";
import type { Shop } from "../../src/ports/directory.ts";
import type { Booted } from "../support/boot.ts";
import { agent, type Person, sameShopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";
import { addWeapp, bootWithWechat, identityOf, session } from "../support/weapp.ts";
import { codeFor, type ScriptedWechat } from "../support/wechat-server.ts";

let booted: Booted;
let api: ScriptedWechat;
let close: () => Promise<void>;
let shop: Shop;
beforeAll(async () => {
  ({ booted, api, close } = await bootWithWechat());
});
afterAll(() => close());

let people = 0;
const someone = () => `o-${++people}`;

type Visitor = Person<"shopper"> & { shopperId: string; resume: string };

/** Signs in over HTTP and connects. */
async function arrive(body: object): Promise<Visitor> {
  const { token, shopperId, resume } = await session(booted, shop, body);
  return { ...(await sameShopper(booted, { token, shopId: shop.id })), shopperId, resume };
}

/** Another shop each time, so that lists hold one story only. */
async function freshShop(): Promise<void> {
  shop = await openShop(booted);
  await addWeapp(booted, api, shop);
}

const ended = (person: Speaker<"shopper">) =>
  new Promise<void>((resolve) => {
    if (!person.socket.connected) resolve();
    person.socket.once("disconnect", () => resolve());
  });

const refusedWith = (token: string) =>
  speak(booted.url, "shopper", token).then(
    () => "let in",
    (error: { code?: string }) => error.code,
  );

test("WX12 what an anonymous browser wrote is the verified shopper's once they sign in, and the agents see who it is", async () => {
  await freshShop();
  const identity = await identityOf(booted, shop, "lin");
  const nobody = await arrive({ channel: "web" });
  await nobody.open({ consult: { productId: "hoodie" } });
  await nobody.says("有L码吗");
  const { id } = nobody.view().summary;
  const xiaomei = await agent(booted, shop);
  await xiaomei.open({}, id);

  const lin = await arrive({ channel: "web", identity, resume: nobody.resume });
  const told = await xiaomei.seesEvent("shopper.identified");
  expect(told).toMatchObject({
    by: { kind: "system" },
    data: { shopperId: lin.shopperId, name: "小林", verified: true },
  });
  await xiaomei.isUpToDate();
  const inbox = await xiaomei.command("inbox.open", { filter: "all" });
  expect(inbox.ok && inbox.data.rows.map(({ shopper }) => shopper)).toEqual([
    { id: lin.shopperId, name: "小林", verified: true },
  ]);
  expect(await xiaomei.open({}, id)).toMatchObject({
    shopper: { id: lin.shopperId, verified: true, externalId: "lin", conversations: 1, orderIds: ["YW1001"] },
  });

  const page = await lin.open();
  expect(page.conversation).toMatchObject({ id, consult: { productId: "hoodie" } });
  expect(page.events.at(0)?.type).toBe("conversation.opened");
  await lin.says("白色的呢");
  await lin.isUpToDate();
  for (const one of [nobody, lin, xiaomei]) one.close();
});

test("WX12 the web and WeChat are one shopper's: the history of both, each channel with its own conversation", async () => {
  await freshShop();
  const openid = someone();
  const identity = await identityOf(booted, shop, "lin");
  const web = await arrive({ channel: "web", identity });
  await web.open();
  await web.says("你好");
  const before = await arrive({ code: codeFor(openid) });
  await before.open({ consult: { productId: "thermos" } });
  await before.says("能装多少水");

  const after = await arrive({ code: codeFor(openid), identity });
  expect(after.shopperId).toBe(web.shopperId);
  expect((await after.open()).conversation.id).toBe(before.view().summary.id);
  expect((await web.open()).conversation.id).not.toBe(before.view().summary.id);
  const xiaomei = await agent(booted, shop);
  const seen = await xiaomei.open({}, before.view().summary.id);
  expect((seen as OpenReply & { shopper: object }).shopper).toMatchObject({ id: web.shopperId, conversations: 2 });
  const orders = await after.command("catalog.read", { orderIds: ["YW1001"] });
  expect(orders.ok && orders.data.orders.YW1001?.id).toBe("YW1001");
  for (const one of [web, before, after, xiaomei]) one.close();
});

test("WX14 the sockets and the token of who turned out to be another end, and signing in again is all it takes", async () => {
  await freshShop();
  const openid = someone();
  const identity = await identityOf(booted, shop, "lin");
  const before = await arrive({ code: codeFor(openid) });
  await before.open();
  await before.says("你好");
  const gone = ended(before);
  const after = await arrive({ code: codeFor(openid), identity });
  await gone;
  expect(await refusedWith(before.token)).toBe("token_expired");
  // Not even over HTTP is the old token the other's.
  const reply = await fetch(`${booted.url}/v1/behaviours`, {
    method: "POST",
    headers: { authorization: `Bearer ${before.token}`, "content-type": "application/json" },
    body: JSON.stringify({ events: [{ id: "b1", type: "page", at: booted.clock.now(), data: {} }] }),
  });
  expect(((await reply.json()) as { error: object }).error).toMatchObject({ code: "token_expired" });
  expect((await after.open()).conversation.id).toBe(before.view().summary.id);
  after.close();
});

test("WX14 a command that another node still takes for who is no more is token_expired, and opens nothing", async () => {
  await freshShop();
  const openid = someone();
  const before = await arrive({ code: codeFor(openid) });
  await before.open();
  // As on a node that was not told: the shoppers become one in the store alone.
  const { directory, ids, clock } = booted.deps;
  const { appId = "" } = (await directory.wechatApp(shop.id)) ?? {};
  const fresh = { shop: shop.id, id: ids(), createdAt: clock.now() };
  const { shopper } = await directory.recognise(shop.id, { externalId: "lin", wechat: { appId, openid } }, fresh);
  const said = await before.tries("message.send", { content: { kind: "text", text: "还在吗" } });
  expect(said).toMatchObject({ ok: false, error: { code: "token_expired" } });
  const opened = await before.command("conversation.open", { fresh: true });
  expect(opened).toMatchObject({ ok: false, error: { code: "token_expired" } });
  expect(
    await booted.deps.store.latest({ shop: shop.id, shopper: before.shopperId, channel: "weapp" }),
  ).toBeUndefined();
  expect((await booted.deps.store.load(shop.id, before.view().summary.id))?.shopper.id).toBe(shopper.id);
  before.close();
});

test("WX14 what was sent under the old name and is sent again under the new one is said once", async () => {
  await freshShop();
  const openid = someone();
  const before = await arrive({ code: codeFor(openid) });
  await before.open();
  const body = { content: { kind: "text", text: "有货吗" } };
  const first = await before.tries("message.send", body, "cmd-1");
  const after = await arrive({ code: codeFor(openid), identity: await identityOf(booted, shop, "lin") });
  await after.open();
  expect(await after.tries("message.send", body, "cmd-1")).toEqual(first);
  expect(await after.tries("message.send", { content: { kind: "text", text: "别的" } }, "cmd-1")).toMatchObject({
    error: { code: "command_id_reused" },
  });
  await after.isUpToDate();
  expect(after.view().summary.asked).toBe(1);
  after.close();
});

test("WX13 where both have an open conversation on a channel, the one with a human stays and the other is closed", async () => {
  await freshShop();
  const openid = someone();
  const identity = await identityOf(booted, shop, "lin");
  const known = await arrive({ identity });
  await known.open();
  await known.says("你好");
  await known.does("handoff.request");
  const xiaomei = await agent(booted, shop);
  await xiaomei.open({}, known.view().summary.id);
  await xiaomei.does("conversation.takeOver");

  const nobody = await arrive({ code: codeFor(openid) });
  await nobody.open();
  await nobody.says("另一件事");
  const after = await arrive({ code: codeFor(openid), identity });
  expect((await after.open()).conversation).toMatchObject({ id: known.view().summary.id, floor: "human" });
  const old = await booted.deps.store.load(shop.id, nobody.view().summary.id);
  expect(old?.views.everyone).toMatchObject({ floor: "closed", closed: { resolution: "unresolved" } });
  expect(old?.shopper.id).toBe(known.shopperId);
  await xiaomei.does("message.send", { content: { kind: "text", text: "您好，我是小美" } });
  await after.isUpToDate();
  for (const one of [known, after, xiaomei]) one.close();
});

test("WX13 who waited keeps the place in the queue and is told of it under the new name", async () => {
  await freshShop();
  const openid = someone();
  const nobody = await arrive({ code: codeFor(openid) });
  await nobody.open();
  await nobody.says("你好");
  await nobody.does("handoff.request");
  const gone = ended(nobody);
  const after = await arrive({ code: codeFor(openid), identity: await identityOf(booted, shop, "lin") });
  await gone;
  expect((await after.open()).queue).toMatchObject({ ahead: 0 });
  const other = await arrive({ code: codeFor(someone()) });
  await other.open();
  await other.does("handoff.request");
  await after.isUpToDate();
  booted.clock.advance(300);
  expect(await after.seesSignal(({ type }) => type === "queue.place")).toMatchObject({ data: { ahead: 0 } });
  const xiaomei = await agent(booted, shop);
  const inbox = await xiaomei.command("inbox.open", { filter: "queue" });
  expect(inbox.ok && inbox.data.rows.map(({ shopper }) => shopper.name)).toEqual(["小林", undefined]);
  for (const one of [after, other, xiaomei]) one.close();
});

test("WX17 what is kept of a shopper beside the conversations is the other's: pictures, behaviour, granted messages, coupons", async () => {
  await freshShop();
  const { behaviours, subscriptions, uploads, store, clock } = booted.deps;
  const openid = someone();
  const identity = await identityOf(booted, shop, "lin");
  const known = await session(booted, shop, { channel: "web", identity });
  const nobody = await session(booted, shop, { code: codeFor(openid) });
  const seen = (id: string, at: number) => ({ id, type: "product" as const, at, data: { productId: "hoodie" } });
  await behaviours.save(shop.id, known.shopperId, [seen("b1", 1), seen("both", 2)]);
  await behaviours.save(shop.id, nobody.shopperId, [seen("both", 2), seen("b3", 3)]);
  await subscriptions.grant(shop.id, known.shopperId, "t1");
  await subscriptions.grant(shop.id, nobody.shopperId, "t1");
  await subscriptions.grant(shop.id, nobody.shopperId, "t2");
  const picture = { shop: shop.id, id: `up-${openid}`, mime: "image/png", size: 1, width: 1, height: 1 };
  const owner = { kind: "shopper" as const, id: nobody.shopperId };
  await uploads.create({ ...picture, owner, status: "ready", createdAt: clock.now() });

  const { shopperId } = await session(booted, shop, { code: codeFor(openid), identity });
  expect(shopperId).toBe(known.shopperId);
  expect((await behaviours.latest(shop.id, shopperId, 10)).map(({ id }) => id)).toEqual(["b3", "both", "b1"]);
  expect(await subscriptions.grant(shop.id, shopperId, "t1")).toBe(3);
  expect(await subscriptions.grant(shop.id, shopperId, "t2")).toBe(2);
  expect((await uploads.find(shop.id, picture.id))?.owner.id).toBe(shopperId);
  expect(await behaviours.latest(shop.id, nobody.shopperId, 10)).toEqual([]);
  expect(await store.conversationsOf(shop.id, nobody.shopperId)).toBe(0);
  expect(await store.couponsOf(shop.id, nobody.shopperId)).toEqual([]);
});

test("WX11 a message that is being stored while the shoppers become one is neither lost nor doubled", async () => {
  await freshShop();
  const identity = await identityOf(booted, shop, "lin");
  for (let round = 0; round < 5; round++) {
    const openid = someone();
    const before = await arrive({ code: codeFor(openid) });
    await before.open({ fresh: true });
    const { id } = before.view().summary;
    const command = { content: { kind: "text", text: `第${round}次` } };
    const [, after] = await Promise.all([
      Promise.race([before.tries("message.send", command, `race-${round}`), ended(before)]),
      arrive({ code: codeFor(openid), identity }),
    ]);
    const again = await after.command("message.send", command, { conversationId: id, id: `race-${round}` });
    const state = await booted.deps.store.load(shop.id, id);
    expect(state?.shopper.id).toBe(after.shopperId);
    // Where an earlier round's conversation stayed open, this one was closed: what got through before is kept.
    if (again.ok) expect(state?.views.everyone.asked).toBe(1);
    else expect(again.error.code).toBe("conversation_closed");
    before.close();
    after.close();
  }
});
