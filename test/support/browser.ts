import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Language } from "./words.ts";

const flags = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"];

/** Starts Chromium: `CHROMIUM` names another than the system's. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...flags, "disable-component-update", "disable-sync"].map((name) => `--${name}`),
  });
}

/** A browser of one person, who reads this language. */
export async function openContext(
  browser: Browser,
  language: Language,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: language === "en" ? "en-US" : "zh-CN",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(10_000);
  return context;
}

/**
 * Axe on a page. It looks at the page itself instead of putting together what it saw in frames of other origins, which
 * we have none of, and describes only what is wrong: the same findings in two fifths of the time.
 */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
}

/** What axe finds wrong on a page, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  const found = await axeOn(page).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}
