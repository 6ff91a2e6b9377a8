import type { BrowserContext, Locator, Page } from "playwright-core";
import type { ActionName } from "../../packages/console/src/actions/action.ts";
import { type Language, screens } from "./words.ts";

/** The demo shop's first agent. */
export const lin = { email: "lin@demo.shop", password: "camellia-lin", name: "林晓" };

/** The agent's page with the console. */
export type AgentScreen = {
  page: Page;
  thread: Locator;
  /** The bubbles of one speaker in the open conversation, oldest first. */
  bubbles(from: "shopper" | "bot" | "agent"): Locator;
  /** Presses the button of an action in the open conversation. */
  does(action: ActionName): Promise<void>;
  replies(text: string): Promise<void>;
  notes(text: string): Promise<void>;
};

/** Signs in on the console's own page and waits for the inbox. */
export async function signIn(context: BrowserContext, url: string, language: Language): Promise<AgentScreen> {
  const page = await context.newPage();
  await page.goto(`${url}/console/`);
  await page.locator("input[name=email]").fill(lin.email);
  await page.locator("input[name=password]").fill(lin.password);
  await page.keyboard.press("Enter");
  await page.locator(".filters").waitFor();
  return screenOf(page, language);
}

/** The console on a page where somebody is signed in. */
export function screenOf(page: Page, language: Language): AgentScreen {
  const { composer } = screens[language].console;
  const thread = page.locator(".thread-list");
  const write = async (mode: "reply" | "note", text: string) => {
    await page.locator(".composer__tab", { hasText: composer[mode] }).click();
    await page.locator(".writer__input").fill(text);
    await page.locator(".writer__input").press("Enter");
  };
  return {
    page,
    thread,
    bubbles: (from) => thread.locator(`.group--${from} .bubble`),
    does: (action) => page.locator(`.thread-head [data-action=${action}]`).click(),
    replies: (text) => write("reply", text),
    notes: (text) => write("note", text),
  };
}

/** Everything the console shows that the server decides, as words; what ticks with the clock is left out. */
export function shownToAgent({ page }: AgentScreen) {
  return page.locator(".desk").evaluate((element) => {
    const desk = element.cloneNode(true) as Element;
    for (const clock of desk.querySelectorAll(".wait, .row__wait, .row__time")) clock.remove();
    const text = (part: Element | null) => part?.textContent?.replace(/\s+/g, " ").trim();
    const texts = (selector: string) => [...desk.querySelectorAll(selector)].map(text);
    return {
      filters: texts(".filter"),
      rows: texts(".row"),
      head: text(desk.querySelector(".thread-head")),
      reasons: text(desk.querySelector(".reason-strip")),
      thread: texts(".thread-list > *"),
      side: texts(".pane--shopper section"),
    };
  });
}

/** The words of every message in the thread, oldest first. */
export function messagesOfAgent({ thread }: AgentScreen): Promise<string[]> {
  return thread.locator(".bubble .text").allTextContents();
}
