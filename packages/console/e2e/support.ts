import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import type {} from "../dev/main.ts";

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
  /** Signed in, with the inbox loaded. */
  signedIn(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
};

/** A browser and the development page, whose shop is a fake one in the page itself. */
export async function openStage(): Promise<Stage> {
  const server: ViteDevServer = await createServer({
    root,
    configFile: `${root}/vite.config.ts`,
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1", hmr: false, proxy: {} },
  });
  await server.listen();
  const browser = await launch();
  const url = server.resolvedUrls?.local[0] ?? "";
  const visit = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN", ...options });
    const page = await context.newPage();
    await page.goto(`${url}dev/`);
    await page.locator(".sign-in").waitFor();
    return page;
  };
  return {
    browser,
    visit,
    signedIn: async (options) => {
      const page = await visit(options);
      await page.locator("input[name=email]").fill("lin@example.com");
      await page.locator("input[name=password]").fill("demo");
      await page.keyboard.press("Enter");
      await page.locator(".row").first().waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
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

/** What axe finds wrong, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
}
