import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type FakeServer, startFakeServer } from "../dev/fake-server.ts";
import { bubbles, desktop, field, launcher, openBrowser, panel, ready } from "./support.ts";

type Yiwen = {
  open(): void;
  close(): void;
  consult(target: object): void;
  destroy(): void;
  identify(who: object | null): void;
};
type Global = { Yiwen: Yiwen; heard: unknown[] };
let browser: Browser;
let server: FakeServer;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await startFakeServer();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.close();
});

const script = (attributes = "") => `<script src="{host}/yiwen.js" data-shop="pk_1" ${attributes} async></script>`;
const strict = () =>
  `default-src 'none'; script-src ${server.host}; style-src 'self'; connect-src ${server.host} ${server.host.replace("http", "ws")}`;

/** Opens a page of the shop, which is another origin than the widget's server. */
async function visit(
  html: string,
  { policy, ...options }: { policy?: string } & BrowserContextOptions = {},
): Promise<Page> {
  server.pages["/page"] = { html: `<!doctype html><title>Shoes</title>${html}`, policy };
  const context = await browser.newContext({ ...desktop, reducedMotion: "reduce", locale: "zh-CN", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.shop}/page`);
  return page;
}

const files = () => server.requests.filter((path) => path.endsWith(".js"));
const act = (page: Page, run: (yiwen: Yiwen) => void) => page.evaluate(`(${run})(window.Yiwen)`);

test("WG1 the page loads the loader alone; the chat comes with the hover, in one language", async () => {
  const page = await visit(`<html lang="zh">${script()}`);
  await launcher(page).waitFor();
  expect(files()).toEqual(["/yiwen.js"]);
  await launcher(page).hover();
  await expect.poll(() => files().length).toBe(3);
  expect(files().some((path) => /^\/chat\/chat-/.test(path))).toBe(true);
  expect(files().some((path) => /^\/chat\/zh-CN-/.test(path))).toBe(true);
  expect(server.sessions).toEqual([]);
  await launcher(page).click();
  await ready(page);
  expect(server.sessions).toEqual([{ shop: "pk_1", channel: "web", locale: "zh-CN" }]);
});

test("WG2 the loader is within 2 kB and everything within 30 kB", () => {
  const dist = fileURLToPath(new URL("../dist/", import.meta.url));
  const weigh = (path: string) => brotliCompressSync(readFileSync(dist + path)).length;
  const chat = readdirSync(`${dist}chat`).filter((name) => name.endsWith(".js"));
  const loader = weigh("yiwen.js");
  expect(loader).toBeLessThanOrEqual(2000);
  for (const locale of ["zh-CN", "en"]) {
    const parts = chat.filter((name) => name.startsWith("chat-") || name.startsWith(`${locale}-`));
    expect(parts).toHaveLength(2);
    expect(parts.reduce((sum, name) => sum + weigh(`chat/${name}`), loader)).toBeLessThanOrEqual(30_000);
  }
});

test("WG3 calls made before the script are carried out in their order", async () => {
  server.pages["/early.js"] = {
    html: `window.heard = [];
      window.Yiwen = [["on", "open", () => heard.push("open")], ["on", "close", () => heard.push("close")],
        ["consult", { productId: "p1" }], ["close"], ["open"], ["send", "有货吗"]];`,
  };
  const page = await visit(`<script src="{host}/early.js"></script>${script()}`);
  await bubbles(page, "shopper").getByText("有货吗").waitFor();
  expect(await page.evaluate(() => (window as unknown as Global).heard)).toEqual(["open", "close", "open"]);
  const from = { url: `${server.shop}/page`, title: "Shoes" };
  const opened = () => server.scene.commands.find(({ type }) => type === "conversation.open")?.input;
  await expect.poll(opened).toMatchObject({ consult: { productId: "p1", page: from } });
});

test("WG4 a tap on a consult element opens the chat about it, also on one that was added later", async () => {
  const page = await visit(`<button data-yiwen-consult="p1">Ask</button>${script()}`);
  await launcher(page).waitFor();
  await page.getByText("Ask").click();
  await ready(page);
  await act(page, (yiwen) => yiwen.close());
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "#elsewhere", innerHTML: "<b>Order</b>" });
    link.dataset.yiwenConsultOrder = "o9";
    document.body.append(link);
  });
  await page.getByText("Order").click();
  await panel(page).waitFor();
  const consults = () => server.scene.commands.flatMap(({ input }) => (input as { consult?: object }).consult ?? []);
  await expect.poll(consults).toMatchObject([{ productId: "p1" }, { orderId: "o9" }]);
  expect(page.url()).not.toContain("elsewhere");
});

test("WG6 destroy leaves no element, listener, socket or global, and the script twice makes one widget", async () => {
  server.pages["/count.js"] = {
    html: `window.alive = 0;
      const { addEventListener: add } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        if (this === window || this === document || this === window.visualViewport) {
          window.alive++;
          options?.signal?.addEventListener("abort", () => window.alive--);
        }
        return add.call(this, type, listener, options);
      };`,
  };
  const page = await visit(`<script src="{host}/count.js"></script>${script()}${script()}`);
  await launcher(page).click();
  await ready(page);
  expect(await page.locator("yiwen-chat").count()).toBe(1);
  expect(server.sockets()).toBe(1);
  const alive = () => page.evaluate(() => (window as unknown as { alive: number }).alive);
  expect(await alive()).toBeGreaterThan(0);
  await act(page, (yiwen) => yiwen.destroy());
  await expect.poll(() => server.sockets()).toBe(0);
  expect(await page.locator("yiwen-chat").count()).toBe(0);
  expect(await page.evaluate(() => "Yiwen" in window)).toBe(false);
  expect(await alive()).toBe(0);
});

test("WG7 a strict policy is kept: nothing inline, nothing blocked", async () => {
  const page = await visit(script(), { policy: strict() });
  const broken: string[] = [];
  page.on("console", (message) => broken.push(message.text()));
  await launcher(page).click();
  await ready(page);
  await field(page).fill("有货吗");
  await field(page).press("Enter");
  await bubbles(page, "shopper").getByText("有货吗").waitFor();
  expect(broken).toEqual([]);
  const inline = await page.evaluate(() => {
    const root = document.querySelector("yiwen-chat")!.shadowRoot!;
    const all = [...document.querySelectorAll("*"), ...root.querySelectorAll("*")];
    return all.filter((element) => element.hasAttribute("style") || element.localName === "style").length;
  });
  expect(inline).toBe(0);
  expect(await launcher(page).evaluate((button) => getComputedStyle(button).position)).toBe("fixed");
});

test("UP15 pictures are sent and shown under a strict policy, by a part that is fetched when one is chosen", async () => {
  const policy = `${strict()}; img-src ${server.host} blob:`;
  const page = await visit(script(), { policy });
  const broken: string[] = [];
  page.on("console", (message) => broken.push(message.text()));
  await launcher(page).click();
  await ready(page);
  const parts = () => files().filter((path) => path.includes("/chat/pictures-"));
  expect(parts()).toEqual([]);
  await page.locator("yiwen-chat input[type=file]").setInputFiles({
    name: "a.png",
    mimeType: "image/png",
    buffer: Buffer.from(await (await fetch(`${server.host}/v1/uploads/pk_1/u1`)).arrayBuffer()),
  });
  await page.locator("yiwen-chat .staged li").waitFor();
  expect(parts()).toHaveLength(1);
  await field(page).press("Enter");
  await expect.poll(() => server.scene.commands.filter(({ type }) => type === "message.send").length).toBe(1);
  await page.reload();
  await launcher(page).click();
  const image = page.locator("yiwen-chat .photo img");
  await expect.poll(() => image.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1);
  expect(await image.getAttribute("src")).toBe(`${server.host}/v1/uploads/pk_1/u1`);
  expect(broken).toEqual([]);
});

test("WG8 the page's styles stay out and the widget's stay in", async () => {
  const hostile =
    "*{letter-spacing:9px;text-transform:uppercase;font-size:40px;color:red} button{display:none!important}";
  const page = await visit(`<style>${hostile}</style><p>text</p>${script()}`);
  const outside = () => page.locator("body > p").evaluate((p) => JSON.stringify({ ...getComputedStyle(p) }));
  const before = await outside();
  await page.waitForFunction(() => "Yiwen" in window);
  await act(page, (yiwen) => yiwen.open());
  await ready(page);
  const inside = await bubbles(page, "bot")
    .first()
    .evaluate((bubble) => {
      const { letterSpacing, textTransform, fontSize } = getComputedStyle(bubble);
      return { letterSpacing, textTransform, fontSize };
    });
  expect(inside).toEqual({ letterSpacing: "normal", textTransform: "none", fontSize: "14px" });
  expect(await page.locator("yiwen-chat .send").isVisible()).toBe(true);
  expect(await outside()).toBe(before);
});

test("WG9 the language is the script tag's, else the page's, else the browser's", async () => {
  const label = async (html: string, locale: string) =>
    (await visit(html, { locale })).locator("yiwen-chat #yw").getAttribute("aria-label");
  expect(await label(`<html lang="en">${script('data-locale="zh-TW"')}`, "en-US")).toBe("在线客服");
  expect(await label(`<html lang="en">${script()}`, "zh-CN")).toBe("Chat with us");
  expect(await label(script(), "zh-HK")).toBe("在线客服");
  expect(await label(script(), "fr")).toBe("Chat with us");
});

test("WG10 the theme follows the script tag, else the system; the accent is the page's, else the shop's", async () => {
  const look = async (attributes: string, colorScheme: "light" | "dark") => {
    const page = await visit(script(attributes), { colorScheme });
    await launcher(page).click();
    await ready(page);
    const ground = await panel(page).evaluate((element) => getComputedStyle(element).backgroundColor);
    return [ground, await launcher(page).evaluate((element) => getComputedStyle(element).backgroundColor)];
  };
  expect(await look("", "dark")).toEqual(["rgb(22, 24, 29)", "rgb(11, 102, 228)"]);
  expect(await look('data-theme="light"', "dark")).toEqual(["rgb(255, 255, 255)", "rgb(11, 102, 228)"]);
  expect(await look('data-theme="dark" data-accent="#ffd400"', "light")).toEqual([
    "rgb(22, 24, 29)",
    "rgb(255, 212, 0)",
  ]);
});

test("WG27 a chat that can't be fetched is told, and the next tap tries again", async () => {
  server.broken.add("/chat/zh-CN");
  const page = await visit(script());
  await launcher(page).click();
  await expect.poll(() => launcher(page).getAttribute("aria-label")).toBe("在线客服, 重试");
  server.broken.clear();
  await launcher(page).click();
  await ready(page);
});

test("WG30 unread messages are counted while closed, on the next page too, and read when seen", async () => {
  const page = await visit(script());
  await launcher(page).click();
  await ready(page);
  await field(page).fill("有货吗");
  await field(page).press("Enter");
  await bubbles(page, "shopper").getByText("有货吗").waitFor();
  await act(page, (yiwen) => yiwen.close());
  const reply = (text: string) =>
    server.scene.push({
      type: "message.sent",
      by: { kind: "bot" },
      data: { id: text, content: { kind: "text", text } },
    });
  reply("有");
  const badge = launcher(page).locator("b");
  await badge.getByText("1").waitFor();
  await page.reload();
  await badge.getByText("1").waitFor();
  // The conversation goes on: connected without a tap.
  await expect.poll(() => server.sockets(), { timeout: 5000 }).toBe(1);
  reply("还有");
  await badge.getByText("2").waitFor();
  expect(await launcher(page).getAttribute("aria-label")).toBe("在线客服, 2 未读");
  await launcher(page).click();
  await expect.poll(() => badge.textContent()).toBe("");
  await expect.poll(() => server.scene.commands.some(({ type }) => type === "message.read")).toBe(true);
});

test("WG31 identify vouches in the next session, and signing out goes back to the anonymous shopper", async () => {
  const page = await visit(script());
  await page.waitForFunction(() => "Yiwen" in window);
  await act(page, (yiwen) => yiwen.identify({ token: "jwt" }));
  expect(files()).toEqual(["/yiwen.js"]);
  await act(page, (yiwen) => yiwen.open());
  await ready(page);
  expect(server.sessions.at(-1)).toMatchObject({ identity: "jwt" });
  await act(page, (yiwen) => yiwen.identify(null));
  await expect.poll(() => server.sessions.length).toBe(2);
  expect(server.sessions.at(-1)).toEqual({ shop: "pk_1", channel: "web", locale: "zh-CN", resume: "r1" });
  await expect.poll(() => server.sockets()).toBe(1);
});
