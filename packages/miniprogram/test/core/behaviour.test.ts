import { afterAll, beforeAll, expect, test } from "vitest";
import { agent } from "../../../server/test/support/people.ts";
import type { RunningApp } from "../support/phone.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Batch = { events: { type: string; data: object }[] };
const batches = ({ wx }: RunningApp) =>
  wx.requests.filter(({ path }) => path === "/v1/behaviours").map(({ body }) => (body as Batch).events);

/** What the shop's agents are told that the shopper did, the first first. */
async function told({ yiwen }: RunningApp): Promise<object[]> {
  await yiwen.client.open();
  const desk = await agent(world.booted, world.shop);
  const page = await desk.open({}, yiwen.client.state.thread?.view.summary.id);
  const { behaviours } = (page as unknown as { shopper: { behaviours: { type: string; data: object }[] } }).shopper;
  return behaviours.map(({ type, data }) => ({ type, ...data })).reverse();
}

test("MP15 what the shopper does reaches the agents, in one request when the app is hidden", async () => {
  const app = await world.phone().start();
  const { behaviour } = app.yiwen;
  behaviour.page("pages/index/index", { title: "首页" });
  behaviour.product("hoodie");
  behaviour.addToCart("hoodie", { quantity: 2 });
  behaviour.share({ path: "pages/product/product", productId: "hoodie" });
  behaviour.stay(1234.5, { path: "pages/index/index" });
  expect(batches(app)).toEqual([]);
  app.wx.hideApp();
  await expect.poll(() => batches(app).length).toBe(1);
  app.wx.showApp();
  await expect
    .poll(() => told(app))
    .toEqual([
      { type: "page", path: "pages/index/index", title: "首页" },
      { type: "product", productId: "hoodie" },
      { type: "addToCart", productId: "hoodie", quantity: 2 },
      { type: "share", path: "pages/product/product", productId: "hoodie" },
      { type: "stay", path: "pages/index/index", ms: 1235 },
    ]);
});

test("MP15 what waits is sent after ten seconds, or at once when it is twenty", async () => {
  const app = await world.phone().start();
  app.yiwen.behaviour.page("a");
  app.clock.skip(9000);
  expect(batches(app)).toEqual([]);
  app.clock.skip(1000);
  await expect.poll(() => batches(app).length).toBe(1);
  await expect.poll(() => told(app)).toHaveLength(1);
  for (let i = 0; i < 20; i++) app.yiwen.behaviour.page(`b${i}`);
  await expect.poll(() => batches(app).length).toBe(2);
  expect(batches(app)[1]).toHaveLength(20);
});

test("MP16 without a network nothing is lost, and tries become rare; a killed app sends it the next time, once", async () => {
  const phone = world.phone();
  const first = await phone.start();
  await first.yiwen.client.open();
  world.network.down();
  for (let i = 0; i < 3; i++) first.yiwen.behaviour.page(`p${i}`);
  const at = first.clock.now();
  first.clock.skip(10_000);
  await expect.poll(() => batches(first).length).toBe(1);
  await expect
    .poll(() => {
      first.clock.skip(5000);
      return batches(first).length;
    })
    .toBe(2);
  expect(first.clock.now() - at).toBeGreaterThanOrEqual(30_000);
  phone.kill();
  world.network.up();
  const second = await phone.start();
  await expect
    .poll(() => {
      second.clock.skip(10_000);
      return batches(second).length;
    })
    .toBe(1);
  await expect.poll(() => told(second)).toMatchObject([{ path: "p0" }, { path: "p1" }, { path: "p2" }]);
  const third = await phone.start();
  third.clock.skip(3_600_000);
  expect(await told(third)).toHaveLength(3);
  expect(batches(third)).toEqual([]);
});

test("MP16 no call throws or waits, with a phone that has no storage either", async () => {
  const phone = world.phone();
  phone.state.isFull = true;
  const app = await phone.start();
  app.wx.setStorage = () => {
    throw new Error("broken");
  };
  const { behaviour } = app.yiwen;
  for (let i = 0; i < 700; i++) behaviour.page(`p${i}`);
  behaviour.stay(Number.NaN);
  behaviour.product(undefined as unknown as string);
  app.wx.hideApp();
  await expect.poll(() => batches(app).flat().length).toBeGreaterThan(0);
  expect(batches(app).every((events) => events.length <= 100)).toBe(true);
});

test("MP17 a tracked page tells when it is seen, for how long, and that it was shared; its own methods run as before", async () => {
  const app = await world.phone().start();
  const calls: unknown[] = [];
  const page = app.core.trackPage(
    {
      route: "pages/product/product",
      data: { price: 1 },
      onLoad(query: { id?: string }) {
        calls.push(["load", query.id]);
      },
      onShow() {
        calls.push(["show", this.data.price]);
      },
      onShareAppMessage: () => ({ title: "看看" }),
    },
    { productId: (query) => query.id },
  ) as unknown as Record<
    "onLoad" | "onShow" | "onHide" | "onUnload" | "onShareAppMessage",
    (query?: object) => unknown
  >;
  page.onLoad({ id: "thermos" });
  page.onShow();
  expect(page.onShareAppMessage()).toEqual({ title: "看看" });
  app.clock.skip(5000);
  page.onHide();
  page.onUnload();
  app.wx.hideApp();
  await expect.poll(() => batches(app)).toHaveLength(1);
  const [events] = batches(app);
  expect(events?.map(({ type }) => type)).toEqual(["page", "product", "share", "stay"]);
  expect(events?.[3]?.data).toMatchObject({ path: "pages/product/product", productId: "thermos" });
  expect(events?.[3]?.data).toHaveProperty(
    "ms",
    expect.toSatisfy((ms: number) => ms >= 5000),
  );
  expect(calls).toEqual([
    ["load", "thermos"],
    ["show", 1],
  ]);
  expect(app.core.trackPage({})).not.toHaveProperty("onShareAppMessage");
});

test("MP17 a page's own methods run also where there is no instance", async () => {
  const app = await world.phone().start();
  app.yiwen.close();
  const page = app.core.trackPage({ onShow: () => "own" });
  expect(page.onShow()).toBe("own");
});
