import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "./support/agent.ts";
import { launch, openContext, violations } from "./support/browser.ts";
import { type DemoServer, startDemo } from "./support/demo-server.ts";
import { consult, openProduct } from "./support/shopper.ts";
import { screens, words } from "./support/words.ts";

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const looks = [
  { language: "zh", colorScheme: "light", width: 1280 },
  { language: "en", colorScheme: "dark", width: 390 },
] as const;

test.each(looks)(
  "BR12 axe finds nothing in storefront, chat and console: $language, $colorScheme, $width px",
  async (look) => {
    const { language, colorScheme, width } = look;
    const options = { colorScheme, viewport: { width, height: 844 } };
    const found: Record<string, string[]> = {};
    const agent = await signIn(await openContext(browser, language, options), server.url, language);
    found["empty inbox"] = await violations(agent.page);

    const context = await openContext(browser, language, options);
    const list = await context.newPage();
    await list.goto(`${server.url}/?lang=${language === "en" ? "en" : "zh-CN"}`);
    await list.locator("[data-yiwen-consult]").first().waitFor();
    found.list = await violations(list);
    const shopper = await openProduct(context, server.url, language);
    await consult(shopper, language);
    await shopper.hears("bot", words[language].greeting);
    await shopper.writes(words[language].askPrice);
    await shopper.panel.locator(".coupon").waitFor();
    found["product page with the chat"] = await violations(shopper.page);
    await shopper.panel.getByRole("button", { name: screens[language].widget.askForAgent }).click();
    await shopper.panel.locator(".queue").waitFor();
    found.queued = await violations(shopper.page);

    await agent.page.locator(".row").click();
    await agent.does("takeOver");
    await agent.replies(words[language].reply);
    await agent.page.locator(".group__state").waitFor();
    found.thread = await violations(agent.page);
    await agent.does("close");
    await agent.page.locator("[data-resolution=resolved]").click();
    await shopper.panel.locator(".closing").waitFor();
    found.closed = await violations(shopper.page);
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  },
);
