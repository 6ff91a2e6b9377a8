import type { BrowserContext, Locator } from "playwright-core";
import { expect, vi } from "vitest";
import { type AgentScreen, screenOf as agentScreen, messagesOfAgent, shownToAgent } from "./agent.ts";
import { fetchedByAgent, fetchedByShopper } from "./protocol.ts";
import { messagesOfShopper, openProduct, type ShopperScreen, shownToShopper } from "./shopper.ts";
import type { Language } from "./words.ts";

/** What was under way arrives within this. Milliseconds. */
const patience = { timeout: 10_000, interval: 100 };

/** The chat shows what a fresh load shows, and the words that the server has; answers the words. */
export async function chatIsFetched(url: string, live: ShopperScreen, language: Language): Promise<string[]> {
  const fresh = await reopenChat(live.page.context(), url, language);
  await showTheSame(
    () => shownToShopper(live),
    () => shownToShopper(fresh),
  );
  const said = await fetchedByShopper(url, live);
  expect(await messagesOfShopper(live)).toEqual(said);
  await fresh.page.close();
  return said;
}

/** The same for the console's open conversation. */
export async function consoleIsFetched(
  url: string,
  token: string,
  live: AgentScreen,
  language: Language,
): Promise<string[]> {
  const fresh = await reopenConversation(live, language);
  await showTheSame(
    () => shownToAgent(live),
    () => shownToAgent(fresh),
  );
  const conversationId = decodeURIComponent(new URL(live.page.url()).hash.slice(1));
  const said = await fetchedByAgent(url, token, conversationId);
  expect(await messagesOfAgent(live)).toEqual(said);
  await fresh.page.close();
  return said;
}

/** Both come to show the same. */
export async function showTheSame(one: () => Promise<object>, other: () => Promise<object>): Promise<void> {
  await vi.waitFor(async () => expect(await one()).toEqual(await other()), patience);
}

/** The product page opened afresh in another tab, and the chat by its launcher: nothing there but what was fetched. */
export async function reopenChat(context: BrowserContext, url: string, language: Language): Promise<ShopperScreen> {
  const screen = await openProduct(context, url, language);
  await screen.page.locator("yiwen-chat #yw").click();
  await screen.panel.locator(".log > *").first().waitFor();
  await loadOlder(screen.panel.locator(".older"));
  return screen;
}

/** The open conversation afresh in another tab: nothing there but what was fetched. */
async function reopenConversation({ page }: AgentScreen, language: Language): Promise<AgentScreen> {
  const again = await page.context().newPage();
  await again.goto(page.url());
  await again.locator(".thread-list .bubble").first().waitFor();
  await loadOlder(again.locator(".thread-list .older"));
  return agentScreen(again, language);
}

/** Presses a button that loads an older page until it is gone. */
async function loadOlder(button: Locator): Promise<void> {
  const press = async () => {
    await button.evaluateAll(([found]) => (found as HTMLElement | undefined)?.click());
    return button.count();
  };
  await expect.poll(press, { timeout: 10_000 }).toBe(0);
}
