import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, useStage } from "./support.ts";

const stage = useStage();
let page: Page;

const scroller = () => page.locator(".thread-scroll");
const fromEnd = () => scroller().evaluate((el) => el.scrollHeight - el.scrollTop - el.clientHeight);
const reply = () => page.getByRole("textbox", { name: /回复 / });

test("CO10 what the bot understood is one line, opened for the rest; failed work and reasons are told", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-upset");
  const line = page.locator(".insight", { hasText: "问价格" });
  expect(await line.locator("summary").textContent()).toMatch(
    /86%[\s\S]*平静[\s\S]*趋势[\s\S]*优惠 · 已回答[\s\S]*L 码多少钱/,
  );
  expect(await line.getByText("其他可能").isVisible()).toBe(false);
  await line.locator("summary").click();
  expect(await line.locator(".facts").textContent()).toMatch(/其他可能[\s\S]*问优惠券 11%/);
  await page.getByText("后台任务失败：lookUpOrder · timeout").waitFor();
  expect(await page.locator(".reasons-block").textContent()).toContain("同一个问题问了 3 次：“我的快递到哪了”");
});

test("CO12 an internal note is marked as one for agents only", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.keyboard.press("m");
  await page.keyboard.type("已联系仓库");
  await page.keyboard.press("Enter");
  const note = page.locator(".note", { hasText: "已联系仓库" });
  await note.getByText("内部备注，仅客服可见").waitFor();
  expect(await page.locator(".bubble", { hasText: "已联系仓库" }).count()).toBe(0);
});

test("CO13 loading older messages leaves the reader's line where it was", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-long");
  const first = page.locator(".group").first();
  await scroller().evaluate((el) => {
    el.scrollTop = 0;
  });
  const words = await first.locator(".text").last().textContent();
  const before = (await first.boundingBox())?.y ?? 0;
  await page.getByRole("button", { name: "加载更早的消息" }).click();
  await expect.poll(() => page.locator(".group").first().locator(".text").last().textContent()).not.toBe(words);
  const line = page.locator(".group").filter({ hasText: words ?? "" });
  expect(Math.abs(((await line.first().boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
});

test("CO14 a reader at the end follows what is new; a reader elsewhere is told and not moved", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-long");
  await page.evaluate(() => window.fakeShop.says("c-long", "第一句新话"));
  await page.getByText("第一句新话").first().waitFor();
  await expect.poll(fromEnd).toBeLessThan(2);
  await scroller().evaluate((el) => {
    el.scrollTop = 200;
  });
  await page.locator(".to-end").waitFor();
  await page.evaluate(() => window.fakeShop.says("c-long", "第二句新话"));
  await page.getByRole("button", { name: "有新消息" }).waitFor();
  expect(await scroller().evaluate((el) => el.scrollTop)).toBe(200);
  await page.getByRole("button", { name: "有新消息" }).click();
  await expect.poll(fromEnd).toBeLessThan(2);
});

test("CO15 what the agent who has it sees is read; what others look at is not", async () => {
  page = await stage.signedIn();
  const unread = (id: string) =>
    page.evaluate((key) => window.fakeShop.conversations.get(key)?.summary.unread.agent, id);
  expect(await unread("c-mine")).toBeGreaterThan(0);
  await openConversation(page, "c-mine");
  await expect.poll(() => unread("c-mine")).toBe(0);
  await openConversation(page, "c-upset");
  await page.getByText("你们太差劲了！").first().waitFor();
  expect(await unread("c-upset")).toBeGreaterThan(0);
});

test("CO16 CO17 a reply is pending, then unread, then read; a refused one can be sent again or deleted", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.evaluate(() => {
    window.fakeShop.delayMs = 80;
  });
  await reply().fill("马上安排");
  await page.keyboard.press("Enter");
  await page.getByText("发送中…").waitFor();
  await page.locator(".group__state", { hasText: "未读" }).waitFor();
  await page.evaluate(() => {
    const { seq } = window.fakeShop.conversations.get("c-mine")!.summary;
    window.fakeShop.append("c-mine", { type: "message.read", data: { reader: "shopper", seq } }, { kind: "shopper" });
  });
  await page.locator(".group__state", { hasText: "已读" }).waitFor();
  await reply().fill("#refuse");
  await page.keyboard.press("Enter");
  await page.getByText("未发送: 内容格式不对，没有发出。").waitFor();
  await page.getByRole("button", { name: "删除" }).click();
  await expect.poll(() => page.locator(".pending").count()).toBe(0);
});

test("PT15 a reply that has to wait says why, and is sent by itself once the server has room", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.evaluate(() => {
    window.fakeShop.isFull = true;
  });
  await reply().fill("马上安排");
  await page.keyboard.press("Enter");
  await page.getByText("发送中… 服务器正忙，请稍等。").waitFor();
  await page.evaluate(() => {
    window.fakeShop.isFull = false;
  });
  await page.locator(".group__state", { hasText: "未读" }).waitFor();
  expect(await page.locator(".pending").count()).toBe(0);
});

test("CO25 Enter sends, Shift+Enter breaks the line, and the Enter that confirms a composition does neither", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await reply().focus();
  const enter = (more: object) =>
    reply().evaluate(
      (el, init) =>
        el.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init })),
      more,
    );
  await page.keyboard.type("ni hao");
  expect(await enter({ isComposing: true })).toBe(true);
  expect(await enter({ keyCode: 229 })).toBe(true);
  expect(await reply().inputValue()).toBe("ni hao");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("第二行");
  await page.keyboard.press("Enter");
  const sent = page.locator(".bubble").filter({ hasText: "ni hao" });
  expect(await sent.textContent()).toBe("ni hao\n第二行");
  expect(await reply().inputValue()).toBe("");
});

test("CO26 drafts stay with their conversation and mode, also over a reload", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await reply().fill("写到一半");
  await page.keyboard.press("Alt+m");
  await page.keyboard.type("备注一半");
  await openConversation(page, "c-long");
  expect(await reply().inputValue()).toBe("");
  await openConversation(page, "c-mine");
  await page.reload();
  await expect.poll(() => reply().inputValue()).toBe("写到一半");
  await page.getByRole("button", { name: "备注", exact: true }).click();
  expect(await page.locator(".writer__input").inputValue()).toBe("备注一半");
});

test("CO27 replying waits for its turn, and says whose it is", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-bot");
  await page.getByText("机器人正在接待。接手后你可以直接回复，机器人会停下。").waitFor();
  expect(await page.locator(".writer__input").count()).toBe(0);
  await openConversation(page, "c-closed");
  await page.locator(".composer-prompt", { hasText: "对话已结束。" }).waitFor();
});

test("CO28 a slash offers quick replies, chosen with the keyboard", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await reply().focus();
  await page.keyboard.type("/");
  expect(await page.locator(".quick__item").count()).toBe(4);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await reply().inputValue()).toBe("请稍等，我帮您核实一下。");
  await page.locator(".quick").waitFor({ state: "detached" });
});

test("CO29 the shopper's typing is seen; a reply's typing is told, a note's is not", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.evaluate(() =>
    window.fakeShop.signal({ conversationId: "c-mine", type: "typing", data: { by: { kind: "shopper" }, on: true } }),
  );
  await page.getByText("程一诺 正在输入").waitFor();
  await page.keyboard.press("m");
  await page.keyboard.type("note");
  expect(await page.evaluate(() => window.fakeShop.signals.length)).toBe(0);
  await page.keyboard.press("Alt+m");
  await page.keyboard.type("hi");
  await page.keyboard.press("Escape");
  const said = () => page.evaluate(() => window.fakeShop.signals.map((signal) => signal.data.on));
  await expect.poll(said).toEqual([true, false]);
});

test("CO34 colleagues who look at the same conversation are named", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.evaluate(() => {
    const agents = [
      { id: "agent-lin", name: "林晓" },
      { id: "agent-chen", name: "陈默" },
    ];
    window.fakeShop.signal({ conversationId: "c-mine", type: "viewers", data: { agents } });
  });
  await page.getByText("陈默 也在看").waitFor();
});

test("CO35 CO36 the panel shows product with SKUs, shopper, orders, reasons with numbers and the mood line", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-upset");
  const panel = page.getByRole("region", { name: "顾客与商品" });
  await panel.getByText("库存 38").waitFor();
  expect(await panel.locator("tbody tr").allInnerTexts()).toContain("米白 / L\t¥459.00\t无货");
  await panel.getByText("情绪趋势 −0.71，低于阈值 −0.40").waitFor();
  await panel.getByRole("img", { name: "情绪走势: 最近 4 条消息，最新 −0.71" }).waitFor();
  expect(await panel.locator(".sparkline__dot").count()).toBe(4);
  await panel.getByText("满 300 减 30 · WARM30").waitFor();
  await panel.getByText("运输中").waitFor();
});
