import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../../../test/support/agent.ts";
import { launch, openContext } from "../../../test/support/browser.ts";
import { screens, words } from "../../../test/support/words.ts";
import { measureWrites } from "../bench/measure.ts";
import { packageSizes } from "../test/runner/dist-files.ts";
import { consult, distOf, openExample } from "./support/shopper.ts";
import { startWorld, type World } from "./support/world.ts";

/** Bytes. */
const kB = 1000;

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const openShop = (language: "zh" | "en" = "zh") =>
  openExample(browser, "shop", world.url, { language, login: world.newLogin() });

test("MP77 the Taro shop's main package is at most 300 kB, and the native one's holds nothing of the chat", () => {
  const shop = packageSizes(distOf("shop"));
  const native = packageSizes(distOf("native"));
  expect(shop.main).toBeLessThanOrEqual(300 * kB);
  expect(native.main).toBeLessThanOrEqual(20 * kB);
  expect(native.packages.chat).toBeGreaterThan(0);
  expect(native.packages.chat).toBeLessThanOrEqual(240 * kB);
});

test("MP78 nothing is connected or signed in before somebody asks", async () => {
  const { phone } = await openShop();
  await phone.screen.locator(".card").first().waitFor();
  expect(await phone.drive("sockets")).toBe(0);
  const { calls } = await phone.records();
  expect(calls.filter(({ name }) => name === "login" || name === "connectSocket")).toEqual([]);
  await phone.close();
});

test("MP79 a list draws ten goods at first, and the next when its end comes near", async () => {
  const { phone } = await openShop();
  const cards = phone.screen.locator(".card");
  await cards.first().waitFor();
  expect(await cards.count()).toBe(10);
  await cards.last().scrollIntoViewIfNeeded();
  await expect.poll(() => cards.count()).toBeGreaterThan(10);
  await phone.close();
});

test("MP80 agents see what the shopper did on the way: pages, products, the cart", async () => {
  const shopper = await openShop();
  const { phone } = shopper;
  await phone.screen.locator(".card", { hasText: words.zh.product }).tap();
  await phone.screen.locator(".buy-add").tap();
  await phone.screen.locator("button:visible", { hasText: words.zh.consult }).tap();
  await shopper.hears("bot", words.zh.greeting);
  await shopper.writes(words.zh.askSize);
  await shopper.hears("bot", words.zh.sizeL);
  await phone.drive("hide");
  await expect
    .poll(
      async () =>
        (await phone.records()).calls.filter(({ options }) => String(options.url).endsWith("/v1/behaviours")).length,
    )
    .toBeGreaterThan(0);

  const agent = await signIn(await openContext(browser, "zh"), world.url, "zh");
  await agent.page.locator(".filter", { hasText: screens.zh.console.filters.all }).click();
  await agent.page.locator(".row", { hasText: words.zh.product }).first().click();
  await agent.page.locator(".pane--shopper", { hasText: "加购" }).waitFor();
  await agent.page.context().close();
  await phone.close();
});

test("MP81 who comes back after the app was killed finds the conversation as it was", async () => {
  const shopper = await openShop();
  await consult(shopper, "zh");
  await shopper.writes(words.zh.askSize);
  await shopper.hears("bot", words.zh.sizeL);
  await shopper.phone.restart();
  await consult(shopper, "zh");
  await shopper.hears("bot", words.zh.sizeL);
  expect(await shopper.bubbles("shopper").allInnerTexts()).toEqual([words.zh.askSize]);
  expect((await shopper.phone.records()).errors).toEqual([]);
  await shopper.phone.close();
});

test("MP82 a new line costs at most 700 bytes of setData, and twenty older ones at most 12 kB", async () => {
  const { append, prepend, prepended } = await measureWrites(browser, world, 70);
  expect(append).toBeLessThanOrEqual(700);
  expect(prepended).toBeGreaterThan(0);
  expect((prepend / prepended) * 20).toBeLessThanOrEqual(12 * kB);
});
