import { expect, vi } from "vitest";
import { type AgentScreen, messagesOfAgent, reopenConversation, shownToAgent } from "./agent.ts";
import { fetchedByAgent, fetchedByShopper } from "./protocol.ts";
import { messagesOfShopper, reopenChat, type ShopperScreen, shownToShopper } from "./shopper.ts";
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
