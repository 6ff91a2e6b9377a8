import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, useStage, violations } from "./support.ts";

const stage = useStage();
let page: Page;

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const file = { name: "label.png", mimeType: "image/png", buffer: Buffer.from(dot, "base64") };

const reply = (): Locator => page.getByRole("textbox", { name: /回复 / });
const staged = (): Locator => page.locator(".staged li");
const photos = (): Locator => page.locator(".thread-list .photo");

/** A server for pictures, which answers by `answers`, the last for ever; how often it was asked. */
async function serve(...answers: string[]): Promise<() => number> {
  let asked = 0;
  await page.route("**/v1/uploads", (route) => {
    const code = answers[Math.min(asked++, answers.length - 1)] ?? "ok";
    const data = { uploadId: `u${asked}`, width: 640, height: 480, mime: "image/png", size: 9 };
    const body = code === "ok" ? { ok: true, data } : { ok: false, error: { code, message: "", retryable: true } };
    return route.fulfill({ json: body, status: code === "ok" ? 200 : 413 });
  });
  await page.route("**/v1/uploads/pk_demo/*", (route) =>
    route.request().url().endsWith("/gone") ? route.fulfill({ status: 404 }) : route.fulfill({ body: file.buffer }),
  );
  return () => asked;
}

test("UP14 an agent attaches and pastes pictures, takes one back, and sends them with or without words", async () => {
  page = await stage.signedIn();
  const asked = await serve();
  await openConversation(page, "c-mine");
  await page.locator("input[type=file]").setInputFiles([file, file]);
  await reply().evaluate((box) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "a.gif", { type: "image/gif" }));
    box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
  });
  await expect.poll(() => staged().count()).toBe(3);
  await staged().first().getByRole("button").click();
  const atEnd = (el: Element) => el.scrollHeight - el.scrollTop - el.clientHeight < 2;
  expect(await page.locator(".thread-scroll").evaluate(atEnd)).toBe(true);
  expect(await violations(page)).toEqual([]);
  await reply().fill("标签在这里");
  await page.keyboard.press("Enter");
  await expect.poll(() => photos().count()).toBe(2);
  await page.locator(".bubble", { hasText: "标签在这里" }).waitFor();
  await expect.poll(asked).toBe(2);
  expect(await staged().count()).toBe(0);
  await page.locator(".filter").nth(1).click();
  await page.locator(".row[aria-current=true] .row__preview", { hasText: "[图片]" }).waitFor();
});

test("UP14 a picture that did not get up says why and is sent again or dropped; a note takes none", async () => {
  page = await stage.signedIn();
  await serve("upload_too_large", "ok");
  await openConversation(page, "c-mine");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "发送" }).click();
  await page.getByText("图片太大，最大 5 MB").waitFor();
  await page.getByRole("button", { name: "重发" }).click();
  await expect.poll(() => page.locator(".pending").count()).toBe(0);
  expect(await photos().count()).toBe(1);
  await reply().press("Escape");
  await page.keyboard.press("m");
  await page.locator(".composer--note").waitFor();
  expect(await page.locator("input[type=file]").count()).toBe(0);
});

test("UP14 a shopper's picture has its place, is shown in full until Esc, and says so where it can't be", async () => {
  page = await stage.signedIn();
  await serve();
  await openConversation(page, "c-mine");
  await page.evaluate(() => {
    const by = { kind: "shopper" } as const;
    const image = (uploadId: string) => ({ kind: "image", uploadId, width: 1600, height: 1200 }) as const;
    for (const id of ["seen", "gone", "held"])
      window.fakeShop.append("c-mine", { type: "message.sent", data: { id, content: image(id) } }, by);
    window.fakeShop.append("c-mine", { type: "message.withheld", data: { messageId: "held" } }, by);
  });
  await page.getByText("图片无法显示").waitFor();
  await page.getByText("图片未通过内容审核").waitFor();
  const image = photos().locator("img");
  expect(await image.evaluate((img) => [img.clientWidth, img.clientHeight])).toEqual([280, 210]);
  await photos().click();
  const full = page.locator("dialog.full");
  await full.waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await full.waitFor({ state: "detached" });
  expect(await photos().evaluate((button) => button === document.activeElement)).toBe(true);
});
