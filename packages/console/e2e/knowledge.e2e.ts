import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shoot, textFile, useStage, violations } from "./support.ts";

const stage = useStage();
let page: Page;

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
    await shoot(page, `knowledge-list-${width}-${locale}-${colorScheme}`);
    const files = ["新政策.md", "常见问题.csv", "locked.pdf", "down.txt", "photo.heic"].map((name) =>
      textFile(name, "x"),
    );
    await page.locator(".drop input[type=file]").setInputFiles(files);
    await page.locator(".upload").nth(4).waitFor();
    await expect.poll(() => page.locator(".upload--moving").count()).toBe(0);
    found.uploads = await violations(page);
    expect(await overflow()).toBe(0);
    await shoot(page, `knowledge-uploads-${width}-${locale}-${colorScheme}`);
    await page.locator(".document__forget").first().click();
    await page.locator("dialog").waitFor();
    found.dialog = await violations(page);
    await shoot(page, `knowledge-dialog-${width}-${locale}-${colorScheme}`);
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

test("CO52 CO24 an agent who is no supervisor has no key, menu line or shortcut for it", async () => {
  page = await stage.signedIn({}, "he");
  const shortcuts = async () => {
    await page.keyboard.press("?");
    await page.locator(".shortcuts").waitFor();
    const names = await page.locator(".shortcuts dt").allTextContents();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    return names;
  };
  expect(await shortcuts()).toContain("知识库");
  await page.context().close();
  page = await stage.signedIn();
  expect(await shortcuts()).not.toContain("知识库");
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
