import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, useStage } from "./support.ts";

const stage = useStage();
let page: Page;

test("CO4 a waiting row shows who, mood, reasons with numbers, product and a ticking wait", async () => {
  page = await stage.signedIn();
  const rows = page.locator(".row");
  expect(await rows.locator(".row__name").allTextContents()).toEqual(["Daniel Wright", "苏婉清", "顾客 3F2A"]);
  const upset = rows.nth(1);
  await upset.getByText("云朵轻暖羽绒服 女士短款连帽").waitFor();
  expect(await upset.locator(".chip").allTextContents()).toEqual(["情绪不满−0.71", "反复追问×3", "+1"]);
  expect(await upset.locator(".mood").textContent()).toContain("不满");
  const wait = upset.locator(".wait");
  const before = await wait.textContent();
  expect(before).toMatch(/^\d+:\d\d$/);
  await expect.poll(() => wait.textContent()).not.toBe(before);
});

test("CO5 filters show their counts, list what is theirs and are remembered", async () => {
  page = await stage.signedIn();
  const filters = page.locator(".filter");
  expect(await filters.allTextContents()).toEqual(["排队3", "我的3", "全部", "已结束"]);
  await filters.nth(1).click();
  await expect.poll(() => page.locator(".row__name").allTextContents()).toEqual(["程一诺", "沈星河", "顾长风"]);
  await page.reload();
  await expect.poll(() => page.locator(".row__name").allTextContents()).toEqual(["程一诺", "沈星河", "顾长风"]);
});

test("CO8 the list is walked with arrows and with J and K, from the keyboard alone", async () => {
  page = await stage.signedIn();
  await page.locator(".row").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "苏婉清" }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "顾客 3F2A" }).waitFor();
  await page.keyboard.press("k");
  await page.getByRole("heading", { name: "苏婉清" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "顾客 3F2A" }).waitFor();
});

test("CO30 a new handoff appears at the end of the queue, in the title and as a notice that opens it", async () => {
  page = await stage.signedIn();
  await page.evaluate(() =>
    window.fakeShop.append("c-bot", { type: "handoff.requested", data: { staffed: true } }, { kind: "bot" }),
  );
  await expect.poll(() => page.title()).toBe("(4) 有顾客等待 · 一问客服台");
  expect(await page.locator("#favicon").getAttribute("href")).toContain("favicon-alert.svg");
  expect(await page.locator(".row__name").last().textContent()).toBe("顾客 7E02");
  await page.getByRole("button", { name: "打开" }).click();
  await page.getByRole("heading", { name: "顾客 7E02" }).waitFor();
  expect(await page.locator(".notice").count()).toBe(0);
});

test("CO19 one primary action stands there: take over, which moves the keyboard to the reply", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-upset");
  expect(await page.locator(".button--primary:visible").allTextContents()).toEqual(["接手对话"]);
  await page.keyboard.press("t");
  await page.getByText("你正在接待").waitFor();
  await page.keyboard.type("您好，我来帮您");
  expect(await page.getByRole("textbox", { name: /回复 苏婉清/ }).inputValue()).toBe("您好，我来帮您");
});

test("CO22 a takeover that lost the race names who has it", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-kettle");
  await page.evaluate(() => {
    window.fakeShop.delayMs = 60;
  });
  await page.keyboard.press("t");
  await page.evaluate(() => {
    const by = { kind: "agent", id: "agent-chen", name: "陈默" } as const;
    window.fakeShop.append("c-kettle", { type: "agent.joined", data: { agentId: by.id, name: by.name } }, by);
  });
  await page.getByText("陈默 先一步接手了这个对话。").waitFor();
  await page.getByText("陈默 正在接待。你可以写备注给 陈默。").waitFor();
});

test("CO20 transfer picks a colleague, close picks how it ended", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.keyboard.press("f");
  const names = await page.locator("dialog .pick__label").allTextContents();
  expect(names).toEqual(["陈默", "吴桐", "Emma Stone"]);
  await page.locator("dialog .pick", { hasText: "吴桐" }).click();
  await page.getByText("已转交给 吴桐。").waitFor();
  await page.getByText("吴桐 接待中").waitFor();
  await openConversation(page, "c-long");
  await page.getByRole("button", { name: "结束对话" }).click();
  await page.keyboard.press("1");
  await page.getByText("对话已结束：已解决").waitFor();
});

test("CO24 the shortcut list names every action that has keys, and Escape gives the keyboard back", async () => {
  page = await stage.signedIn();
  await page.locator(".row").first().focus();
  await page.keyboard.press("?");
  expect(await page.locator(".shortcuts__line").count()).toBe(15);
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("row");
});

test("CO32 a lost connection is said, and what was missed is there when it is back", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.evaluate(() => window.fakeShop.drop());
  await page.getByText("连接已断开，正在重连。你写的内容不会丢失。").waitFor();
  await page.evaluate(() => {
    window.fakeShop.says("c-mine", "断线时说的话");
    window.fakeShop.comeBack();
  });
  await page.locator(".bubble", { hasText: "断线时说的话" }).waitFor();
  await page.locator(".banner").waitFor({ state: "detached" });
});
