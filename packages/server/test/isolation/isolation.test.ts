import { agentCommands, shopperCommands } from "@yiwen/shared/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Booted, boot } from "../support/boot.ts";
import { agent, type Person, shopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";

/** One valid input a command: a new command without one here fails the test that loops over the registry. */
const inputs: Record<string, object> = {
  "conversation.open": {},
  "message.send": { content: { kind: "text", text: "hi" } },
  "message.read": { seq: 1 },
  "message.note": { text: "hi" },
  "message.correct": { messageId: "m", intent: "returnGoods" },
  "handoff.request": {},
  "handoff.cancel": {},
  "rating.give": { score: 5 },
  "catalog.read": { productIds: ["hoodie"], orderIds: ["YW1001"] },
  "inbox.open": { filter: "all" },
  "conversation.leave": {},
  "conversation.takeOver": {},
  "conversation.returnToBot": {},
  "conversation.transfer": { to: "x" },
  "conversation.close": { resolution: "resolved" },
  "presence.set": { status: "online" },
};

/** Commands that name no conversation of another; what they answer is checked one by one below. */
const ownOnly = new Set(["catalog.read", "inbox.open", "presence.set"]);

let booted: Booted;
let lin: Person<"shopper">;
let conversationId: string;
let stranger: Person<"shopper">;
let spy: Person<"agent">;
beforeAll(async () => {
  booted = await boot();
  const [ours, theirs] = [await openShop(booted), await openShop(booted)];
  await booted.deps.shopData.saveProducts(theirs.id, []);
  lin = await shopper(booted, ours, "lin");
  await lin.open({ consult: { orderId: "YW1001" } });
  await lin.says("我的手机号是13800000000");
  await lin.isUpToDate();
  conversationId = lin.view().summary.id;
  stranger = await shopper(booted, theirs, "lin");
  spy = await agent(booted, theirs);
});
afterAll(async () => {
  for (const person of [lin, stranger, spy]) person.close();
  await booted.close();
});

const run = (person: Person<"shopper"> | Person<"agent">, type: string) =>
  (
    person.command as (
      t: string,
      i: unknown,
      o: object,
    ) => Promise<{ ok: boolean; data?: unknown; error?: { code: string } }>
  )(type, inputs[type], { conversationId });

describe("another shop's token", () => {
  test.each(Object.keys(shopperCommands))("IS1 a shopper of another shop gets nothing by %s", async (type) => {
    const before = await booted.deps.store.load(lin.shopId, conversationId);
    const answer = await run(stranger, type);
    if (type === "conversation.open") {
      expect((answer.data as { conversation: { id: string } }).conversation.id).not.toBe(conversationId);
    } else if (type === "catalog.read") {
      expect((answer.data as { products: object }).products).toEqual(expect.any(Object));
    } else {
      expect(answer.error?.code).toBe(type === "conversation.transfer" ? "agent_not_found" : "conversation_not_found");
    }
    expect(JSON.stringify(answer)).not.toContain("13800000000");
    expect(await booted.deps.store.load(lin.shopId, conversationId)).toEqual(before);
  });

  test.each(Object.keys(agentCommands))("IS2 an agent of another shop gets nothing by %s", async (type) => {
    const before = await booted.deps.store.load(lin.shopId, conversationId);
    const answer = await run(spy, type);
    const codes = { "conversation.transfer": "agent_not_found" } as Record<string, string>;
    if (type === "conversation.leave") expect(answer.ok).toBe(true);
    else if (!ownOnly.has(type)) expect(answer.error?.code).toBe(codes[type] ?? "conversation_not_found");
    expect(JSON.stringify(answer)).not.toContain(conversationId);
    expect(JSON.stringify(answer)).not.toContain("13800000000");
    expect(await booted.deps.store.load(lin.shopId, conversationId)).toEqual(before);
  });

  test("IS3 lists and cards hold the own shop's only, and orders the own shopper's only", async () => {
    const inbox = await spy.command("inbox.open", { filter: "all" });
    expect(inbox.ok && inbox.data.rows).toEqual([]);
    const [other] = await Promise.all([shopper(booted, { ...(await shopOf(lin.shopId)) }, "chen")]);
    const cards = await other.command("catalog.read", { orderIds: ["YW1001"] });
    expect(cards.ok && cards.data.orders).toEqual({ YW1001: null });
    other.close();
  });

  test("IS4 nothing told live in one shop reaches a socket of another", async () => {
    const [before, signalsBefore] = [stranger.signals.length, spy.signals.length];
    await lin.says("还有一件事");
    await lin.does("handoff.request");
    await lin.isUpToDate();
    await spy.command("inbox.open", { filter: "all" });
    await stranger.command("catalog.read", {});
    expect(stranger.signals.length).toBe(before);
    expect(spy.signals.length).toBe(signalsBefore);
  });
});

async function shopOf(id: string) {
  const shop = await booted.deps.directory.shop(id);
  if (!shop) throw new Error("no shop");
  return shop;
}
