import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch } from "../../../test/support/browser.ts";
import { words } from "../../../test/support/words.ts";
import type { PhoneOptions } from "../test/runner/phone.ts";
import { createFlakyLine } from "./support/flaky-line.ts";
import { saveWeappSettings } from "./support/settings.ts";
import { consult, openExample, type WeappShopper } from "./support/shopper.ts";
import { startWorld, type World } from "./support/world.ts";

const picture = fileURLToPath(new URL("../../../examples/storefront/public/images/P1003.webp", import.meta.url));
const template = "reply-template";

let world: World;
let browser: Browser;
let shopper: WeappShopper | undefined;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launch()]);
  await saveWeappSettings(world.url, { replyTemplateId: template, contactFallback: true });
});
afterEach(async () => {
  await shopper?.phone.close();
  shopper = undefined;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** The native example, with the chat open. */
async function openChat(options: PhoneOptions = {}, url = world.url) {
  shopper = await openExample(browser, "native", url, { language: "zh", login: world.newLogin(), ...options });
  await consult(shopper, "zh");
  await shopper.hears("bot", words.zh.greeting);
  return { ...shopper, screen: shopper.phone.screen };
}

async function callsTo(name: string): Promise<unknown[]> {
  return ((await shopper?.phone.records())?.calls ?? []).filter((call) => call.name === name);
}

test("MP49 before the first picture the shopper is asked for consent; refused, nothing is chosen", async () => {
  const { screen } = await openChat({ privacyNeeded: true, album: [picture] });
  await screen.locator(".yw-attach").tap();
  await screen.locator(".yw-disagree").tap();
  await screen.locator(".yw-sheet").waitFor({ state: "detached" });
  expect(await screen.locator(".yw-photo").count()).toBe(0);
  await screen.locator(".yw-attach").tap();
  await screen.locator(".yw-agree").tap();
  await screen.locator(".yw-photo:not(.yw-is-sending) img").waitFor();
  expect(await callsTo("uploadFile")).toHaveLength(1);
});

test("MP50 whoever asks for a person is asked, in the same tap, whether WeChat may tell of the reply", async () => {
  const { screen } = await openChat();
  await screen.locator(".yw-ask-agent").tap();
  await screen.locator(".yw-queue .yw-notified").waitFor();
  expect(await callsTo("requestSubscribeMessage")).toEqual([
    { name: "requestSubscribeMessage", options: { tmplIds: [template] } },
  ]);
});

test("MP50 whoever said no can still say yes while they wait", async () => {
  const { screen } = await openChat({ subscribes: "reject" });
  await screen.locator(".yw-ask-agent").tap();
  await screen.locator(".yw-notify").tap();
  await expect.poll(async () => (await callsTo("requestSubscribeMessage")).length).toBe(2);
  await screen.locator(".yw-notify").waitFor();
});

test("MP51 a lost connection is said, with WeChat's own customer service after a while, and what was written is sent once it is back", async () => {
  const line = await createFlakyLine(world.url);
  const { screen, writes, bubbles } = await openChat({}, line.url);
  await line.close();
  await screen.locator(".yw-connection").waitFor();
  await writes(words.zh.askSize);
  await screen.locator(".yw-state.yw-is-sending").waitFor();
  await screen.locator(".yw-connection .yw-contact").tap();
  expect(await callsTo("button.contact")).toHaveLength(1);
  const again = await createFlakyLine(world.url, Number(new URL(line.url).port));
  await screen.locator(".yw-connection").waitFor({ state: "detached", timeout: 60_000 });
  await screen.locator(".yw-state").waitFor({ state: "detached" });
  expect(await bubbles("shopper").allInnerTexts()).toEqual([words.zh.askSize]);
  await again.close();
});

test("MP52 the keyboard lifts the composer and leaves the last words in sight", async () => {
  const { screen, phone } = await openChat();
  const bottomOf = async (selector: string) => {
    const box = await screen.locator(selector).last().boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  const before = await bottomOf(".yw-composer");
  await phone.drive("keyboard", 300);
  await expect.poll(() => bottomOf(".yw-composer")).toBeLessThanOrEqual(before - 290);
  const choices = screen.locator(".yw-choice").last();
  await expect.poll(async () => (await bottomOf(".yw-composer")) - (await bottomOf(".yw-choice"))).toBeGreaterThan(0);
  expect(await choices.isVisible()).toBe(true);
  await phone.drive("keyboard", 0);
  await expect.poll(() => bottomOf(".yw-composer")).toBe(before);
});

test("MP53 an answer's sources are titles until they are tapped; a link is copied", async () => {
  const { screen, writes } = await openChat();
  await writes("怎么退货");
  await screen.locator(".yw-sources-title").tap();
  await screen.locator(".yw-quote").waitFor();
  await writes("看这个 https://example.com/a?b=1 可以吗");
  await screen.locator(".yw-href").tap();
  await expect
    .poll(() => callsTo("setClipboardData"))
    .toEqual([{ name: "setClipboardData", options: { data: "https://example.com/a?b=1" } }]);
});
