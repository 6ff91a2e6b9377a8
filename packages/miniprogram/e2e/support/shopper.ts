import { fileURLToPath } from "node:url";
import type { Browser, Locator } from "playwright-core";
import { type Language, words } from "../../../../test/support/words.ts";
import { openPhone, type Phone, type PhoneOptions } from "../../test/runner/phone.ts";

/** The two example mini-programs. */
export type Example = "shop" | "native";

/** The folder of a built example. */
export function distOf(example: Example): string {
  return fileURLToPath(new URL(`../../../../examples/weapp-${example}/dist`, import.meta.url));
}

/** A shopper with a phone in their hand. */
export type WeappShopper = {
  phone: Phone;
  /** The lines of one speaker, oldest first. */
  bubbles(from: "shopper" | "bot" | "agent"): Locator;
  /** Waits for words of one speaker. */
  hears(from: "bot" | "agent", said: RegExp | string): Promise<void>;
  /** Writes a message as people do; does not wait for its delivery. */
  writes(text: string): Promise<void>;
};

/** Opens an example's first page; `url` is where its shop's server is. */
export async function openExample(
  browser: Browser,
  example: Example,
  url: string,
  options: PhoneOptions & { language: Language },
): Promise<WeappShopper> {
  const phone = await openPhone(browser, distOf(example), {
    ...options,
    storage: { "camellia.server": url, ...options.storage },
  });
  const line = (from: string) => phone.screen.locator(`.yw-row.yw-from-${from} .yw-bubble`);
  return {
    phone,
    bubbles: line,
    hears: (from, said) => line(from).filter({ hasText: said }).last().waitFor(),
    async writes(text) {
      await phone.screen.locator(".yw-field").fill(text);
      await phone.screen.locator(".yw-send").tap();
    },
  };
}

/** Walks from the list to the product, and taps its consult button. */
export async function consult({ phone }: WeappShopper, language: Language): Promise<void> {
  await phone.screen.locator(".card", { hasText: words[language].product }).tap();
  await phone.screen.locator("button:visible", { hasText: words[language].consult }).tap();
  await phone.screen.locator(".yw-page").waitFor();
}

/** The words of every text that stands in the thread, oldest first. */
export function textsOf({ phone }: WeappShopper): Promise<string[]> {
  return phone.screen.locator(".yw-thread .yw-bubble").allInnerTexts();
}

/** How far the thread could still be scrolled down, in CSS pixels. */
export function belowEnd({ phone }: WeappShopper): Promise<number> {
  return phone.screen
    .locator(".yw-thread")
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
}

/** Rates the closed conversation and waits for the thanks. */
export async function rate({ phone }: WeappShopper, score: number, comment: string): Promise<void> {
  const { screen } = phone;
  await screen
    .locator(".yw-star")
    .nth(score - 1)
    .tap();
  await screen.locator(".yw-comment").fill(comment);
  await screen.locator(".yw-give").tap();
  await screen.locator(".yw-thanks").waitFor();
}
