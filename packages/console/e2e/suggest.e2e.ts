import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, type Stage, useStage, violations } from "./support.ts";

const stage = useStage();
let page: Page;

async function taken(options?: Parameters<Stage["signedIn"]>[0]): Promise<Page> {
  const signedIn = await stage.signedIn(options);
  await openConversation(signedIn, "c-upset");
  await signedIn.keyboard.press("t");
  await signedIn.locator(".writer__input").waitFor();
  return signedIn;
}

test("MD62 a suggested reply stands in the composer to be read and changed, and nothing is sent by itself", async () => {
  page = await taken();
  const before = await page.locator(".bubble").count();
  await page.getByRole("button", { name: "推荐回复" }).click();
  const list = page.getByRole("region", { name: "可以这样回复" });
  await list.waitFor();
  expect(await violations(page)).toEqual([]);
  await list.getByRole("button", { name: /保修一年/ }).press("Enter");
  expect(await page.locator(".writer__input").inputValue()).toBe("您好，这款水壶保修一年，我先帮您登记检测。");
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("writer__input");
  expect(await list.count()).toBe(0);
  expect(await page.locator(".bubble").count()).toBe(before);
});

test("MD62 in English, on a phone, dark", async () => {
  page = await taken({ locale: "en-US", colorScheme: "dark", viewport: { width: 390, height: 800 } });
  await page.getByRole("button", { name: "Suggest replies" }).click();
  await page.getByRole("region", { name: "You could say" }).waitFor();
  expect(await violations(page)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
});
