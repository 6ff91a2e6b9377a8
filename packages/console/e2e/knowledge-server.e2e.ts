import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type DemoServer, startDemo } from "../../../test/support/demo-server.ts";
import { consult, openProduct } from "../../../test/support/shopper.ts";
import { launch, shoot, textFile, violations } from "./support.ts";

let server: DemoServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(), launch()]);
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const signIn = async (name: string, address = "") => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  page = await context.newPage();
  await page.goto(`${server.url}/console/${address}`);
  await page.locator("input[name=email]").fill(`${name}@demo.shop`);
  await page.locator("input[name=password]").fill(`camellia-${name}`);
  await page.keyboard.press("Enter");
};
const ask = async (question: string) => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const shopper = await openProduct(context, server.url, "zh");
  await consult(shopper, "zh");
  await shopper.bubbles("bot").first().waitFor();
  const before = await shopper.bubbles("bot").count();
  await shopper.writes(question);
  await expect.poll(() => shopper.bubbles("bot").count()).toBeGreaterThan(before);
  const heard = (await shopper.bubbles("bot").last().textContent()) ?? "";
  const sources = (await shopper.panel.locator(".sources").allTextContents()).join();
  await context.close();
  return { heard, sources };
};

test("CO50 CO51 a supervisor uploads a page; the bot answers from it and names it, until it is deleted", async () => {
  const question = "云阶会员日是哪天";
  await signIn("he");
  await page.locator(".filters").waitFor();
  await page.keyboard.press("l");
  await page.locator(".document").first().waitFor();
  const text = "# 云阶会员日\n\n## 云阶会员日是哪天\n\n云阶会员日是每月 18 日，当天积分双倍。\n";
  const faq = "问题,答案\n云阶积分会过期吗,两年内有效。\n云阶积分怎么换,\n";
  const files = [textFile("云阶会员日.md", text), textFile("云阶积分.csv", faq), textFile("坏.pdf", "no pdf")];
  await page.locator(".drop input[type=file]").setInputFiles(files);
  await page.locator(".upload--good", { hasText: "云阶会员日.md" }).getByText("已收录 1 个段落").waitFor();
  const gaps = page.locator(".upload--partly", { hasText: "云阶积分.csv" });
  await gaps.getByText("已收录 1 个段落").waitFor();
  expect(await gaps.locator(".left-out li").allTextContents()).toEqual(["第 3 行 没有答案云阶积分怎么换"]);
  const broken = page.locator(".upload--bad", { hasText: "坏.pdf" });
  await broken.getByText("没有收录任何内容：不是能读取的 PDF 文件").waitFor();
  const answer = await ask(question);
  expect(answer.heard).toContain("每月 18 日");
  expect(answer.sources).toContain("云阶会员日");

  await page.getByRole("button", { name: "删除 云阶会员日.md" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await page.getByRole("button", { name: "删除 云阶会员日.md" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await page.getByText("已删除：机器人不再用它回答。").waitFor();
  await expect.poll(() => page.locator(".document", { hasText: "云阶会员日.md" }).count()).toBe(0);
  expect((await ask(question)).heard).not.toContain("18 日");
});

test("CO49 while it is read, when it can't be, and when there is nothing, the page says so, and reads again", async () => {
  await signIn("he");
  await page.locator(".filters").waitFor();
  const documents = "**/v1/knowledge/documents";
  let fail = () => {};
  const failing = new Promise<void>((resolve) => {
    fail = resolve;
  });
  await page.route(documents, async (route) => {
    await failing;
    await route.abort();
  });
  await page.keyboard.press("l");
  await page.getByText("正在读取知识库…").waitFor();
  const found = { loading: await violations(page), failed: [""], empty: [""] };
  fail();
  await page.getByRole("alert").getByText("知识库读取失败。").waitFor();
  found.failed = await violations(page);
  await shoot(page, "knowledge-failed");
  await page.unroute(documents);
  await page.route(documents, (route) => route.fulfill({ json: { ok: true, data: { documents: [] } } }));
  await page.getByRole("button", { name: "重试" }).click();
  await page.getByText("知识库还是空的").waitFor();
  found.empty = await violations(page);
  await shoot(page, "knowledge-empty");
  expect(found).toEqual({ loading: [], failed: [], empty: [] });
});

test("CO52 the server, not the page, keeps other agents out", async () => {
  await signIn("lin", "#knowledge");
  await page.getByText("只有主管可以管理知识库").waitFor();
  await shoot(page, "knowledge-not-allowed");
  expect(await page.locator(".document, .drop").count()).toBe(0);
  const refused = await page.evaluate(async () => {
    const answer = await fetch("/v1/knowledge/documents?document=returns.md", { method: "DELETE" });
    return answer.status;
  });
  expect(refused).toBe(403);
  await page.keyboard.press("Escape");
  await page.locator(".filters").waitFor();
});
