import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { commandsOf, desktop, field, openStage, phone, ready, type Stage, violations } from "./support.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const file = { name: "broken.png", mimeType: "image/png", buffer: Buffer.from(dot, "base64") };

const chat = (page: Page, selector: string): Locator => page.locator(`yiwen-chat ${selector}`);

type Up = { bytes: Buffer; authorization: string | undefined };

/** A server for pictures: it keeps what is sent up and answers by `answers`, in their order, the last for ever. */
async function serve(page: Page, ...answers: ("ok" | string)[]): Promise<Up[]> {
  const ups: Up[] = [];
  await page.route("**/v1/uploads", (route) => {
    const request = route.request();
    ups.push({ bytes: request.postDataBuffer() ?? Buffer.alloc(0), authorization: request.headers().authorization });
    const code = answers.length > 1 ? answers.shift() : (answers[0] ?? "ok");
    const data = { uploadId: `u${ups.length}`, width: 640, height: 480, mime: "image/jpeg", size: 9 };
    const body = code === "ok" ? { ok: true, data } : { ok: false, error: { code, message: "", retryable: true } };
    return route.fulfill({ json: body, status: code === "ok" ? 200 : 400 });
  });
  await page.route("**/v1/uploads/*/*", (route) => {
    const isGone = route.request().url().endsWith("/gone");
    return isGone ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: "image/svg+xml", body: drawing });
  });
  return ups;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#8ac"/></svg>`;

/** Draws a picture of this size in the page and gives it to the composer as a paste or a drop would. */
async function give(page: Page, how: "paste" | "drop", size: { width: number; height: number }): Promise<void> {
  const target = await field(page).elementHandle();
  await page.evaluate(
    async ({ target, how, size }) => {
      const canvas = Object.assign(document.createElement("canvas"), size);
      canvas.getContext("2d")!.fillRect(0, 0, 90, 90);
      const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), "image/png"));
      const data = new DataTransfer();
      data.items.add(new File([blob], "screenshot.png", { type: "image/png" }));
      const options = { bubbles: true, composed: true, cancelable: true };
      const event =
        how === "paste"
          ? new ClipboardEvent("paste", { ...options, clipboardData: data })
          : new DragEvent("drop", { ...options, dataTransfer: data });
      target!.dispatchEvent(event);
    },
    { target, how, size },
  );
}

test("UP11 pictures come by button, paste and drop, wait for the send button, and can be taken back", async () => {
  const page = await stage.show({});
  await ready(page);
  const ups = await serve(page);
  expect(await chat(page, ".send").isDisabled()).toBe(true);
  await chat(page, "input[type=file]").setInputFiles([file, file]);
  await give(page, "paste", { width: 20, height: 20 });
  await give(page, "drop", { width: 20, height: 20 });
  await expect.poll(() => chat(page, ".staged li").count()).toBe(4);
  await chat(page, ".staged li").first().getByRole("button").click();
  expect(await violations(page)).toEqual([]);
  await field(page).fill("就是这里坏了");
  await chat(page, ".send").click();
  await expect.poll(async () => (await commandsOf(page, "message.send")).length).toBe(4);
  expect(ups.map(({ authorization }) => authorization)).toEqual(["Bearer t", "Bearer t", "Bearer t"]);
  const sent = (await commandsOf(page, "message.send")) as { content: { kind: string; uploadId?: string } }[];
  expect(sent.flatMap(({ content }) => content.uploadId ?? [])).toEqual(["u1", "u2", "u3"]);
  expect(await chat(page, ".staged").count()).toBe(0);
  expect(await chat(page, ".photo").count()).toBe(3);
});

test("UP11 a large picture goes up as a JPEG of at most 1,600 pixels a side, a small one as it is", async () => {
  const page = await stage.show({});
  await ready(page);
  const ups = await serve(page);
  await give(page, "paste", { width: 4000, height: 3000 });
  await chat(page, ".staged li").waitFor();
  await field(page).press("Enter");
  await expect.poll(() => ups.length).toBe(1);
  const sizeOf = (bytes: Buffer) => {
    const frame = bytes.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(bytes[at + 1] ?? 0));
    return [bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)];
  };
  expect(sizeOf(ups[0]!.bytes)).toEqual([1600, 1200]);
  await chat(page, "input[type=file]").setInputFiles(file);
  await chat(page, ".staged li").waitFor();
  await field(page).press("Enter");
  await expect.poll(() => ups.length).toBe(2);
  expect(ups[1]?.bytes.includes(file.buffer)).toBe(true);
});

test("UP12 a picture that did not get up says why; it is sent again or dropped, and words go their own way", async () => {
  const page = await stage.show({});
  await ready(page);
  const ups = await serve(page, "upload_not_image", "token_expired", "ok", "unavailable");
  await chat(page, "input[type=file]").setInputFiles(file);
  await chat(page, ".staged li").waitFor();
  await field(page).fill("看图");
  await field(page).press("Enter");
  await chat(page, ".failed").getByText("只能发送 JPEG、PNG、WebP 或 GIF 图片").waitFor();
  expect(await commandsOf(page, "message.send")).toEqual([{ content: { kind: "text", text: "看图" } }]);
  await chat(page, ".failed").getByText("重试").click();
  await expect.poll(async () => (await commandsOf(page, "message.send")).length).toBe(2);
  expect(ups).toHaveLength(3);
  await chat(page, "input[type=file]").setInputFiles(file);
  await chat(page, ".staged li").waitFor();
  await chat(page, ".send").click();
  await chat(page, ".failed").getByText("删除").click();
  expect(await chat(page, ".photo").count()).toBe(1);
});

test.each([
  ["desktop", desktop, "light"],
  ["phone", phone, "dark"],
] as const)(
  "UP13 on a %s a picture has its place before it is there, and a tap shows it in full until Esc",
  async (_, options, theme) => {
    const page = await stage.show({ open: "0", scene: "pictures", theme }, options);
    await serve(page);
    await page.locator("yiwen-chat #yw").click();
    await ready(page);
    const photos = chat(page, ".photo img");
    await expect.poll(() => photos.count()).toBe(2);
    expect(await photos.evaluateAll((all) => all.map((one) => [one.clientWidth, one.clientHeight]))).toEqual([
      [220, 124],
      [98, 260],
    ]);
    const words = await chat(page, ".card-empty").allTextContents();
    expect(words).toEqual(["图片无法显示", "图片审核中"]);
    expect(await violations(page)).toEqual([]);
    await chat(page, ".photo").first().click();
    const full = page.locator("yiwen-chat dialog.full");
    await full.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await full.waitFor({ state: "detached" });
    expect(await chat(page, ".panel").isVisible()).toBe(true);
    const inside = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
    expect(inside).toBe("photo");
  },
);

test("UP15 the part for pictures is within 2 kB", () => {
  const dist = fileURLToPath(new URL("../dist/chat/", import.meta.url));
  const part = readdirSync(dist).filter((name) => /^pictures-.*\.js$/.test(name));
  expect(part).toHaveLength(1);
  expect(brotliCompressSync(readFileSync(dist + part[0])).length).toBeLessThanOrEqual(2000);
});

test("WG31 what one person was writing and about to send is gone when another takes over, and kept when it is theirs", async () => {
  const page = await stage.show({});
  await ready(page);
  const identify = (sub: string | undefined) =>
    page.evaluate((sub) => {
      const { widget } = window as unknown as { widget: { identify(who: object | null): void } };
      widget.identify(sub ? { token: `h.${btoa(JSON.stringify({ sub }))}.s` } : null);
    }, sub);
  const staged = page.locator("yiwen-chat .staged li");
  await field(page).fill("my card number is");
  await page.locator("yiwen-chat input[type=file]").setInputFiles({
    name: "receipt.gif",
    mimeType: "image/gif",
    buffer: Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64"),
  });
  await staged.waitFor();
  await identify("lin");
  await ready(page);
  expect(await field(page).inputValue()).toBe("my card number is");
  expect(await staged.count()).toBe(1);
  await identify(undefined);
  await staged.waitFor({ state: "detached" });
  await ready(page);
  expect(await field(page).inputValue()).toBe("");
});
