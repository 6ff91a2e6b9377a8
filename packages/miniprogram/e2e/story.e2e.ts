import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentScreen, signIn } from "../../../test/support/agent.ts";
import { launch, openContext } from "../../../test/support/browser.ts";
import { screens, words } from "../../../test/support/words.ts";
import { belowEnd, consult, type Example, openExample, rate, textsOf, type WeappShopper } from "./support/shopper.ts";
import { startWorld, type World } from "./support/world.ts";

const picture = fileURLToPath(new URL("../../../examples/storefront/public/images/P1003.webp", import.meta.url));

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const both = [
  { example: "shop", language: "zh" },
  { example: "native", language: "en" },
] as const satisfies { example: Example; language: "zh" | "en" }[];

/** Each test goes on where the one before it stopped. */
describe.each(both)("the story in WeChat, $example, $language", ({ example, language }) => {
  const says = words[language];
  const desk = screens[language].console;
  let shopper: WeappShopper;
  let agent: AgentScreen;

  beforeAll(async () => {
    agent = await signIn(await openContext(browser, language), world.url, language);
    shopper = await openExample(browser, example, world.url, { language, login: world.newLogin(), album: [picture] });
  });
  afterAll(async () => {
    await shopper?.phone.close();
    await agent?.page.context().close();
  });

  test("MP70 one tap on a product's button opens the chat about it, with its card and a greeting", async () => {
    await consult(shopper, language);
    await shopper.phone.screen.locator(".yw-card", { hasText: "199" }).first().waitFor();
    await shopper.hears("bot", says.greeting);
  });

  test("MP70 what is asked is answered from the catalogue", async () => {
    await shopper.writes(says.askSize);
    await shopper.hears("bot", says.sizeL);
    await shopper.writes(says.askOther);
    await shopper.hears("bot", says.sizeM);
  });

  test("MP71 an angry shopper is queued and told so; an agent takes over and is read", async () => {
    for (const text of says.angry) await shopper.writes(text);
    await shopper.phone.screen.locator(".yw-queue").waitFor();
    const row = agent.page.locator(".row", { hasText: words.zh.product });
    await row.locator(".chip", { hasText: desk.reasons.sentiment }).waitFor();
    await row.click();
    await agent.does("takeOver");
    await agent.replies(says.reply);
    await shopper.hears("agent", says.reply);
    await agent.page.locator(".group__state", { hasText: desk.thread.read }).waitFor();
  });

  test("MP72 what is said while the app is in the background is there on return, once and in order", async () => {
    await shopper.phone.drive("hide");
    await expect.poll(() => shopper.phone.drive("sockets")).toBe(0);
    const meanwhile = ["1/3", "2/3", "3/3"].map((part) => `${says.reply} (${part})`);
    for (const text of meanwhile) {
      await agent.replies(text);
      await agent.bubbles("agent").filter({ hasText: text }).waitFor();
    }
    const before = await textsOf(shopper);
    expect(before).not.toContain(meanwhile[0]);
    await shopper.phone.drive("show");
    await shopper.hears("agent", meanwhile[2]!);
    expect(await textsOf(shopper)).toEqual([...before, ...meanwhile]);
    expect(await shopper.phone.drive("sockets")).toBe(1);
  });

  test("MP73 a picture of the album is sent, and both see it", async () => {
    await shopper.phone.screen.locator(".yw-attach").tap();
    await shopper.phone.screen.locator(".yw-photo img").waitFor();
    await agent.thread.locator("img[src*='/v1/uploads/']").waitFor();
    // And the shopper, that it was read.
    await shopper.phone.screen.locator(".yw-state.yw-is-read").waitFor();
    await expect.poll(() => belowEnd(shopper)).toBeLessThan(2);
  });

  test("MP74 closed by the agent, rated by the shopper, and the agent sees the rating", async () => {
    await agent.does("close");
    await agent.page.locator("[data-resolution=resolved]").click();
    await shopper.phone.screen.locator(".yw-star").last().tap();
    await shopper.phone.screen.locator(".yw-comment").waitFor();
    // The form has grown under the thread.
    await expect.poll(() => belowEnd(shopper)).toBeLessThan(2);
    await rate(shopper, 5, says.comment);
    await agent.thread.getByText(desk.told.rated(5)).waitFor();
  });

  test("MP75 nothing failed on the way, and the app used one socket at a time", async () => {
    const { errors, calls } = await shopper.phone.records();
    expect(errors).toEqual([]);
    expect(calls.filter(({ name }) => name === "connectSocket").length).toBeLessThanOrEqual(3);
  });
});
