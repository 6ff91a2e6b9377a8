import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type DemoServer, startDemo } from "../../../test/support/demo-server.ts";
import { consult, openProduct } from "../../../test/support/shopper.ts";
import { openStage, type Stage, violations } from "./support.ts";

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => page?.context().close());
afterAll(() => stage?.close());

const textFile = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const shoot = async (name: string) => {
  const folder = process.env.YIWEN_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/knowledge-${name}.png` });
};
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const looks = [
  { width: 1280, locale: "zh-CN", colorScheme: "light" },
  { width: 768, locale: "en-US", colorScheme: "dark" },
  { width: 390, locale: "zh-CN", colorScheme: "light" },
] as const;

test.each(looks)(
  "CO49 CO40 the knowledge at $width px, $locale, $colorScheme: axe finds nothing, nothing is too wide",
  async (look) => {
    const { width, locale, colorScheme } = look;
    page = await stage.signedIn(
      { viewport: { width, height: 800 }, locale, colorScheme, reducedMotion: "reduce" },
      "he",
    );
    await page.keyboard.press("l");
    await page.locator(".document").first().waitFor();
    const found: Record<string, string[]> = {};
    await shoot(`list-${width}-${locale}-${colorScheme}`);
    const files = ["新政策.md", "常见问题.csv", "locked.pdf", "down.txt", "photo.heic"].map((name) =>
      textFile(name, "x"),
    );
    await page.locator(".drop input[type=file]").setInputFiles(files);
    await page.locator(".upload").nth(4).waitFor();
    await expect.poll(() => page.locator(".upload--moving").count()).toBe(0);
    found.uploads = await violations(page);
    expect(await overflow()).toBe(0);
    await shoot(`uploads-${width}-${locale}-${colorScheme}`);
    await page.locator(".document__forget").first().click();
    await page.locator("dialog").waitFor();
    found.dialog = await violations(page);
    await shoot(`dialog-${width}-${locale}-${colorScheme}`);
    expect(found).toEqual({ uploads: [], dialog: [] });
  },
);

test("CO49 it opens from the menu and by its key, and closes with Esc and the back button to the inbox as it was left", async () => {
  page = await stage.signedIn({}, "he");
  await page.locator(".row").first().click();
  await page.locator(".thread-list").waitFor();
  const conversation = page.url();
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("menuitem", { name: "知识库" }).click();
  await page.getByRole("heading", { name: "知识库" }).waitFor();
  await page.locator(".document").first().waitFor();
  expect(new URL(page.url()).hash).toBe("#knowledge");
  await page.reload();
  await page.locator(".document").first().waitFor();
  // A key of the inbox means nothing here.
  await page.keyboard.press("j");
  await page.getByRole("searchbox").fill("羽绒服");
  await expect.poll(() => page.locator(".document").count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".document").count()).toBe(6);
  await page.keyboard.press("Escape");
  await page.locator(".row").first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "知识库" }).waitFor();
  await page.goBack();
  await page.locator(".thread-list").waitFor();
  expect(page.url()).toBe(conversation);
  await page.keyboard.press("l");
  await page.getByRole("heading", { name: "知识库" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".thread-list").waitFor();
  expect(page.url()).toBe(conversation);
});

test("CO52 an agent who is no supervisor has neither key nor menu line for it", async () => {
  page = await stage.signedIn();
  await page.keyboard.press("l");
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("menuitem", { name: "键盘快捷键" }).waitFor();
  expect(await page.getByRole("menuitem", { name: "知识库" }).count()).toBe(0);
  expect(new URL(page.url()).hash).toBe("");
});

test("CO50 files are dropped anywhere on the page, and the page says so while they hang over it", async () => {
  page = await stage.signedIn({}, "he");
  await page.keyboard.press("l");
  await page.locator(".document").first().waitFor();
  const drag = (type: string) =>
    page.locator(".documents").evaluate((element, name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "拖进来.md", { type: "text/markdown" }));
      element.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }));
    }, type);
  await drag("dragover");
  await page.getByText("松开就上传").waitFor();
  await drag("drop");
  await page.locator(".upload--good", { hasText: "拖进来.md" }).getByText("已收录 12 个段落").waitFor();
  await page.locator(".document", { hasText: "拖进来.md" }).waitFor();
});

describe("with a real server", () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startDemo();
  });
  afterAll(() => server?.close());

  const signIn = async (name: string, address = "") => {
    const context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    page = await context.newPage();
    await page.goto(`${server.url}/console/${address}`);
    await page.locator("input[name=email]").fill(`${name}@demo.shop`);
    await page.locator("input[name=password]").fill(`camellia-${name}`);
    await page.keyboard.press("Enter");
  };
  const ask = async (question: string) => {
    const context = await stage.browser.newContext({ locale: "zh-CN" });
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
    const question = "云阶会员日是哪一天";
    await signIn("he");
    await page.locator(".filters").waitFor();
    await page.keyboard.press("l");
    await page.locator(".document").first().waitFor();
    const text = "# 云阶会员日\n\n## 云阶会员日是哪一天\n\n云阶会员日是每月 18 日，当天积分双倍。\n";
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

  test("CO52 the server, not the page, keeps other agents out", async () => {
    await signIn("lin", "#knowledge");
    await page.getByText("只有主管可以管理知识库").waitFor();
    expect(await page.locator(".document, .drop").count()).toBe(0);
    const refused = await page.evaluate(async () => {
      const answer = await fetch("/v1/knowledge/documents?document=returns.md", { method: "DELETE" });
      return answer.status;
    });
    expect(refused).toBe(403);
    await page.keyboard.press("Escape");
    await page.locator(".filters").waitFor();
  });
});
