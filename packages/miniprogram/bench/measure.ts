import { setTimeout } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { agentToken } from "../../../test/support/protocol.ts";
import { words } from "../../../test/support/words.ts";
import { speak } from "../../server/src/cli/speaker.ts";
import { consult, openExample, type WeappShopper } from "../e2e/support/shopper.ts";
import type { World } from "../e2e/support/world.ts";

/** Bytes of `setData`, as JSON from WeChat's logic to its view; `prepended` is how many lines came with the older page. */
export type WriteBytes = { load: number; append: number; prepend: number; prepended: number };

/** Milliseconds from the tap on a product's button to the bot's greeting: sign-in, socket, conversation. */
export async function timeToFirstMessage(browser: Browser, world: World): Promise<number> {
  const shopper = await openExample(browser, "native", world.url, { language: "zh", login: world.newLogin() });
  const { screen } = shopper.phone;
  await screen.locator(".card", { hasText: words.zh.product }).tap();
  const button = screen.locator("button:visible", { hasText: words.zh.consult });
  await button.waitFor();
  const started = performance.now();
  await button.tap();
  await shopper.hears("bot", words.zh.greeting);
  const ms = performance.now() - started;
  await shopper.phone.close();
  return Math.round(ms);
}

/** What a conversation of `messages` messages costs to show, one more of them, and a page of older ones. */
export async function measureWrites(browser: Browser, world: World, messages: number): Promise<WriteBytes> {
  const shopper = await openExample(browser, "native", world.url, { language: "zh", login: world.newLogin() });
  const { phone } = shopper;
  await consult(shopper, "zh");
  await shopper.writes(words.zh.askSize);
  await shopper.hears("bot", words.zh.sizeL);
  const say = await takeOver(world);
  for (let n = 1; n <= messages; n += 1) await say(`第 ${n} 条：这件卫衣今天下单，明天就能发货。`);
  await phone.restart();
  await phone.forget();
  await consult(shopper, "zh");
  await shopper.hears("agent", `第 ${messages} 条`);
  const load = await settled(shopper);
  await say("好的，马上帮您查一下这件的库存。");
  await shopper.hears("agent", "好的，马上帮您查一下");
  const append = await settled(shopper);
  const lines = phone.screen.locator(".yw-row");
  const before = await lines.count();
  await phone.screen.locator(".yw-older").tap();
  await lines.nth(before).waitFor();
  const prepend = await settled(shopper);
  const prepended = (await lines.count()) - before;
  await phone.close();
  return { load, append, prepend, prepended };
}

/** An agent who has the latest conversation; answers how they speak in it. */
async function takeOver(world: World): Promise<(text: string) => Promise<void>> {
  const agent = await speak(world.url, "agent", await agentToken(world.url));
  const inbox = await agent.command("inbox.open", { filter: "all" });
  if (!inbox.ok) throw new Error(inbox.error.code);
  const conversationId = inbox.data.rows[0]?.conversation.id ?? "";
  const ask = async (type: "conversation.takeOver" | "message.send", input: object): Promise<void> => {
    const result = await agent.command(type, input, { conversationId });
    if (result.ok) return;
    if (result.error.code !== "rate_limited") throw new Error(result.error.code);
    await setTimeout(result.error.retryAfterMs ?? 1000);
    await ask(type, input);
  };
  await ask("conversation.takeOver", {});
  return (text) => ask("message.send", { content: { kind: "text", text } });
}

/** The bytes written since the last call, once nothing more is written for a while. */
async function settled({ phone }: WeappShopper): Promise<number> {
  let before = -1;
  for (;;) {
    const { writes } = await phone.records();
    if (writes.length === before) {
      await phone.forget();
      return writes.reduce((sum, { bytes }) => sum + bytes, 0);
    }
    before = writes.length;
    await phone.page.waitForTimeout(300);
  }
}
