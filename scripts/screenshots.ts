// Takes the pictures of docs/images from the real product: the demo shop, its chat and its console, with a conversation
// that people could have had. Run it with `npm run screenshots` after anything that changes how they look.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { speak } from "../packages/server/src/cli/speaker.ts";
import { type AgentScreen, screenOf, signIn } from "../test/support/agent.ts";
import { launch, openContext } from "../test/support/browser.ts";
import { type DemoServer, startDemo } from "../test/support/demo-server.ts";
import { openSession } from "../test/support/protocol.ts";
import { consult, openProduct, type ShopperScreen } from "../test/support/shopper.ts";
import { type Language, words } from "../test/support/words.ts";
import { weappPages } from "./screenshots-weapp.ts";

const folder = fileURLToPath(new URL("../docs/images/", import.meta.url));
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };

/** Who else is in the inbox: what they ask about, and what they say. */
const others = {
  zh: [
    { productId: "P1008", says: ["卡其色M码还有吗", "转人工"] },
    { productId: "P4001", says: ["保修多久", "你们发货也太慢了，太让人失望了", "气死我了，什么破店"] },
    { productId: "P7001", says: ["这个有优惠吗"] },
  ],
  en: [
    { productId: "P1008", says: ["Is the khaki one in M available?", "I want to talk to a person"] },
    { productId: "P4001", says: ["How long is the warranty?", "This is terrible, I am really angry"] },
    { productId: "P7001", says: ["Any coupon for this?"] },
  ],
} as const;

type Studio = { browser: Browser; server: DemoServer; language: Language };

async function shoot(page: Page, name: string, { language }: Studio): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.${language}.png` });
  console.log(`docs/images/${name}.${language}.png`);
}

async function shopPages(studio: Studio): Promise<void> {
  const { browser, server, language } = studio;
  const context = await openContext(browser, language);
  const page = await context.newPage();
  await page.goto(`${server.url}/?lang=${language === "en" ? "en" : "zh-CN"}`, { waitUntil: "networkidle" });
  await shoot(page, "storefront", studio);
  const product = await openProduct(context, server.url, language);
  await product.page.waitForLoadState("networkidle");
  await shoot(product.page, "product", studio);
  await context.close();
}

/** Asks from the product's page until the coupon is there. */
async function ask({ browser, server, language }: Studio, options: BrowserContextOptions): Promise<ShopperScreen> {
  const says = words[language];
  const shopper = await openProduct(await openContext(browser, language, options), server.url, language);
  await consult(shopper, language);
  await shopper.hears("bot", says.greeting);
  for (const [question, answer] of [
    [says.askSize, says.sizeL],
    [says.askOther, says.sizeM],
    [says.askPrice, says.price],
  ] as const) {
    await shopper.writes(question);
    await shopper.hears("bot", answer);
  }
  await shopper.panel.locator(".coupon").waitFor();
  return shopper;
}

async function chats(studio: Studio): Promise<void> {
  const looks = { "widget-desktop": {}, "widget-phone": phone, "widget-dark": { colorScheme: "dark" } } as const;
  for (const [name, options] of Object.entries(looks)) {
    const shopper = await ask(studio, options);
    await shoot(shopper.page, name, studio);
    await shopper.page.context().close();
  }
}

/** Other shoppers, over the protocol alone. */
async function fillInbox({ server, language }: Studio): Promise<void> {
  for (const { productId, says } of others[language]) {
    const { token } = await openSession(server.url);
    const speaker = await speak(server.url, "shopper", token);
    const locale = language === "en" ? "en" : "zh-CN";
    const opened = await speaker.command("conversation.open", { consult: { productId }, locale });
    if (!opened.ok) throw new Error(opened.error.code);
    const conversationId = opened.data.conversation.id;
    for (const text of says) {
      await speaker.command("message.send", { content: { kind: "text", text } }, { conversationId });
    }
    speaker.close();
  }
}

/** An angry shopper waits, is taken over, answered and noted down. */
async function takeover(studio: Studio): Promise<void> {
  const { browser, server, language } = studio;
  const says = words[language];
  const agent = await signIn(await openContext(browser, language), server.url, language);
  await fillInbox(studio);
  const shopper = await ask(studio, {});
  await shopper.writes(says.angry[0]);
  await shopper.panel.locator(".queue").waitFor();
  await shoot(shopper.page, "widget-queue", studio);
  await shoot(agent.page, "console-queue", studio);

  await agent.page.locator(".row", { hasText: words.zh.product }).click();
  await agent.does("takeOver");
  await agent.notes(says.note);
  await agent.replies(says.reply);
  await shopper.hears("agent", says.reply);
  await shopper.writes(says.thanks);
  await agent.bubbles("shopper").filter({ hasText: says.thanks }).waitFor();
  await shoot(agent.page, "console", studio);
  await shoot(shopper.page, "widget-agent", studio);
  await consoleLooks(agent, studio);
}

async function consoleLooks(agent: AgentScreen, studio: Studio): Promise<void> {
  const { page } = agent;
  const looks = {
    "console-dark": { width: 1280, height: 800, colorScheme: "dark" },
    "console-768": { width: 768, height: 1024, colorScheme: "light" },
  } as const;
  for (const [name, { colorScheme, ...size }] of Object.entries(looks)) {
    const again = screenOf(await page.context().newPage(), studio.language);
    await again.page.setViewportSize(size);
    await again.page.emulateMedia({ colorScheme });
    await again.page.goto(page.url());
    await again.bubbles("shopper").filter({ hasText: words[studio.language].thanks }).waitFor();
    await again.page.locator(".side-head, .thread-head").first().waitFor();
    await again.page.waitForLoadState("networkidle");
    await shoot(again.page, name, studio);
    await again.page.close();
  }
}

await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  for (const language of ["zh", "en"] as const) {
    const server = await startDemo();
    const studio = { browser, server, language };
    try {
      await shopPages(studio);
      await chats(studio);
      await takeover(studio);
    } finally {
      await server.close();
    }
    await weappPages(browser, language, (page, name) => shoot(page, name, studio));
  }
} finally {
  await browser.close();
}
