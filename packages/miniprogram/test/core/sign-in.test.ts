import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop } from "../../../server/test/support/shop.ts";
import { identityOf } from "../support/identity.ts";
import { isOnline, isSettled, ownTexts, sees } from "../support/looks.ts";
import { createWorld, type World } from "../support/world.ts";

const day = 24 * 60 * 60 * 1000;
const codeToSession = "/sns/jscode2session";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const signIns = (requests: { path: string }[]) => requests.filter(({ path }) => path === "/v1/sessions").length;

test("MP1 the core runs where the names of browsers, of Node and of newer language are missing, and requires nothing", async () => {
  const { core, yiwen, wx } = await world.phone().start();
  expect(Object.keys(core).sort()).toEqual(["createYiwen", "getYiwen", "limits", "trackPage"]);
  expect(await yiwen.client.open()).toMatchObject({ ok: true });
  expect(wx.misuses).toEqual([]);
});

test("MP1 a server without an absolute address is the developer's mistake, and said at once", async () => {
  await expect(world.phone().start({ server: "chat.example" })).rejects.toThrow("https address");
});

test("MP2 WeChat says who the shopper is: the same person on another phone has the same conversation", async () => {
  const [one, other] = [await world.phone("lin").start(), await world.phone("lin").start()];
  await one.yiwen.client.open();
  one.yiwen.client.send("有L码吗");
  await sees(one.yiwen, (state) => isSettled(state) && ownTexts(state).length > 0);
  await other.yiwen.client.open();
  expect(ownTexts(other.yiwen.client.state)).toEqual(["有L码吗"]);
});

test("MP2 a session is kept: a cold start asks nobody until it ends, and knows the shop", async () => {
  const phone = world.phone();
  const first = await phone.start();
  await first.yiwen.client.open();
  const again = await phone.start();
  expect(again.yiwen.shop).toMatchObject({ name: "山茶小铺", weapp: { contactFallback: false } });
  await again.yiwen.client.open();
  expect(signIns(again.wx.requests)).toBe(0);
  const late = await phone.start();
  late.clock.skip(day + 1);
  await late.yiwen.client.open();
  expect(signIns(late.wx.requests)).toBe(1);
});

test("MP2 a refused token is replaced by a new one, with a new code", async () => {
  const phone = world.phone();
  await (await phone.start()).yiwen.client.open();
  const key = [...phone.state.storage.keys()].find((name) => name.endsWith(":session"))!;
  phone.state.storage.set(key, phone.state.storage.get(key)!.replace(/"token":"[^"]+"/, '"token":"stale"'));
  const { yiwen, wx } = await phone.start();
  expect(await yiwen.client.open()).toMatchObject({ ok: true });
  expect(signIns(wx.requests)).toBe(1);
});

test("MP3 a code that WeChat does not know is replaced by a new one", async () => {
  const { yiwen, wx } = await world.phone().start();
  world.wechat.fail(codeToSession, 40029);
  expect(await yiwen.client.open()).toMatchObject({ ok: true });
  expect(signIns(wx.requests)).toBe(2);
});

test("MP3 a busy WeChat is asked again only when the time it named is over", async () => {
  const { yiwen, wx, clock } = await world.phone().start();
  world.wechat.fail(codeToSession, 45011);
  void yiwen.client.open();
  await sees(yiwen, ({ connection }) => connection === "offline");
  const before = signIns(wx.requests);
  clock.skip(500);
  expect(signIns(wx.requests)).toBe(before);
  clock.skip(60_000);
  await sees(yiwen, isOnline);
  expect(signIns(wx.requests)).toBe(before + 1);
});

test("MP3 a wx.login that fails is tried again later", async () => {
  const phone = world.phone();
  const { login } = phone.state;
  phone.state.login = () => ({ errMsg: "login:fail network" });
  const { yiwen } = await phone.start();
  void yiwen.client.open();
  await sees(yiwen, ({ connection }) => connection === "offline");
  phone.state.login = login;
  yiwen.client.reconnectNow();
  await sees(yiwen, isOnline);
});

test("MP3 a shop that is not there, or has no mini-program set up, is refused for good", async () => {
  const { publicKey } = await openShop(world.booted);
  for (const [shop, code] of [
    ["pk_nobody", "shop_not_found"],
    [publicKey, "wechat_not_configured"],
  ] as const) {
    const { yiwen, wx, clock } = await world.phone().start({ shop });
    expect(await yiwen.client.open()).toMatchObject({ ok: false, error: { code } });
    expect(yiwen.client.state).toMatchObject({ connection: "refused", refusedBecause: code });
    clock.skip(60_000);
    expect(signIns(wx.requests)).toBe(1);
  }
});

test("MP4 whom the shop vouches for signs in also when WeChat does not say who it is", async () => {
  const phone = world.phone();
  phone.state.login = () => ({ errMsg: "login:fail" });
  const { yiwen } = await phone.start({ identity: identityOf(world, "vouched") });
  expect(await yiwen.client.open()).toMatchObject({ ok: true });
});

test("MP4 another identity is another session in its own conversation; a newer word for the same person changes nothing", async () => {
  const phone = world.phone();
  const { yiwen, wx } = await phone.start({ identity: identityOf(world, "张三") });
  await yiwen.client.open();
  yiwen.client.send("我是张三");
  await sees(yiwen, (state) => isSettled(state) && ownTexts(state).length > 0);
  yiwen.setIdentity(identityOf(world, "张三", 7200));
  expect(yiwen.client.state.connection).toBe("online");
  expect(signIns(wx.requests)).toBe(1);
  phone.state.login = () => ({ errMsg: "login:fail" });
  yiwen.setIdentity(identityOf(world, "李四"));
  const state = await sees(yiwen, isSettled);
  expect(ownTexts(state)).toEqual([]);
  expect(signIns(wx.requests)).toBe(2);
});

test("MP4 who was nobody in particular keeps what is under way when the shop says who it is", async () => {
  const phone = world.phone();
  const { yiwen, wx } = await phone.start();
  await yiwen.client.open();
  yiwen.client.send("第一句");
  await sees(yiwen, (state) => isSettled(state) && ownTexts(state).length > 0);
  yiwen.client.send("第二句");
  const { person } = yiwen;
  yiwen.setIdentity(identityOf(world, "刚登录"));
  expect(ownTexts(yiwen.client.state)).toEqual(["第一句"]);
  expect(yiwen.client.state.pending).toMatchObject([{ content: { text: "第二句" } }]);
  const state = await sees(yiwen, (state) => isSettled(state) && ownTexts(state).length > 1);
  expect(ownTexts(state)).toEqual(["第一句", "第二句"]);
  expect(yiwen.person).toBe(person);
  expect(signIns(wx.requests)).toBe(2);
});

test("MP4 a sign-in that is under way is nobody's but of whom it was begun for", async () => {
  const { yiwen } = await world.phone().start({ identity: identityOf(world, "走开的") });
  void yiwen.client.open();
  yiwen.setIdentity(identityOf(world, "刚来的"));
  await sees(yiwen, isSettled);
  yiwen.client.send("我是刚来的");
  await sees(yiwen, (state) => isSettled(state) && ownTexts(state).length > 0);
  const other = await world.phone().start({ identity: identityOf(world, "刚来的") });
  await other.yiwen.client.open();
  expect(ownTexts(other.yiwen.client.state)).toEqual(["我是刚来的"]);
});

test("MP4 an identity that the host said once and says again signs nobody back in; news of it count, and that there is none", async () => {
  const { core, yiwen, wx, copy } = await world.phone().start({ identity: identityOf(world, "王五") });
  const options = { server: world.network.url, shop: world.shop.publicKey };
  const last = () => wx.requests.filter(({ path }) => path === "/v1/sessions").at(-1)?.body as { identity?: string };
  await yiwen.client.open();
  yiwen.setIdentity(undefined);
  await sees(yiwen, isSettled);
  const { person } = yiwen;
  core.createYiwen({ ...options, identity: identityOf(world, "王五") });
  (await copy()).createYiwen({ ...options, identity: identityOf(world, "王五") });
  expect(yiwen.person).toBe(person);
  expect(last().identity).toBeUndefined();
  core.createYiwen({ ...options, identity: identityOf(world, "赵六") });
  await sees(yiwen, isOnline);
  expect(last().identity).toBe(identityOf(world, "赵六"));
  core.createYiwen(options);
  expect(yiwen.person).toBe(person);
  core.createYiwen({ ...options, identity: undefined });
  expect(yiwen.person).toBe(person + 1);
});

test("MP5 an app has one instance, whoever asks for it from wherever", async () => {
  const { core, yiwen, copy } = await world.phone().start();
  const options = { server: world.network.url, shop: world.shop.publicKey };
  expect(core.getYiwen()).toBe(yiwen);
  expect(core.createYiwen({ ...options, locale: "en" })).toBe(yiwen);
  expect(yiwen.locale).toBe("en");
  expect((await copy()).getYiwen()).toBe(yiwen);
  expect((await copy()).createYiwen(options)).toBe(yiwen);
  yiwen.close();
  expect(core.getYiwen()).toBeUndefined();
});
