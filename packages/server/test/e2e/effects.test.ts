import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Orders } from "../../src/ports/orders.ts";
import { type Booted, boot } from "../support/boot.ts";
import { agent, botTexts, type Person, shopper } from "../support/people.ts";
import { openShop, order } from "../support/shop.ts";

type Find = Orders["find"];
type Asked = {
  question: Parameters<Find>[0];
  answer: (orders: Awaited<ReturnType<Find>>) => void;
  fail: (why: Error) => void;
};

let booted: Booted;
/** What the server asks the shop's orders, answered by the test. */
let asked: Asked[];
let wakeUp: () => void;
beforeEach(async () => {
  asked = [];
  wakeUp = () => {};
  const find: Find = (question) =>
    new Promise((answer, fail) => {
      asked.push({ question, answer, fail });
      wakeUp();
    });
  booted = await boot(() => ({ orders: { find } }));
});
afterEach(() => booted.close());

async function nextAsked(): Promise<Asked> {
  if (asked.length === 0) await new Promise<void>((resolve) => (wakeUp = resolve));
  return asked.shift() as Asked;
}

async function askAboutOrder(): Promise<{
  lin: Person<"shopper">;
  lookUp: Asked;
  shop: Awaited<ReturnType<typeof openShop>>;
}> {
  const shop = await openShop(booted);
  const lin = await shopper(booted, shop, "lin");
  await lin.open();
  await lin.says("我的订单到哪了");
  return { lin, shop, lookUp: await nextAsked() };
}

describe("effects", () => {
  test("PL10 after a takeover commits no bot message is stored, whatever was in flight", async () => {
    const { lin, shop, lookUp } = await askAboutOrder();
    const mei = await agent(booted, shop);
    const conversationId = lin.view().summary.id;
    await mei.command("conversation.takeOver", {}, { conversationId });
    await lin.sees((view) => view.summary.floor === "human");
    const joined = lin.view().seq;
    lookUp.answer([order]);
    // Two more turns of the same conversation: the late report had its turn before them.
    await lin.says("有人吗");
    await mei.command("message.send", { content: { kind: "text", text: "在的" } }, { conversationId });
    await lin.isUpToDate();
    const after = lin.view().events.filter((event) => event.seq > joined && event.by.kind === "bot");
    expect(after).toEqual([]);
    expect(
      await booted.deps.store.claimEffects(booted.clock.now() + 120_000, booted.clock.now() + 240_000, 10),
    ).toEqual([]);
    lin.close();
    mei.close();
  });

  test("PL11 a look-up's answer is said once, with what was looked up", async () => {
    const { lin, lookUp } = await askAboutOrder();
    expect(lookUp.question).toMatchObject({ externalId: "lin" });
    lookUp.answer([order]);
    await lin.sees((view) => botTexts(view).some((text) => text.includes("顺丰") || text.includes("SF1234567890")));
    expect(asked).toHaveLength(0);
    lin.close();
  });

  test("PL12 work that fails is tried again, then given up: a human is asked for, with the reason", async () => {
    const { lin, shop, lookUp } = await askAboutOrder();
    const mei = await agent(booted, shop);
    lookUp.fail(new Error("the order system is down"));
    const again = await retried();
    again.fail(new Error("still down"));
    await lin.sees((view) => view.summary.floor === "queued");
    const opening = mei.open({}, lin.view().summary.id);
    (await nextAsked()).answer([]);
    await opening;
    expect(mei.view().summary.reasons).toEqual([{ code: "look_up_down", what: "orders" }]);
    expect(mei.view().events.find(({ type }) => type === "effect.failed")).toBeDefined();
    lin.close();
    mei.close();
  });

  test("PL13 work has a deadline: what does not answer counts as failed", async () => {
    const { lin } = await askAboutOrder();
    booted.clock.advance(6000);
    await retried();
    booted.clock.advance(6000);
    await lin.sees((view) => view.summary.floor === "queued");
    lin.close();
  });
});

/** Moves time in small steps until the pause before the next try is over. */
async function retried(): Promise<Asked> {
  while (asked.length === 0) {
    booted.clock.advance(1000);
    await booted.deps.store.ping();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return nextAsked();
}
