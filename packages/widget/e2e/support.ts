import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { axeOn } from "../../../test/support/browser.ts";
import { serveBuilt } from "../../../test/support/built-page.ts";
import type { Scene } from "../dev/scenes.ts";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Starts Chromium; `CHROMIUM` names another one. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** A browser, the development page, and how to show a scene in it. */
export type Stage = {
  browser: Browser;
  /** Opens a page on a scene: `{ scene: "queue", locale: "en", theme: "dark" }`. */
  show(query: Record<string, string>, options?: BrowserContextOptions): Promise<Page>;
  /** Shows another scene in a page that is there already, with nothing left of the one before. */
  change(page: Page, query: Record<string, string>): Promise<void>;
  close(): Promise<void>;
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts a browser and the development page on a free port. */
export async function openStage(): Promise<Stage> {
  const config = { configFile: here("../vite.config.ts"), root: here("../dev") };
  const [built, browser] = await Promise.all([serveBuilt(config), openBrowser()]);
  const change = async (page: Page, query: Record<string, string>) => {
    await page.goto(`${built.url}?${new URLSearchParams(query)}`);
    if (query.open !== "0") await panel(page).waitFor();
  };
  return {
    browser,
    change,
    async show(query, options = {}) {
      const context = await browser.newContext({ ...desktop, reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.addInitScript(() => localStorage.clear());
      await change(page, query);
      return page;
    },
    async close() {
      await browser.close();
      await built.close();
    },
  };
}

/** The dialog, as locators see it through the shadow root. */
export const panel = (page: Page): Locator => page.locator("yiwen-chat .panel");
export const launcher = (page: Page): Locator => page.locator("yiwen-chat #yw");
export const field = (page: Page): Locator => page.locator("yiwen-chat .composer textarea");

/** What axe finds in the widget, one line a violation. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await axeOn(page).include("yiwen-chat").analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

/** The class or tag of what has the focus inside the widget; the page's element's id outside of it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement;
    return inner
      ? inner.id || inner.className || inner.tagName.toLowerCase()
      : outer?.id || outer?.tagName.toLowerCase() || "";
  });
}

/** Plays something in the page's scene, as if it came from the server. */
export function play(page: Page, act: (scene: Scene) => void): Promise<void> {
  return page.evaluate(`(${act})(window.scene)`);
}

/** The bubbles of one speaker. */
export const bubbles = (page: Page, from: "shopper" | "bot" | "agent"): Locator =>
  page.locator(`yiwen-chat .bubble.from-${from}`);

/** The inputs of every command of a type that the scene was asked, oldest first. */
export const commandsOf = (page: Page, type: string): Promise<unknown[]> =>
  page.evaluate(
    (type) => (window as unknown as { scene: Scene }).scene.commands.filter((c) => c.type === type).map((c) => c.input),
    type,
  );

/** Waits until the conversation is there. */
export const ready = (page: Page): Promise<void> => page.locator("yiwen-chat .log > *").first().waitFor();
