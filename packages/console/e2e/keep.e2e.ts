import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, useStage, violations } from "./support.ts";

const stage = useStage();
let page: Page;

test("CO48 an agent's reply is kept as an answer by keyboard, with the question before it; what is personal is taken out first", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  const button = page.getByRole("button", { name: "存为答案" }).first();
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "存为好答案" });
  const question = dialog.getByRole("textbox", { name: "顾客的问题" });
  expect(await question.inputValue()).not.toBe("");
  expect(await dialog.getByRole("textbox", { name: "答案" }).inputValue()).not.toBe("");
  expect(await violations(page)).toEqual([]);
  if (process.env.YIWEN_SHOTS) await page.screenshot({ path: `${process.env.YIWEN_SHOTS}/keep.png` });
  await dialog.getByRole("textbox", { name: "答案" }).fill("请拨打 13800138000");
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.getByText("像是有手机号").waitFor();
  await dialog.getByRole("textbox", { name: "答案" }).fill("七天内都可以退。");
  await dialog.getByRole("button", { name: "保存" }).click();
  await page.getByRole("status").getByText("存好了").waitFor();
  await dialog.waitFor({ state: "detached" });
});

test("CO48 on a phone in English the dialog fits; neither the bot's nor the shopper's words can be kept", async () => {
  page = await stage.signedIn({ locale: "en-US", colorScheme: "dark", viewport: { width: 390, height: 800 } });
  await openConversation(page, "c-mine");
  const agents = await page.locator(".group--agent .bubble--text").count();
  expect(await page.locator(".keep-button").count()).toBe(agents);
  await page.locator(".keep-button").first().click();
  const dialog = page.getByRole("dialog", { name: "Keep a good answer" });
  await dialog.getByRole("textbox", { name: "The answer" }).fill(" ");
  expect(await dialog.getByRole("button", { name: "Keep" }).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
});
