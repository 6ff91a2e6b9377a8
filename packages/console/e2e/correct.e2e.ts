import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, useStage, violations } from "./support.ts";

const stage = useStage();
let page: Page;

const row = () => page.locator(".insight-row", { hasText: "问价格" });

test("CO45 what a message was is corrected by keyboard alone, the bot's next guesses first", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-upset");
  await row().getByRole("button", { name: "纠正：不是问价格" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "顾客这句话是什么意思？" });
  await dialog.locator(".pick").first().waitFor();
  expect(await dialog.locator(".pick").first().textContent()).toMatch(/^问优惠券.*11%/);
  expect(await dialog.locator("blockquote").textContent()).not.toBe("");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type("退货");
  expect(await dialog.locator(".pick").count()).toBe(1);
  await page.keyboard.press("Enter");
  await row().getByText("林晓纠正为 退货").waitFor();
  await page.getByRole("status").getByText("记住了：这样的话是退货。").waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("纠正");
  expect(await violations(page)).toEqual([]);
});

test("CO45 in English, on a phone: a choice is tapped, and what does not fit any is said so", async () => {
  page = await stage.signedIn({ locale: "en-US", colorScheme: "dark", viewport: { width: 390, height: 800 } });
  await openConversation(page, "c-upset");
  await page.getByRole("button", { name: "Correct: not “Price”" }).click();
  const dialog = page.getByRole("dialog", { name: "What did the shopper mean?" });
  await dialog.getByRole("searchbox").fill("zzz");
  await dialog.getByText("No such meaning").waitFor();
  await dialog.getByRole("searchbox").fill("package");
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: /Where is my parcel|Where is my package/ }).click();
  await page.locator(".insight__corrected").waitFor();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
});
