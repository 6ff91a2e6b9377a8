import type { BrowserContext, Locator, Page } from "playwright-core";
import { type Language, screens, words } from "./words.ts";

/** The product that is asked about. */
export const productId = "P1003";

/** The shopper's page with the open chat. */
export type ShopperScreen = {
  page: Page;
  panel: Locator;
  /** Everything the page's sockets were sent, as text. */
  received: string[];
  /** The bubbles of one speaker, oldest first. */
  bubbles(from: "shopper" | "bot" | "agent"): Locator;
  /** Waits for words of one speaker. */
  hears(from: "bot" | "agent", said: RegExp | string): Promise<void>;
  /** Writes a message as people do; does not wait for its delivery. */
  writes(text: string): Promise<void>;
};

/** The product's page, in the shopper's language, with the chat still closed. */
export async function openProduct(context: BrowserContext, url: string, language: Language): Promise<ShopperScreen> {
  const page = await context.newPage();
  const screen = screenOf(page);
  await page.goto(productUrl(url, language));
  return screen;
}

/** Taps the consult button of the product's page. */
export async function consult({ page, panel }: ShopperScreen, language: Language): Promise<void> {
  await page.getByRole("button", { name: words[language].consult, exact: true }).click();
  await panel.waitFor();
}

function productUrl(url: string, language: Language): string {
  return `${url}/product.html?id=${productId}&lang=${language === "en" ? "en" : "zh-CN"}`;
}

function screenOf(page: Page): ShopperScreen {
  const panel = page.locator("yiwen-chat .panel");
  const bubbles = (from: string) => panel.locator(`.bubble.from-${from}`);
  const received: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => received.push(String(payload))));
  return {
    page,
    panel,
    received,
    bubbles,
    hears: (from, said) => bubbles(from).filter({ hasText: said }).last().waitFor(),
    async writes(text) {
      await panel.locator(".composer textarea").fill(text);
      await panel.locator(".composer textarea").press("Enter");
    },
  };
}

/** Everything the chat shows that the server decides, as words. */
export function shownToShopper({ panel }: ShopperScreen) {
  return panel.evaluate((element) => {
    const text = (part: Element | null) => part?.textContent?.replace(/\s+/g, " ").trim();
    const texts = (selector: string) => [...element.querySelectorAll(selector)].map(text);
    return {
      status: text(element.querySelector("header p")),
      queue: text(element.querySelector(".queue .banner-body")),
      thread: texts(".log > *"),
      choices: texts(".choices .choice"),
      closing: texts(".closing > *"),
    };
  });
}

/** The words of every message in the thread, oldest first. */
export function messagesOfShopper({ panel }: ShopperScreen): Promise<string[]> {
  return panel.locator(".bubble .text").allTextContents();
}

/** Rates the closed conversation and waits for the thanks. */
export async function rate(
  { panel }: ShopperScreen,
  language: Language,
  score: number,
  comment: string,
): Promise<void> {
  const { rating } = screens[language].widget;
  await panel
    .getByText(rating.scores[score - 1] ?? "", { exact: true })
    .first()
    .locator("..")
    .click();
  await panel.getByRole("textbox", { name: rating.comment }).fill(comment);
  await panel.getByRole("button", { name: rating.give }).click();
  await panel.getByText(rating.thanks).waitFor();
}
