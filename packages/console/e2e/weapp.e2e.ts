import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, useStage, violations } from "./support.ts";

const stage = useStage();
let page: Page;

test("CO41 the panel shows what the shopper did in the shop, the latest first, in the agent's language", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-away");
  const lines = () => page.locator(".behaviour__text").allTextContents();
  await page.locator(".behaviour").first().waitFor();
  expect(await lines()).toEqual([
    "加购 云朵轻暖羽绒服 女士短款连帽",
    "在 云朵轻暖羽绒服 女士短款连帽 停留 2 分钟",
    "看了 云朵轻暖羽绒服 女士短款连帽",
    "分享了 双十二会场",
    "打开 首页",
  ]);
  expect(await page.locator(".behaviour time").first().textContent()).toBe("7 分钟");
  expect(await violations(page)).toEqual([]);
  await page.context().close();

  page = await stage.signedIn({ locale: "en-US" });
  await openConversation(page, "c-away");
  await page.locator(".behaviour").first().waitFor();
  expect((await lines())[1]).toMatch(/^Stayed 2 min on /);
  await openConversation(page, "c-kettle");
  expect(await page.locator(".behaviours").count()).toBe(0);
});

test("CO42 a shopper who is away is told in the thread, over it and on the row, with why they could not be told", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-away");
  await page.getByText("顾客不在小程序里，已发送微信订阅消息").waitFor();
  await page.getByText("顾客回到了对话").waitFor();
  await page.locator(".told--warning", { hasText: "没能通知到：顾客没有可用的订阅授权" }).waitFor();
  expect(await page.locator(".thread-head .tag").textContent()).toBe("未能通知");
  await page.getByRole("button", { name: /^我的/ }).click();
  const row = page.locator(".row", { hasText: "沈星河" });
  await row.locator(".tag--warning", { hasText: "未能通知" }).waitFor();
  await page.evaluate(() => window.fakeShop.says("c-away", "我回来了"));
  await expect.poll(() => page.locator(".thread-head .tag").count()).toBe(0);
  await expect.poll(() => row.locator(".tag--warning").count()).toBe(0);
});

test("CO44 words that were refused can be taken back into the composer, before what was begun there since", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  const box = page.getByRole("textbox", { name: /回复 / });
  await box.fill("这句 #refuse 不行");
  await page.keyboard.press("Enter");
  await page.locator(".group__state--failed").waitFor();
  await box.fill("另外");
  await page.getByRole("button", { name: "编辑" }).click();
  expect(await box.inputValue()).toBe("这句 #refuse 不行\n另外");
  expect(await page.locator(".pending").count()).toBe(0);
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
});
