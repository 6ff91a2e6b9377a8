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

test("WG15 Enter sends, Shift+Enter breaks the line", async () => {
  const page = await stage.show({});
  await ready(page);
  await field(page).pressSequentially("一");
  await field(page).press("Shift+Enter");
  await field(page).pressSequentially("二");
  await field(page).press("Enter");
  await bubbles(page, "shopper").getByText("一\n二").waitFor();
  expect(await field(page).inputValue()).toBe("");
  expect(await commandsOf(page, "message.send")).toEqual([{ content: { kind: "text", text: "一\n二" } }]);
});

test("WG15 the Enter that confirms a Chinese composition doesn't send", async () => {
  const page = await stage.show({});
  await ready(page);
  await field(page).fill("你好");
  await field(page).evaluate((element) => {
    const press = (init: KeyboardEventInit) =>
      element.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true, ...init }),
      );
    // Chrome and Firefox: the key comes while composing. Safari: right after the composition has ended.
    element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    press({ isComposing: true, keyCode: 229 });
    element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    press({ keyCode: 229 });
    press({ keyCode: 13 });
  });
  expect(await field(page).inputValue()).toBe("你好");
  expect(await commandsOf(page, "message.send")).toEqual([]);
  await expect
    .poll(async () => {
      await field(page).press("Enter");
      return (await commandsOf(page, "message.send")).length;
    })
    .toBe(1);
});

test("WG16 near the limit the rest is counted, beyond it nothing is sent and nothing is cut", async () => {
  const page = await stage.show({ locale: "en" });
  await ready(page);
  const left = page.locator("yiwen-chat #left");
  await field(page).fill("x".repeat(3700));
  expect(await left.count()).toBe(0);
  await field(page).fill("x".repeat(3990));
  expect(await left.textContent()).toBe("10 left");
  await field(page).fill("x".repeat(4003));
  expect(await left.textContent()).toBe("3 too many");
  await field(page).press("Enter");
  expect(await page.locator("yiwen-chat .send").isDisabled()).toBe(true);
  expect((await field(page).inputValue()).length).toBe(4003);
  expect(await commandsOf(page, "message.send")).toEqual([]);
});

test("WG17 a failed message says why, and can be retried or deleted", async () => {
  const page = await stage.show({ scene: "failing", locale: "en" });
  await ready(page);
  await field(page).fill("hello");
  await field(page).press("Enter");
  const failed = page.locator("yiwen-chat .failed");
  await failed.getByText("This can't be sent").waitFor();
  await play(page, (scene) => {
    scene.sending = undefined;
  });
  // By key: the thread may still move to its end, and a press of the mouse would end beside the button.
  await failed.getByText("Try again").press("Enter");
  await failed.waitFor({ state: "detached" });
  await page.locator("yiwen-chat .state").getByText("Delivered").waitFor();
  await play(page, (scene) => {
    scene.sending = "invalid_input";
  });
  await field(page).fill("again");
  await field(page).press("Enter");
  await failed.getByText("Delete").press("Enter");
  expect(await bubbles(page, "shopper").getByText("again").count()).toBe(0);
});

test("PT15 a message that has to wait says why, and is sent by itself once the server has room", async () => {
  const page = await stage.show({});
  await ready(page);
  await play(page, (scene) => {
    scene.sending = "overloaded";
  });
  await field(page).fill("有货吗");
  await field(page).press("Enter");
  const state = page.locator("yiwen-chat .state");
  await state.getByText("咨询的人太多了，请稍等。").waitFor();
  expect(await page.locator("yiwen-chat .failed").count()).toBe(0);
  await play(page, (scene) => {
    scene.sending = undefined;
  });
  await state.getByText("已送达").waitFor();
});

test("WG21 dots while the answer is awaited, none once it is there", async () => {
  const page = await stage.show({});
  await ready(page);
  await field(page).fill("有货吗");
  await field(page).press("Enter");
  await page.locator("yiwen-chat .dots").waitFor();
  await play(page, (scene) => {
    scene.push({
      type: "message.sent",
      by: { kind: "bot" },
      data: { id: "r1", content: { kind: "text", text: "有货" } },
    });
  });
  await bubbles(page, "bot").getByText("有货").waitFor();
  expect(await page.locator("yiwen-chat .dots").count()).toBe(0);
});

test("WG26 a lost connection is told, what is written waits visibly and is sent when it is back", async () => {
  const page = await stage.show({ locale: "en" });
  await ready(page);
  await play(page, (scene) => {
    scene.isDown = true;
    scene.lose();
  });
  await page.locator("yiwen-chat .connection").waitFor();
  await field(page).fill("still here");
  await field(page).press("Enter");
  await page.locator("yiwen-chat .state").getByText("Waiting to send").waitFor();
  await play(page, (scene) => {
    scene.isDown = false;
  });
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.locator("yiwen-chat .state").getByText("Delivered").waitFor();
  expect(await page.locator("yiwen-chat .connection").count()).toBe(0);
  expect(await bubbles(page, "shopper").getByText("still here").count()).toBe(1);
});
