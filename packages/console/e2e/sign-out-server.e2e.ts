import type { BrowserContext, Page, WebSocket } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoServer, startDemo } from "../../../test/support/demo-server.ts";
import { launch } from "./support.ts";

let server: DemoServer;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A tab with the console, and the sockets that it opened. */
const openTab = async (context: BrowserContext): Promise<{ page: Page; sockets: WebSocket[] }> => {
  const page = await context.newPage();
  const sockets: WebSocket[] = [];
  page.on("websocket", (socket) => sockets.push(socket));
  await page.clock.install();
  await page.goto(`${server.url}/console/`);
  return { page, sockets };
};
const signIn = async (page: Page, name = "lin") => {
  await page.locator("input[name=email]").fill(`${name}@demo.shop`);
  await page.locator("input[name=password]").fill(`camellia-${name}`);
  await page.keyboard.press("Enter");
  await page.locator(".filters").waitFor();
};
const signOut = async (page: Page) => {
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await page.getByText("用客服账号登录，开始接待顾客。").waitFor();
};
const isOpen = (socket: WebSocket) => !socket.isClosed();

test("CO53 signing out in one tab leads the others to the sign-in page and to no more connections; elsewhere the agent goes on", async () => {
  const [here, elsewhere] = [await browser.newContext({ locale: "zh-CN" }), await browser.newContext()];
  const phone = await openTab(elsewhere);
  await signIn(phone.page);
  const first = await openTab(here);
  await signIn(first.page);
  const second = await openTab(here);
  await second.page.locator(".filters").waitFor();
  await expect
    .poll(() => [phone, first, second].map(({ sockets }) => sockets.filter(isOpen).length))
    .toEqual([1, 1, 1]);

  await signOut(first.page);
  await second.page.getByText("登录已失效，请重新登录。").waitFor();
  for (const { page, sockets } of [first, second]) {
    const tried = sockets.length;
    await page.clock.runFor(10 * 60_000);
    await page.locator(".sign-in").waitFor();
    expect(sockets.length).toBe(tried);
    expect(sockets.filter(isOpen)).toEqual([]);
  }
  expect(phone.sockets.filter(isOpen)).toHaveLength(1);
});

test("CO54 a tab that slept while another signed in as somebody else connects as nobody and says so", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const sleeper = await openTab(context);
  await signIn(sleeper.page);
  const other = await openTab(context);
  await other.page.locator(".filters").waitFor();
  await expect.poll(() => sleeper.sockets.filter(isOpen).length).toBe(1);
  // Asleep: what it asks for does not come back until it wakes up.
  let wake = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await sleeper.page.route("**/v1/agents/me", async (route) => {
    await awake;
    await route.continue();
  });
  await signOut(other.page);
  await signIn(other.page, "zhou");
  await expect.poll(() => sleeper.sockets.filter(isOpen).length).toBe(0);
  const tried = sleeper.sockets.length;
  wake();
  await sleeper.page.getByText("登录已失效，请重新登录。").waitFor();
  expect(sleeper.sockets.length).toBe(tried);
  expect(other.sockets.filter(isOpen)).toHaveLength(1);
});
