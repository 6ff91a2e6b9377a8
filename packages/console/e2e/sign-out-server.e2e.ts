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
const signIn = async (page: Page) => {
  await page.locator("input[name=email]").fill("lin@demo.shop");
  await page.locator("input[name=password]").fill("camellia-lin");
  await page.keyboard.press("Enter");
  await page.locator(".filters").waitFor();
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

  await first.page.getByRole("button", { name: "设置" }).click();
  await first.page.getByRole("menuitem", { name: "退出登录" }).click();
  await first.page.getByText("用客服账号登录，开始接待顾客。").waitFor();
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
