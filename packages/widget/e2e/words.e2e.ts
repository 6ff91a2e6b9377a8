import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { bubbles, commandsOf, field, openStage, play, ready, type Stage } from "./support.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});

test("WG18 a choice does what it says, and is gone once something was said", async () => {
  const page = await stage.show({});
  await ready(page);
  const choices = page.locator("yiwen-chat .choice");
  expect(await choices.count()).toBe(4);
  await choices.getByText("多久能发货？").click();
  await bubbles(page, "shopper").getByText("多久能发货？").waitFor();
  expect(await choices.count()).toBe(0);
  expect(await commandsOf(page, "message.send")).toEqual([{ content: { kind: "text", text: "多久能发货？" } }]);
});

test("WG18 WG22 asking for a human by choice puts the shopper in the queue, and it can be left", async () => {
  const page = await stage.show({});
  await ready(page);
  await page.locator("yiwen-chat .choice").getByText("转人工").click();
  const queue = page.locator("yiwen-chat .queue");
  await queue.getByText("正在为您转接人工客服").waitFor();
  await queue.getByText("取消排队").click();
  await queue.waitFor({ state: "detached" });
  await page.locator("yiwen-chat .notice").getByText("已取消排队").waitFor();
});

test("WG22 the place and minutes, being next, nobody there and too late are told apart", async () => {
  const texts: Record<string, string> = {};
  for (const scene of ["queue", "next", "away", "late"]) {
    const page = await stage.show({ scene });
    await ready(page);
    texts[scene] = (await page.locator("yiwen-chat .banner-body").textContent()) ?? "";
  }
  expect(texts.queue).toContain("前面还有 2 位，大约 3 分钟");
  expect(texts.next).toContain("下一位就是您，大约 1 分钟");
  expect(texts.away).toContain("现在没有客服在线");
  expect(texts.late).toContain("让您久等了");
});

test("WG19 cards tell price, list price and stock, sold out and no longer sold", async () => {
  const page = await stage.show({ scene: "cards" });
  await ready(page);
  const text = (await page.locator("yiwen-chat .log").textContent()) ?? "";
  for (const part of [
    "¥399",
    "¥459",
    "仅剩 6 件",
    "¥59.50",
    "暂时缺货",
    "这件商品已下架",
    "订单 20261118-0042",
    "找不到这个订单",
  ]) {
    expect(text).toContain(part);
  }
});

test("WG20 an answer's source unfolds to its words and a link", async () => {
  const page = await stage.show({ scene: "sources" });
  await ready(page);
  const quote = page.locator("yiwen-chat blockquote");
  expect(await quote.isVisible()).toBe(false);
  await page.locator("yiwen-chat summary").focus();
  await page.keyboard.press("Enter");
  await quote.getByText("自签收之日起").waitFor();
  expect(await page.locator("yiwen-chat .sources a").getAttribute("href")).toBe("https://example.com/returns");
});

test("WG23 an agent's arrival is told in the thread and the header", async () => {
  const page = await stage.show({ scene: "human" });
  await page.locator("yiwen-chat .notice").getByText("林小北 已接入").waitFor();
  expect(await page.locator("yiwen-chat header p").textContent()).toContain("林小北 正在为您服务");
  await page.locator("yiwen-chat .state").getByText("已读").waitFor();
});

test("WG24 a coupon's code is copied", async () => {
  const page = await stage.show({ scene: "chat" }, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("yiwen-chat .coupon button").click();
  await page.locator("yiwen-chat .coupon").getByText("已复制").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("YUN20");
});

test("WG5 a product that isn't there is told, and plain chat is open", async () => {
  const page = await stage.show({ scene: "no-product" });
  await page.locator("yiwen-chat .refusal").getByText("这件商品可能已下架").waitFor();
  await field(page).fill("那有别的吗");
  await field(page).press("Enter");
  await bubbles(page, "shopper").getByText("那有别的吗").waitFor();
});

test("WG27 a website that isn't allowed is told so, and can be tried again", async () => {
  const page = await stage.show({ scene: "refused", locale: "en" });
  await page.getByText("This website isn't on the shop's list").waitFor();
  await play(page, (scene) => {
    scene.refusal = undefined;
  });
  await page.locator("yiwen-chat .blank button").click();
  await field(page).waitFor();
});

test("WG28 a closed conversation is rated once with a comment, then a new one can begin", async () => {
  const page = await stage.show({ scene: "closed", locale: "en" });
  await ready(page);
  expect(await field(page).count()).toBe(0);
  await page.getByRole("radio", { name: "Good" }).check({ force: true });
  await page.locator("yiwen-chat .closing textarea").fill("quick");
  await page.getByRole("button", { name: "Send rating" }).click();
  await page.getByText("Thanks for your feedback").waitFor();
  expect(await commandsOf(page, "rating.give")).toEqual([{ score: 4, comment: "quick" }]);
  expect(await page.getByRole("radio").count()).toBe(0);
  await page.getByRole("button", { name: "Start a new conversation" }).click();
  await expect
    .poll(() => commandsOf(page, "conversation.open"))
    .toContainEqual(expect.objectContaining({ fresh: true }));
});
