import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sceneNames } from "../dev/scenes.ts";
import { desktop, field, openStage, panel, phone, play, type Stage, violations } from "./support.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** The screens that differ most from each other. */
const main = ["chat", "cards", "queue", "closed", "sources", "failing"];

type Look = { name: string; query: Record<string, string>; options: typeof phone; scenes: string[] };

const looks: Look[] = [
  { name: "desktop, Chinese, light", query: { locale: "zh-CN", theme: "light" }, options: desktop, scenes: sceneNames },
  { name: "desktop, English, dark", query: { locale: "en", theme: "dark" }, options: desktop, scenes: main },
  {
    name: "phone, Chinese, dark, orange",
    query: { locale: "zh-CN", theme: "dark", accent: "#ff6a00" },
    options: phone,
    scenes: sceneNames,
  },
  {
    name: "phone, English, light, yellow",
    query: { locale: "en", theme: "light", accent: "#ffd400" },
    options: phone,
    scenes: main,
  },
];

describe.each(looks)("$name", ({ query, options, scenes }) => {
  test("WG13 axe finds nothing in any screen", async () => {
    const found: Record<string, string[]> = {};
    const page = await stage.show(query, options);
    for (const scene of scenes) {
      await stage.change(page, { ...query, scene });
      await prepare(scene, page);
      await settled(scene, page);
      found[scene] = await violations(page);
    }
    await page.context().close();
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  });

  test("WG12 nothing is wider than the panel, and the panel is on the screen", async () => {
    const page = await stage.show(query, options);
    for (const scene of ["chat", "sources", "cards", "closed", "away", "failing"]) {
      await stage.change(page, { ...query, scene });
      await settled(scene, page);
      const box = (await panel(page).boundingBox())!;
      const { width, height } = page.viewportSize()!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      const over = await page
        .locator("yiwen-chat .thread")
        .evaluate((thread) => thread.scrollWidth - thread.clientWidth);
      expect(over).toBe(0);
    }
    await page.context().close();
  });
});

/** Brings about what a scene shows only after somebody did something. */
async function prepare(scene: string, page: Page): Promise<void> {
  if (scene === "sending" || scene === "failing") {
    await field(page).fill("x".repeat(100));
    await field(page).press("Enter");
    await field(page).fill("x".repeat(3990));
  }
  if (scene === "closed") await page.getByRole("radio").nth(3).check({ force: true });
  if (scene === "sources") await page.locator("yiwen-chat summary").click();
  if (scene === "refusal") await page.locator("yiwen-chat header .button").click();
  if (scene === "offline") {
    await play(page, (scene) => {
      scene.isDown = true;
      scene.lose();
    });
    await page.locator("yiwen-chat .connection").waitFor();
  }
}

/** Waits until the scene's own screen is there, not the one before it. */
async function settled(scene: string, page: Page): Promise<void> {
  const sign = scene === "refused" ? ".blank" : scene === "loading" ? ".skeleton" : ".log > *";
  await page.locator(`yiwen-chat ${sign}`).first().waitFor();
  await page.waitForFunction(
    (sign) => sign !== ".log > *" || !document.querySelector("yiwen-chat")?.shadowRoot?.querySelector(".skeleton"),
    sign,
  );
}
