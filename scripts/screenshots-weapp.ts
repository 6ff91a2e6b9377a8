import { fileURLToPath } from "node:url";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { consult, openExample } from "../packages/miniprogram/e2e/support/shopper.ts";
import { startWorld, type World } from "../packages/miniprogram/e2e/support/world.ts";
import { signIn } from "../test/support/agent.ts";
import { openContext } from "../test/support/browser.ts";
import { type Language, words } from "../test/support/words.ts";

const picture = fileURLToPath(new URL("../examples/storefront/public/images/P1003.webp", import.meta.url));

type Shoot = (page: Page, name: string) => Promise<void>;

/** The Taro example on a phone: goods, a product, the chat with the bot, and with an agent. */
export async function weappPages(browser: Browser, language: Language, shoot: Shoot): Promise<void> {
  const world = await startWorld();
  try {
    await story(browser, language, world, shoot);
  } finally {
    await world.close();
  }
}

async function story(browser: Browser, language: Language, world: World, shoot: Shoot): Promise<void> {
  const says = words[language];
  const agent = await signIn(await openContext(browser, language), world.url, language);
  const login = world.newLogin();
  const shopper = await openExample(browser, "shop", world.url, { language, login, album: [picture], scale: 1.5 });
  const { page, screen } = shopper.phone;
  await screen.locator(".card").first().waitFor();
  await settle(screen);
  await shoot(page, "weapp-shop");
  await screen.locator(".card", { hasText: says.product }).tap();
  await screen.locator(".buy-add").waitFor();
  await settle(screen);
  await shoot(page, "weapp-product");
  await page.locator(".nav-back").tap();

  await consult(shopper, language);
  await shopper.hears("bot", says.greeting);
  for (const [question, answer] of [
    [says.askSize, says.sizeL],
    [says.askPrice, says.price],
  ] as const) {
    await shopper.writes(question);
    await shopper.hears("bot", answer);
  }
  await settle(screen);
  await shoot(page, "weapp-chat");
  await shopper.writes(says.angry[0]);
  await screen.locator(".yw-queue").waitFor();
  await agent.page.locator(".row", { hasText: words.zh.product }).click();
  await agent.does("takeOver");
  await agent.replies(says.reply);
  await shopper.hears("agent", says.reply);
  await screen.locator(".yw-attach").tap();
  await screen.locator(".yw-photo img").waitFor();
  await settle(screen);
  await shoot(page, "weapp-agent");
  await shopper.phone.close();
  await agent.page.context().close();
}

/** Waits for the pictures in sight, and for what moves after them. */
async function settle(screen: FrameLocator): Promise<void> {
  await screen.locator("body").evaluate(async (body) => {
    const inSight = [...body.querySelectorAll("img")].filter((img) => img.offsetParent && img.src);
    await Promise.all(inSight.map((img) => img.decode().catch(() => undefined)));
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
}
