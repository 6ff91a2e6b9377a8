import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { field, focused, launcher, openStage, panel, phone, play, ready, type Stage } from "./support.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});

test("WG11 opening moves the focus into the dialog, Esc returns it to what opened it", async () => {
  const page = await stage.show({ open: "0" });
  await page.locator("#consult").focus();
  await page.keyboard.press("Enter");
  await panel(page).waitFor();
  await ready(page);
  expect(await focused(page)).toBe("textarea");
  expect(await panel(page).getAttribute("aria-modal")).toBeNull();
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  expect(await focused(page)).toBe("consult");
});

test("WG11 the close button returns the focus to the launcher, somebody working elsewhere is left alone", async () => {
  const page = await stage.show({ open: "0" });
  await launcher(page).click();
  await ready(page);
  await page.locator("yiwen-chat header .icon-button").click();
  expect(await focused(page)).toBe("yw");
  await launcher(page).click();
  await page.locator("#other").focus();
  await page.evaluate(() => (window as unknown as { widget: { close(): void } }).widget.close());
  await panel(page).waitFor({ state: "hidden" });
  expect(await focused(page)).toBe("other");
});

test("WG11 the focus stays in the dialog when the control that has it goes", async () => {
  const page = await stage.show({ locale: "en" });
  await ready(page);
  const press = async (selector: string) => {
    await page.locator(`yiwen-chat ${selector}`).first().focus();
    await page.keyboard.press("Enter");
    await page.locator(`yiwen-chat ${selector}`).first().waitFor({ state: "detached" });
    return focused(page);
  };
  expect(await press(".choice")).toBe("textarea");
  expect(await press("header .button")).toBe("textarea");
  expect(await press(".queue .button")).toBe("textarea");
  await play(page, (scene) => {
    scene.sending = "invalid_input";
  });
  for (const way of ["Try again", "Delete"]) {
    await field(page).fill("hello");
    await field(page).press("Enter");
    await page.locator("yiwen-chat .failed").waitFor();
    await play(page, (scene) => {
      scene.sending = undefined;
    });
    expect(await press(`.failed button:text("${way}")`)).toBe("textarea");
    await play(page, (scene) => {
      scene.sending = "invalid_input";
    });
  }
  await page.locator("#other").focus();
  await play(
    page,
    (scene) => void scene.push({ type: "handoff.requested", by: { kind: "bot" }, data: { staffed: true } }),
  );
  await page.locator("yiwen-chat .queue").waitFor();
  expect(await focused(page)).toBe("other");
});

test("WG12 on a phone the dialog is modal and keeps the focus, and its fields are 16 px", async () => {
  const page = await stage.show({ scene: "chat" }, phone);
  await ready(page);
  expect(await panel(page).getAttribute("aria-modal")).toBe("true");
  expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await field(page).evaluate((element) => getComputedStyle(element).fontSize)).toBe("16px");
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("YIWEN-CHAT");
  }
});

test("WG12 the panel is as high as what the keyboard leaves visible", async () => {
  const page = await stage.show({ scene: "chat" }, phone);
  await ready(page);
  await page.evaluate(() => {
    const viewport = window.visualViewport!;
    Object.defineProperty(viewport, "height", { value: 500 });
    Object.defineProperty(viewport, "offsetTop", { value: 40 });
    viewport.dispatchEvent(new Event("resize"));
  });
  expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 40, width: 390, height: 500 });
  const composer = (await page.locator("yiwen-chat .composer").boundingBox())!;
  expect(composer.y + composer.height).toBeLessThanOrEqual(540);
});

test("WG12 on a phone with a notch the panel is as high as the screen all the same", async () => {
  const page = await stage.show({ scene: "chat" }, phone);
  await ready(page);
  // What `env(safe-area-inset-top)` does there.
  await panel(page).evaluate((element) => element.style.setProperty("padding-top", "47px"));
  expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
});

test("WG34 the page's shortcuts don't fire while somebody writes or looks at a picture", async () => {
  const page = await stage.show({ locale: "en" });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`;
  await page.route("**/v1/uploads/*/*", (route) => route.fulfill({ contentType: "image/svg+xml", body: drawing }));
  await stage.change(page, { scene: "pictures" });
  await ready(page);
  await page.evaluate(() => {
    for (const type of ["keydown", "keypress", "keyup"])
      document.addEventListener(type, () => document.body.classList.add(type));
  });
  await field(page).pressSequentially("/?");
  await page.locator("yiwen-chat .photo").first().click();
  await page.locator("yiwen-chat dialog").waitFor();
  await page.keyboard.press("x");
  expect(await page.evaluate(() => document.body.className)).not.toContain("key");
});
