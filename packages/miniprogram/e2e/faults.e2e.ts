import type { WireEvent } from "@yiwen/shared";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launch } from "../../../test/support/browser.ts";
import { agentToken } from "../../../test/support/protocol.ts";
import { speak } from "../../server/src/cli/speaker.ts";
import { createFlakyLine, type FlakyLine } from "./support/flaky-line.ts";
import { consult, openExample, type WeappShopper } from "./support/shopper.ts";
import { startWorld, type World } from "./support/world.ts";

/** How often something goes wrong; `FAULTS=100` and a `SEED` for a longer or another run. */
const faults = Number(process.env.FAULTS ?? 24);
const seed = Number(process.env.SEED ?? 20261122);

let world: World;
let browser: Browser;
let line: FlakyLine;
let shopper: WeappShopper;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launch()]);
  line = await createFlakyLine(world.url);
  shopper = await openExample(browser, "native", line.url, { language: "zh", login: world.newLogin() });
});
afterAll(async () => {
  await shopper?.phone.close();
  await line?.close();
  await browser?.close();
  await world?.close();
});

/** Numbers from 0 to 1 that are the same at every run. */
function createChance(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const textsFrom = (events: WireEvent[], by: "shopper" | "agent") =>
  events.flatMap((event) =>
    event.type === "message.sent" && event.by.kind === by && event.data.content.kind === "text"
      ? [event.data.content.text]
      : [],
  );

test("MP76 through cut lines and an app that comes and goes nothing is lost, doubled or out of order", async () => {
  const chance = createChance(seed);
  const asked = ["有L码吗"];
  const { phone } = shopper;
  await consult(shopper, "zh");
  await shopper.hears("bot", /连帽加绒卫衣/);
  // Before somebody speaks there is nothing for an agent to see.
  await shopper.writes(asked[0]!);
  await expect.poll(() => shopper.bubbles("bot").count()).toBe(2);
  const agent = await speak(world.url, "agent", await agentToken(world.url));
  const inbox = await agent.command("inbox.open", { filter: "all" });
  if (!inbox.ok) throw new Error(inbox.error.code);
  const conversationId = inbox.data.rows[0]!.conversation.id;
  const say = async (type: "conversation.takeOver" | "message.send", input: object) => {
    const result = await agent.command(type, input, { conversationId });
    if (!result.ok) throw new Error(result.error.code);
  };
  await say("conversation.takeOver", {});

  const answered: string[] = [];
  for (let n = 1; n <= faults; n += 1) {
    const isHidden = chance() < 0.4;
    if (isHidden) await phone.drive("hide");
    else {
      asked.push(`问题 ${n}`);
      await shopper.writes(`问题 ${n}`);
      if (chance() < 0.8) line.cut();
    }
    answered.push(`回答 ${n}`);
    await say("message.send", { content: { kind: "text", text: `回答 ${n}` } });
    if (chance() < 0.3) line.cut();
    if (isHidden) await phone.drive("show");
  }

  // The thread keeps the latest hundred lines or so in the page.
  const shows = async (from: "shopper" | "agent", said: string[]) => {
    const shown = await shopper.bubbles(from).allInnerTexts();
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(said.length, 10));
    expect(shown).toEqual(said.slice(-shown.length));
  };
  await shopper.hears("agent", answered.at(-1)!);
  await vi.waitFor(() => shows("agent", answered), { timeout: 20_000, interval: 200 });
  await expect
    .poll(
      async () =>
        (await phone.screen.locator(".yw-from-shopper").count()) > 0 && phone.screen.locator(".yw-failed").count(),
    )
    .toBe(0);
  const stored = async (before?: number): Promise<WireEvent[]> => {
    const page = { limit: 200, ...(before !== undefined && { before }) };
    const opened = await agent.command("conversation.open", page, { conversationId });
    if (!opened.ok) throw new Error(opened.error.code);
    const { events, hasOlder } = opened.data;
    return hasOlder ? [...(await stored(events[0]!.seq)), ...events] : events;
  };
  await expect.poll(async () => textsFrom(await stored(), "shopper"), { timeout: 20_000 }).toEqual(asked);
  expect(textsFrom(await stored(), "agent")).toEqual(answered);
  await shows("shopper", asked);
  expect((await phone.records()).errors).toEqual([]);
  expect(await phone.drive("sockets")).toBe(1);
  agent.close();
});
