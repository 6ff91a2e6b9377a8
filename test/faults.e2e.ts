import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { lin, signIn } from "./support/agent.ts";
import { launch, openContext } from "./support/browser.ts";
import { type DemoServer, startDemo } from "./support/demo-server.ts";
import { chatIsFetched, consoleIsFetched, reopenChat, showTheSame } from "./support/fetched.ts";
import { agentToken } from "./support/protocol.ts";
import { consult, messagesOfShopper, openProduct, shownToShopper } from "./support/shopper.ts";
import { screens } from "./support/words.ts";

const { widget } = screens.zh;

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(), launch()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const openShopper = async (context: BrowserContext) => {
  const shopper = await openProduct(context, server.url, "zh");
  await consult(shopper, "zh");
  await shopper.bubbles("bot").first().waitFor();
  return shopper;
};

test("BR9 what is written offline is kept over a reload, and sent once and in order when the network is back", async () => {
  const context = await openContext(browser, "zh");
  const shopper = await openShopper(context);
  await keepPages(context);
  await context.setOffline(true);
  const written = ["L码有货吗", "墨绿的呢", "运费怎么算"];
  for (const text of written.slice(0, 2)) await shopper.writes(text);
  await expect.poll(() => shopper.panel.locator(".message.is-sending").count()).toBe(2);

  await shopper.page.reload();
  await shopper.page.locator("yiwen-chat #yw").click();
  await shopper.writes(written[2] ?? "");
  await shopper.bubbles("shopper").filter({ hasText: written[2] }).waitFor();

  await context.setOffline(false);
  await isEmpty(shopper.panel.locator(".message.is-sending"));
  await expect.poll(() => shopper.bubbles("shopper").allTextContents()).toEqual(written);
  await expect.poll(async () => (await messagesOfShopper(shopper)).length).toBe(7);
  const said = await chatIsFetched(server.url, shopper, "zh");
  expect(said.filter((text) => written.includes(text))).toEqual(written);
});

test("BR10 two tabs of one shopper show the same thing, whichever of them speaks", async () => {
  const context = await openContext(browser, "zh");
  const one = await openShopper(context);
  const other = await reopenChat(context, server.url, "zh");
  const same = () =>
    showTheSame(
      () => shownToShopper(one),
      () => shownToShopper(other),
    );
  await one.writes("有L码吗");
  await other.hears("bot", /L码/);
  await same();
  await other.writes("多少钱");
  await one.hears("bot", /CAMELLIA20/);
  await same();
  await other.panel.getByRole("button", { name: widget.askForAgent }).click();
  await one.panel.locator(".queue").waitFor();
  await same();
  await one.panel.locator(".queue button").click();
  await other.panel.locator(".queue").waitFor({ state: "detached" });
  await same();
  await chatIsFetched(server.url, one, "zh");
});

test("BR11 a server killed in the middle of sending and started again has lost nothing and doubled nothing", async () => {
  const token = await agentToken(server.url);
  const agent = await signIn(await openContext(browser, "zh"), server.url, "zh");
  const shopper = await openProduct(await openContext(browser, "zh"), server.url, "zh");
  const sent = countSent(shopper.page);
  await consult(shopper, "zh");
  await shopper.bubbles("bot").first().waitFor();
  await shopper.panel.getByRole("button", { name: widget.askForAgent }).click();
  await agent.page.locator(".row").click();
  await agent.does("takeOver");
  await shopper.panel.getByText(widget.notice.joined(lin.name)).waitFor();

  const asked: string[] = [];
  const answered: string[] = [];
  // Killed right after the first, the second and the third message of a round has left the browser.
  for (const [round, killAfter] of [1, 2, 3].entries()) {
    const killed = sent.next(killAfter).then(() => server.kill());
    for (const n of [1, 2, 3, 4]) {
      asked.push(`第 ${round} 轮第 ${n} 问`);
      await shopper.writes(asked.at(-1) ?? "");
      answered.push(`第 ${round} 轮第 ${n} 答`);
      await agent.replies(answered.at(-1) ?? "");
    }
    await killed;
    await shopper.panel.locator(".message.is-sending").first().waitFor();
    await server.start();
    await isEmpty(shopper.panel.locator(".message.is-sending"));
    await isEmpty(agent.page.locator(".pending"));
    await expect.poll(() => agent.bubbles("shopper").count()).toBe(asked.length);
    await expect.poll(() => shopper.bubbles("agent").count()).toBe(answered.length);
    expect(await shopper.bubbles("shopper").allTextContents()).toEqual(asked);
    expect(await agent.bubbles("agent").allTextContents()).toEqual(answered);
    const toShopper = await chatIsFetched(server.url, shopper, "zh");
    expect(await consoleIsFetched(server.url, token, agent, "zh")).toEqual(toShopper);
  }
});

/** Waits out the longest pause between two attempts to connect. */
const isEmpty = (unsent: Locator) => expect.poll(() => unsent.count(), { timeout: 60_000 }).toBe(0);

/** Lets the shop's pages and scripts come from elsewhere than the network; the chat itself still needs it. */
async function keepPages(context: BrowserContext): Promise<void> {
  // To the browser such a page comes from nowhere, and this machine's server would be out of its reach.
  await context.grantPermissions(["local-network-access"]);
  await context.route(
    (url) => !/^\/(v1|socket\.io)\//.test(url.pathname),
    async (route) => route.fulfill({ response: await route.fetch() }),
  );
}

/** Counts the messages that leave a page: `next` settles at once when that many more have been handed to the socket. */
function countSent(page: Page) {
  let waiting: { left: number; reached(): void } | undefined;
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => {
      if (!waiting || !String(payload).includes('"message.send"')) return;
      waiting.left -= 1;
      if (waiting.left === 0) waiting.reached();
    }),
  );
  return {
    next: (left: number) =>
      new Promise<void>((reached) => {
        waiting = { left, reached };
      }),
  };
}
