import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { field, openStage, panel, play, ready, type Stage } from "./support.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});

const top = (page: Page, key: string) =>
  page.locator(`yiwen-chat [data-key="${key}"]`).evaluate((element) => Math.round(element.getBoundingClientRect().top));

test("WG25 older messages come in above without moving what is read", async () => {
  const page = await stage.show({ scene: "older" });
  await ready(page);
  await page.locator("yiwen-chat .thread").evaluate((thread) => thread.scrollTo(0, 0));
  const first = (await page.locator("yiwen-chat .message").first().getAttribute("data-key"))!;
  const before = await top(page, first);
  await page.locator("yiwen-chat .older").click();
  await expect.poll(() => page.locator("yiwen-chat .message").count()).toBe(40);
  expect(Math.abs((await top(page, first)) - before)).toBeLessThanOrEqual(1);
});

test("WG25 a new message is followed at the end, and elsewhere only told", async () => {
  const page = await stage.show({ scene: "older" });
  await ready(page);
  const say = () =>
    play(page, (scene) => {
      const id = `n${scene.events.length}`;
      scene.push({ type: "message.sent", by: { kind: "bot" }, data: { id, content: { kind: "text", text: id } } });
    });
  const rest = () =>
    page
      .locator("yiwen-chat .thread")
      .evaluate((thread) => thread.scrollHeight - thread.clientHeight - thread.scrollTop);
  await say();
  await page
    .getByText(/^n\d+$/)
    .first()
    .waitFor();
  expect(await rest()).toBeLessThanOrEqual(1);
  await page.locator("yiwen-chat .thread").evaluate((thread) => thread.scrollTo(0, 100));
  await page.locator("yiwen-chat .to-end").waitFor();
  await say();
  await page.getByText("1 条新消息").waitFor();
  expect(await page.locator("yiwen-chat .thread").evaluate((thread) => thread.scrollTop)).toBe(100);
  await page.locator("yiwen-chat .to-end").click();
  expect(await rest()).toBeLessThanOrEqual(1);
});

test("WG9 setLocale changes the texts at once and keeps what was written", async () => {
  const page = await stage.show({});
  await ready(page);
  await field(page).fill("半句话");
  await page.evaluate(() => (window as unknown as { widget: { setLocale(to: string): void } }).widget.setLocale("en"));
  await page.getByText("Talk to a person").first().waitFor();
  expect(await panel(page).getAttribute("lang")).toBe("en");
  expect(await field(page).inputValue()).toBe("半句话");
});
