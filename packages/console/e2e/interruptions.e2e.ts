import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openConversation, shoot, useStage, violations } from "./support.ts";

const stage = useStage();
let page: Page;

const phone = { viewport: { width: 390, height: 800 }, locale: "en-US" };
const reply = () => page.locator(".composer--reply textarea");
const unsent = () => page.locator(".notice--unsent");
const floorOf = (id: string) => page.evaluate((key) => window.fakeShop.conversations.get(key)?.summary.floor, id);

/** A keydown as an input method sends it: with the composition, or right after the browser ended it. */
const compose = (selector: string, init: Pick<KeyboardEventInit, "key" | "isComposing" | "keyCode">) =>
  page.locator(selector).evaluate((el, more) => {
    el.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...more }));
  }, init);

/** A colleague has the conversation from now on. */
const takenByChen = (id: string) =>
  page.evaluate((key) => {
    const by = { kind: "agent", id: "agent-chen", name: "陈默" } as const;
    window.fakeShop.append(key, { type: "agent.joined", data: { agentId: by.id, name: by.name } }, by);
  }, id);

test("CO55 a reply refused after one has moved on is told by a notice that stays and opens it", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await page.evaluate(() => {
    window.fakeShop.delayMs = 150;
  });
  await reply().fill("#refuse");
  await page.keyboard.press("Enter");
  await page.locator(".row", { hasText: "苏婉清" }).click();
  await unsent().getByText("与 程一诺 的对话里，有内容没有发出。").waitFor();
  expect(await violations(page)).toEqual([]);
  await shoot(page, "unsent-desktop-zh");
  await page.reload();
  await unsent().getByText("有内容没有发出。").waitFor();
  await unsent().getByRole("button", { name: "打开" }).click();
  await page.getByText("未发送: 内容格式不对，没有发出。").waitFor();
  expect(await unsent().count()).toBe(0);
});

test("CO55 CO57 a picture that did not get up is told too, on a phone above the composer and not over it", async () => {
  page = await stage.signedIn(phone);
  await page.route("**/v1/uploads", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fulfill({ status: 500, json: { ok: false, error: { code: "unavailable" } } });
  });
  await openConversation(page, "c-mine");
  await page.locator("input[type=file]").setInputFiles({
    name: "a.gif",
    mimeType: "image/gif",
    buffer: Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
  });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await openConversation(page, "c-long");
  await unsent().getByText("was not sent").waitFor();
  await page.evaluate(() =>
    window.fakeShop.append("c-bot", { type: "handoff.requested", data: { staffed: true } }, { kind: "bot" }),
  );
  await page.locator(".notice--queued").waitFor();
  await shoot(page, "notices-phone-en");
  const [notices, composer] = [
    await page.locator(".notices").boundingBox(),
    await page.locator(".composer").boundingBox(),
  ];
  expect(notices!.y + notices!.height).toBeLessThanOrEqual(composer!.y);
  expect(await violations(page)).toEqual([]);
});

test("CO57 beside a narrow list no notice reaches the composer", async () => {
  page = await stage.signedIn({ viewport: { width: 768, height: 700 } });
  await openConversation(page, "c-mine");
  await page.evaluate(() =>
    window.fakeShop.append("c-bot", { type: "handoff.requested", data: { staffed: true } }, { kind: "bot" }),
  );
  await page.locator(".notice--queued").waitFor();
  await shoot(page, "notice-tablet-zh");
  const [notice, composer] = [
    await page.locator(".notices").boundingBox(),
    await page.locator(".composer").boundingBox(),
  ];
  expect(notice!.x + notice!.width).toBeLessThanOrEqual(composer!.x);
});

test("CO56 a dialog goes away when one goes back, and does nothing", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-long");
  await openConversation(page, "c-mine");
  await page.getByRole("heading", { name: "程一诺" }).waitFor();
  await page.keyboard.press("e");
  await page.locator("dialog").waitFor();
  await page.goBack();
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await Promise.all(["c-long", "c-mine"].map(floorOf))).toEqual(["human", "human"]);
});

test("CO56 selecting text beyond a dialog's edge leaves it open; a click outside closes it", async () => {
  page = await stage.signedIn();
  await page.locator(".me-button").waitFor();
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("menuitem", { name: /快捷回复/ }).click();
  const editor = page.locator("dialog textarea");
  await editor.fill("您好，请稍等");
  const box = (await editor.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(8, box.y + 20, { steps: 4 });
  await page.mouse.up();
  expect(await editor.inputValue()).toBe("您好，请稍等");
  await page.mouse.click(8, 8);
  await page.locator("dialog").waitFor({ state: "detached" });
});

test("CO21 letters typed on after a colleague took the conversation start no action", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await reply().focus();
  await page.keyboard.type("ok");
  await takenByChen("c-mine");
  await reply().waitFor({ state: "detached" });
  await page.keyboard.type("next to the door");
  await page.waitForTimeout(1600);
  expect(await page.getByRole("heading", { name: "程一诺" }).count()).toBe(1);
  expect(await floorOf("c-left")).toBe("queued");
  await page.keyboard.press("?");
  await page.locator("dialog").waitFor();
});

test("CO28 while quick replies are offered, keys pressed elsewhere do what they do there", async () => {
  page = await stage.signedIn();
  await openConversation(page, "c-mine");
  await reply().fill("/");
  await page.locator(".quick__item").first().waitFor();
  await page.locator(".row").first().focus();
  await page.keyboard.press("ArrowDown");
  expect(
    await page
      .locator(".row")
      .nth(1)
      .evaluate((row) => row === document.activeElement),
  ).toBe(true);
  await page.getByRole("button", { name: "结束对话" }).click();
  await page.keyboard.press("Enter");
  await page.getByText("对话已结束：已解决").waitFor();
});

test.each([{ isComposing: true }, { keyCode: 229 }])(
  "CO25 CO28 CO45 %o is a key of the input method, wherever one writes",
  async (more) => {
    page = await stage.signedIn();
    await openConversation(page, "c-mine");
    await page.locator(".search__input").fill("程");
    await compose(".search__input", { key: "Escape", ...more });
    expect(await page.locator(".search__input").inputValue()).toBe("程");
    await page.locator(".search__input").fill("");
    await reply().fill("/");
    await compose(".composer textarea", { key: "Enter", ...more });
    expect(await reply().inputValue()).toBe("/");
    await reply().focus();
    await compose(".composer textarea", { key: "Escape", ...more });
    expect(await reply().evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await openConversation(page, "c-upset");
    await page.getByRole("button", { name: "纠正：不是问价格" }).click();
    await page.locator(".correct__search").fill("退货");
    await compose(".correct__search", { key: "Enter", ...more });
    expect(await page.locator("dialog").count()).toBe(1);
  },
);

test("CO2 a sign-out that did not reach the server says so, and one stays signed in", async () => {
  page = await stage.signedIn();
  await page.context().setOffline(true);
  const signOut = async () => {
    await page.getByRole("button", { name: "设置" }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
  };
  await signOut();
  await page.locator(".notice--refused").waitFor();
  expect(await page.locator(".row").count()).toBeGreaterThan(0);
  await page.context().setOffline(false);
  await signOut();
  await page.locator(".sign-in").waitFor();
});

test("CO33 a status chosen in one tab is the other's too", async () => {
  page = await stage.signedIn();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator("input[name=email]").fill("lin@example.com");
  await other.locator("input[name=password]").fill("demo");
  await other.keyboard.press("Enter");
  await other.locator(".me-button").click();
  await other.getByRole("menuitemradio", { name: "离开" }).click();
  await page.locator(".me-button .presence--away").waitFor();
  const statusOf = () => page.evaluate(() => window.fakeShop.agents.find(({ id }) => id === "agent-lin")?.status);
  await expect.poll(statusOf).toBe("away");
});

test("CO7 where no loaded row fits the search, more can be loaded; that it failed is told", async () => {
  page = await stage.signedIn();
  await page.evaluate(() => {
    window.fakeShop.pageSize = 1;
  });
  await page.locator(".filter").nth(1).click();
  await expect.poll(() => page.locator(".row").count()).toBe(1);
  const first = await page.locator(".row__name").textContent();
  await page.locator(".search__input").fill(first === "顾长风" ? "程一诺" : "顾长风");
  await page.getByText("已加载的对话里没有找到").waitFor();
  await shoot(page, "search-more-zh");
  const more = page.getByRole("button", { name: "加载更多" });
  await page.evaluate(() => {
    const { take } = window.fakeShop;
    window.fakeShop.take = (message) => {
      window.fakeShop.take = take;
      const error = { code: "forbidden", message: "", retryable: false } as const;
      return message.type === "inbox.open" ? { ok: false, error } : take(message);
    };
  });
  await more.click();
  await page.locator(".notice--refused").waitFor();
  await more.click();
  await more.click();
  await page.locator(".row").waitFor();
  expect(await page.locator(".row").count()).toBe(1);
});
