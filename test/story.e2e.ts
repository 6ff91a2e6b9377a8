import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentScreen, lin, signIn } from "./support/agent.ts";
import { launch, openContext } from "./support/browser.ts";
import { type DemoServer, startDemo } from "./support/demo-server.ts";
import { chatIsFetched, consoleIsFetched } from "./support/fetched.ts";
import { agentToken } from "./support/protocol.ts";
import { consult, openProduct, rate, type ShopperScreen } from "./support/shopper.ts";
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

/** Each test goes on where the one before it stopped. */
describe.each(["zh", "en"] as const)("the story, %s", (language) => {
  const says = words[language];
  const { widget, console: desk } = screens[language];
  let shopper: ShopperScreen;
  let agent: AgentScreen;
  let token: string;

  beforeAll(async () => {
    token = await agentToken(server.url);
    agent = await signIn(await openContext(browser, language), server.url, language);
    shopper = await openProduct(await openContext(browser, language), server.url, language);
  });
  afterAll(async () => {
    await shopper?.page.context().close();
    await agent?.page.context().close();
  });

  const chatIsCurrent = () => chatIsFetched(server.url, shopper, language);
  const bothAreCurrent = async () => {
    const [toShopper, toAgent] = [await chatIsCurrent(), await consoleIsFetched(server.url, token, agent, language)];
    expect(toAgent).toEqual(toShopper);
  };

  test("BR1 BR8 one tap on a product's page opens the chat about it, with its card and a greeting", async () => {
    await consult(shopper, language);
    const card = shopper.panel.locator(".consult .card");
    await card.getByText("¥199").waitFor();
    await card.getByText(widget.product.inStock).waitFor();
    await shopper.hears("bot", says.greeting);
    await chatIsCurrent();
  });

  test("BR2 BR8 stock by size, follow-ups, price and the coupon are answered from the catalogue", async () => {
    const answers = [
      [says.askSize, says.sizeL],
      [says.askOther, says.sizeM],
      [says.askColour, says.black],
      [says.askPrice, says.price],
    ] as const;
    for (const [question, answer] of answers) {
      await shopper.writes(question);
      await shopper.hears("bot", answer);
      await chatIsCurrent();
    }
    expect(await shopper.panel.locator(".coupon").textContent()).toMatch(says.coupon);
  });

  test("BR3 BR8 an angry shopper is queued and told so; the agent sees the reason and the product", async () => {
    for (const text of says.angry) await shopper.writes(text);
    await shopper.panel.locator(".queue").getByText(widget.queue.next(), { exact: false }).waitFor();
    await chatIsCurrent();

    const row = agent.page.locator(".row");
    await row.locator(".chip", { hasText: desk.reasons.sentiment }).waitFor();
    await expect.poll(() => row.locator(".row__product").textContent()).toContain(words.zh.product);
    await row.click();
    const strip = agent.page.locator(".reason-strip");
    await strip.getByText(desk.reasons.sentiment).waitFor();
    await strip.getByText("¥199").waitFor();
    await agent.bubbles("shopper").filter({ hasText: says.angry[1] }).waitFor();
    await bothAreCurrent();
  });

  test("BR4 BR8 the agent takes over and replies; the shopper reads it, and the agent sees that", async () => {
    await agent.does("takeOver");
    await shopper.panel.getByText(widget.notice.joined(lin.name)).waitFor();
    await bothAreCurrent();

    const spoken = await shopper.bubbles("bot").count();
    await agent.replies(says.reply);
    await shopper.hears("agent", says.reply);
    await agent.page.locator(".group__state", { hasText: desk.thread.read }).waitFor();
    await shopper.writes(says.thanks);
    await agent.bubbles("shopper").filter({ hasText: says.thanks }).waitFor();
    await shopper.panel.locator(".state.is-read").waitFor();
    expect(await shopper.bubbles("bot").count()).toBe(spoken);
    await bothAreCurrent();
  });

  test("BR5 BR8 an internal note is on the agent's screen alone, and nowhere in what the shopper is sent", async () => {
    await agent.notes(says.note);
    await agent.thread.locator(".note", { hasText: says.note }).waitFor();
    await bothAreCurrent();
    const sent = shopper.received.join("\n");
    expect(sent).toContain(says.reply);
    expect(sent).not.toContain(says.note);
  });

  test("BR6 BR8 given back to the bot, the shopper is told, and the bot answers again", async () => {
    await agent.does("returnToBot");
    await shopper.panel.getByText(widget.notice.returned(lin.name)).waitFor();
    const spoken = await shopper.bubbles("bot").count();
    await shopper.writes(says.askAgain);
    await expect.poll(() => shopper.bubbles("bot").count()).toBe(spoken + 1);
    expect(await shopper.bubbles("bot").last().textContent()).toMatch(says.again);
    await bothAreCurrent();
  });

  test("BR7 BR8 closed by the agent, rated by the shopper, and the agent sees the rating", async () => {
    await agent.does("close");
    await agent.page.locator("[data-resolution=resolved]").click();
    await shopper.panel.locator(".closing").waitFor();
    await bothAreCurrent();
    await rate(shopper, language, 5, says.comment);
    await agent.thread.locator("blockquote", { hasText: says.comment }).waitFor();
    await agent.thread.getByText(desk.told.rated(5)).waitFor();
    await bothAreCurrent();
  });
});
