import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { serveBuilt } from "../../../test/support/built-page.ts";
import type {} from "../dev/main.ts";

export { violations } from "../../../test/support/browser.ts";

const args = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"];

/** Where this package lies. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Starts Chromium: `CHROMIUM` names another than the system's. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...args, "disable-component-update", "disable-sync"].map((name) => `--${name}`),
  });
}

export type Stage = {
  browser: Browser;
  /** The sign-in page over the fake shop. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Signed in, with the inbox loaded; `he` is a supervisor. */
  signedIn(options?: BrowserContextOptions, name?: "lin" | "he"): Promise<Page>;
  close(): Promise<void>;
};

/** The stage of one file: there before its first test, its windows closed after each, gone after the last. */
export function useStage(): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    Object.assign(stage, await openStage());
  });
  afterEach(async () => {
    for (const context of stage.browser?.contexts() ?? []) await context.close();
  });
  afterAll(() => stage.close?.());
  return stage;
}

/** A browser and the development page, whose shop is a fake one in the page itself. */
async function openStage(): Promise<Stage> {
  const config = { configFile: `${root}/vite.config.ts`, root };
  const [built, browser] = await Promise.all([serveBuilt(config, `${root}/dev/index.html`), launch()]);
  const visit = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", ...options });
    const page = await context.newPage();
    await page.goto(`${built.url}dev/`);
    await page.locator(".sign-in").waitFor();
    return page;
  };
  return {
    browser,
    visit,
    signedIn: async (options, name = "lin") => {
      const page = await visit(options);
      await page.locator("input[name=email]").fill(`${name}@example.com`);
      await page.locator("input[name=password]").fill("demo");
      await page.keyboard.press("Enter");
      await page.locator(".row").first().waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      await built.close();
    },
  };
}

/** Opens a conversation by its id, wherever it is listed. */
export async function openConversation(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, id);
  await page.locator(".thread-list").waitFor();
}

/** A file of words, as a page's file field takes it. */
export function textFile(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}

/** Keeps a picture of the page in the folder `YIWEN_SHOTS`, where one is set. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.YIWEN_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
