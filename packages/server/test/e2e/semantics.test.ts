import type { WireEvent } from "@yiwen/shared";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppendResult } from "../../src/ports/store.ts";
import { type Booted, boot } from "../support/boot.ts";
import { agent, botTexts, type Person, sameShopper, shopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";

let booted: Booted;
/** Lets a test hold appends back; settles them when called. */
let holdAppends: Promise<void> | undefined;
beforeAll(async () => {
  booted = await boot(({ store }) => ({
    store: {
      ...store,
      async append(append): Promise<AppendResult> {
        await holdAppends;
        return store.append(append);
      },
    },
  }));
});
afterAll(() => booted.close());

const text = (value: string) => ({ content: { kind: "text", text: value } });

async function talking(): Promise<Person<"shopper">> {
  const person = await shopper(booted, await openShop(booted));
  await person.open();
  return person;
}

const said = (events: WireEvent[], id: string) => events.filter((e) => e.type === "message.sent" && e.data.id === id);

describe("commands", () => {
  test("PL1 a command is acknowledged, and anyone told of it, only after the commit", async () => {
    const lin = await talking();
    let release = () => {};
    holdAppends = new Promise((resolve) => {
      release = resolve;
    });
    const seqBefore = lin.view().seq;
    let isAcked = false;
    const acked = lin.says("你好").then(() => {
      isAcked = true;
    });
    // A later command that stores nothing is answered meanwhile: the server is not stuck, it waits for the commit.
    await lin.command("catalog.read", {});
    expect(isAcked).toBe(false);
    expect(lin.view().seq).toBe(seqBefore);
    release();
    holdAppends = undefined;
    await acked;
    const stored = await booted.deps.store.load(lin.shopId, lin.view().summary.id);
    expect(stored?.views.everyone.asked).toBe(1);
    lin.close();
  });

  test("PL2 the same id and body gives the same answer for ever, and one message", async () => {
    const lin = await talking();
    const first = await lin.tries("message.send", text("你好"), "cmd-1");
    const again = await Promise.all([1, 2, 3].map(() => lin.tries("message.send", text("你好"), "cmd-1")));
    expect(first.ok).toBe(true);
    for (const answer of again) expect(answer).toEqual(first);
    const other = await sameShopper(booted, lin);
    const page = await other.open();
    expect(said(page.events, "cmd-1")).toHaveLength(1);
    const refused = await lin.tries("rating.give", { score: 5 }, "cmd-2");
    const refusedAgain = await lin.tries("rating.give", { score: 5 }, "cmd-2");
    expect(refused).toMatchObject({ ok: false, error: { code: "not_closed" } });
    expect(refusedAgain).toEqual(refused);
    lin.close();
    other.close();
  });

  test("PL18 a message is stored and answered wherever an emoji stands in it, and no half of it is kept", async () => {
    const shop = await openShop(booted);
    for (const length of [31, 79, 199, 299]) {
      const lin = await shopper(booted, shop);
      const { conversation } = await lin.open();
      const words = `${"字".repeat(length)}😀`;
      await lin.says(`${words}怎么退货`);
      await lin.says(words);
      await lin.isUpToDate();
      expect(JSON.stringify(await booted.deps.store.load(shop.id, conversation.id))).not.toMatch(/\ufffd|\\ud8/);
      lin.close();
    }
  });

  test("PL3 the same id with another body is refused, and nothing is stored", async () => {
    const lin = await talking();
    await lin.tries("message.send", text("你好"), "cmd-1");
    const { seq } = lin.view();
    const reused = await lin.tries("message.send", text("再见"), "cmd-1");
    expect(reused).toMatchObject({ ok: false, error: { code: "command_id_reused", retryable: false } });
    await lin.isUpToDate();
    expect(lin.view().seq).toBe(seq);
    lin.close();
  });

  test("PL17 the order of keys makes no other command, and one that changed nothing is remembered too", async () => {
    const lin = await talking();
    const conversationId = lin.view().summary.id;
    const raw = (input: object) =>
      new Promise((resolve) =>
        lin.socket.emit("command", { id: "keys", type: "message.send", conversationId, input }, resolve),
      );
    const first = await raw({ content: { kind: "text", text: "你好" } });
    expect(await raw({ content: { text: "你好", kind: "text" } })).toEqual(first);
    await lin.does("handoff.request");
    const again = await lin.tries("handoff.request", {}, "twice");
    await lin.does("handoff.cancel");
    expect(await lin.tries("handoff.request", {}, "twice")).toEqual(again);
    expect(lin.view().summary.floor).toBe("bot");
    lin.close();
  });

  test("PL4 numbers have no holes for shoppers or for agents", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    await mei.open({}, lin.view().summary.id);
    for (const words of ["你好", "可以退货吗", "有没有保温杯"]) await lin.says(words);
    await mei.does("message.note", { text: "note" });
    await lin.says("谢谢");
    await Promise.all([lin.isUpToDate(), mei.isUpToDate()]);
    for (const person of [lin, mei]) {
      const numbers = person.view().events.map(({ seq }) => seq);
      expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    }
    expect(mei.view().seq).toBeGreaterThan(lin.view().seq);
    lin.close();
    mei.close();
  });

  test("PL5 open with since answers exactly what was missed, in pages", async () => {
    const lin = await talking();
    const other = await sameShopper(booted, lin);
    await other.open();
    const since = other.view().seq;
    other.close();
    for (let n = 0; n < 7; n++) await lin.says(`第${n}条，你好`);
    const back = await sameShopper(booted, lin);
    const missed: WireEvent[] = [];
    for (let from = since, more = true; more; ) {
      const page = await back.open({ since: from, limit: 3 });
      expect(page.events.length).toBeLessThanOrEqual(3);
      missed.push(...page.events);
      from = page.events.at(-1)?.seq ?? from;
      more = page.hasNewer;
    }
    await lin.isUpToDate();
    expect(missed).toEqual(lin.view().events.filter(({ seq }) => seq > since));
    lin.close();
    back.close();
  });

  test("PL6 there is one open conversation however fast they click", async () => {
    const lin = await shopper(booted, await openShop(booted));
    const tabs = await Promise.all([1, 2, 3, 4].map(() => sameShopper(booted, lin)));
    const opened = await Promise.all(
      [lin, ...tabs].flatMap((tab) => [1, 2, 3].map(() => tab.command("conversation.open", {}))),
    );
    const ids = new Set(opened.map((reply) => reply.ok && reply.data.conversation.id));
    expect(ids.size).toBe(1);
    await lin.open();
    expect(lin.view().events.filter(({ type }) => type === "conversation.opened")).toHaveLength(1);
    for (const tab of [lin, ...tabs]) tab.close();
  });

  test("PL7 what is wrong has its own code, the connection stays and nothing is lost", async () => {
    const lin = await talking();
    const stranger = await talking();
    const conversationId = lin.view().summary.id;
    const codes = async (type: string, input: unknown, id = conversationId) => {
      const answer = await (
        lin.command as (t: string, i: unknown, o: object) => Promise<{ ok: boolean; error?: { code: string } }>
      )(type, input, { conversationId: id });
      return answer.error?.code;
    };
    expect(await codes("message.send", text("长".repeat(4001)))).toBe("message_too_long");
    expect(await codes("message.send", text("长".repeat(4000)))).toBeUndefined();
    expect(await codes("message.sing", {})).toBe("unknown_command");
    expect(await codes("message.send", { content: { kind: "text", text: 7 } })).toBe("invalid_input");
    expect(await codes("message.send", { content: { kind: "text", text: "" } })).toBe("invalid_input");
    expect(await codes("conversation.takeOver", {})).toBe("unknown_command");
    expect(await codes("message.send", text("hi"), stranger.view().summary.id)).toBe("conversation_not_found");
    expect(await codes("message.send", text("hi"), "nowhere")).toBe("conversation_not_found");
    expect(lin.socket.connected).toBe(true);
    await lin.says("还在");
    await lin.isUpToDate();
    lin.close();
    stranger.close();
  });

  test("PL7 numbers and cursors that no list has are invalid_input, not an error of the server's", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    const tooLarge = 2 ** 31;
    const wrong = { error: { code: "invalid_input" } };
    expect(await lin.tries("message.read", { seq: tooLarge })).toMatchObject(wrong);
    for (const paging of [{ since: tooLarge }, { before: tooLarge }]) {
      expect(await lin.command("conversation.open", paging)).toMatchObject(wrong);
    }
    expect((await lin.command("conversation.open", { before: tooLarge - 1 })).ok).toBe(true);
    for (const cursor of ["9".repeat(30), `${"9".repeat(30)}:x`, "1:", "next"]) {
      expect(await mei.command("inbox.open", { filter: "all", cursor })).toMatchObject(wrong);
    }
    for (const person of [lin, mei]) person.close();
  });

  test("PL8 an expired token refuses commands, keeps the connection, and a new token goes on where it was", async () => {
    const shop = await openShop(booted);
    const lin = await shopper(booted, shop, "lin");
    await lin.open();
    await lin.says("你好");
    booted.clock.advance(25 * 60 * 60 * 1000);
    expect(await lin.tries("message.send", text("在吗"))).toMatchObject({
      ok: false,
      error: { code: "token_expired" },
    });
    expect(lin.socket.connected).toBe(true);
    await expect(sameShopper(booted, lin)).rejects.toMatchObject({ code: "token_expired" });
    const renewed = await shopper(booted, shop, "lin");
    await renewed.open();
    expect(renewed.view().summary.id).toBe(lin.view().summary.id);
    lin.close();
    renewed.close();
  });
});

describe("the floor", () => {
  test("PL9 of fifty agents who claim at once one wins and the others are told", async () => {
    const shop = await openShop(booted);
    const lin = await shopper(booted, shop);
    await lin.open();
    await lin.does("handoff.request");
    const conversationId = lin.view().summary.id;
    const agents = await Promise.all(Array.from({ length: 50 }, (_, n) => agent(booted, shop, `客服${n}`)));
    const claims = await Promise.all(agents.map((one) => one.command("conversation.takeOver", {}, { conversationId })));
    expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
    expect(claims.filter((claim) => !claim.ok && claim.error.code === "already_taken")).toHaveLength(49);
    for (const one of [lin, ...agents]) one.close();
  });

  test("CV3 the bot says nothing while a human has the floor", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    await mei.open({}, lin.view().summary.id);
    await mei.does("conversation.takeOver");
    await lin.sees((view) => view.summary.floor === "human");
    const before = botTexts(lin.view()).length;
    for (const words of ["多少钱", "有L码吗", "转人工", "垃圾"]) await lin.says(words);
    await lin.isUpToDate();
    expect(botTexts(lin.view())).toHaveLength(before);
    lin.close();
    mei.close();
  });

  test("CV4 only the agent who has the conversation may answer, return, transfer or close it", async () => {
    const shop = await openShop(booted);
    const [lin, mei, bo] = [await shopper(booted, shop), await agent(booted, shop), await agent(booted, shop, "小博")];
    await lin.open();
    const id = lin.view().summary.id;
    await Promise.all([mei.open({}, id), bo.open({}, id)]);
    expect(await mei.tries("message.send", text("hi"))).toMatchObject({ error: { code: "not_yours" } });
    await mei.does("conversation.takeOver");
    for (const [type, input] of [
      ["message.send", text("hi")],
      ["conversation.returnToBot", {}],
      ["conversation.transfer", { to: bo.id }],
      ["conversation.close", { resolution: "resolved" }],
    ] as const) {
      expect(await bo.tries(type, input)).toMatchObject({ error: { code: "not_yours" } });
    }
    expect(await bo.tries("conversation.takeOver")).toMatchObject({ error: { code: "already_taken" } });
    expect(await mei.tries("conversation.transfer", { to: "nobody" })).toMatchObject({
      error: { code: "agent_not_found" },
    });
    await mei.does("conversation.transfer", { to: bo.id });
    await bo.sees((view) => view.summary.agent?.id === bo.id);
    await bo.does("message.send", text("我来接手"));
    await Promise.all([lin.isUpToDate(), mei.isUpToDate(), bo.isUpToDate()]);
    for (const one of [lin, mei, bo]) one.close();
  });

  test("CV5 a shopper who waits can cancel and has the bot again", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    await lin.does("handoff.request");
    expect(lin.view().summary.queue?.staffed).toBe(true);
    await lin.does("handoff.cancel");
    expect(lin.view().summary.floor).toBe("bot");
    expect(await lin.tries("handoff.cancel")).toMatchObject({ error: { code: "not_queued" } });
    const before = botTexts(lin.view()).length;
    await lin.says("可以退货吗");
    expect(botTexts(lin.view()).length).toBeGreaterThan(before);
    await lin.isUpToDate();
    lin.close();
    mei.close();
  });

  test("CV13 agents are told that a shopper who never wrote has left the queue", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    const row = (floor: string) =>
      mei.seesSignal(({ type, data }) => type === "inbox.changed" && data.row.conversation.floor === floor);
    await lin.open();
    await lin.does("handoff.request");
    await row("queued");
    await lin.does("handoff.cancel");
    await row("bot");
    lin.close();
    mei.close();
  });

  test("CV30 a shopper who waits and writes that no human is wanted any more has the bot again, which answers the rest", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    await lin.does("handoff.request");
    const before = botTexts(lin.view()).length;
    await lin.says("我的问题是发票抬头错了");
    expect(lin.view().summary.floor).toBe("queued");
    expect(botTexts(lin.view())).toHaveLength(before);
    await lin.says("算了不用了，可以退货吗");
    expect(lin.view().summary.floor).toBe("bot");
    expect(botTexts(lin.view()).slice(before).join("\n")).toMatch(/已取消排队[\s\S]*退/);
    const inbox = await mei.command("inbox.open", { filter: "queue" });
    expect(inbox.ok && inbox.data.rows).toEqual([]);
    await lin.isUpToDate();
    lin.close();
    mei.close();
  });

  test("CV6 with nobody there the shopper is told, and the words wait in the inbox", async () => {
    const shop = await openShop(booted);
    const lin = await shopper(booted, shop);
    await lin.open();
    await lin.does("handoff.request");
    expect(lin.view().summary).toMatchObject({ floor: "queued", queue: { staffed: false } });
    await lin.says("我的问题是发票抬头错了");
    const mei = await agent(booted, shop);
    const inbox = await mei.command("inbox.open", { filter: "queue" });
    expect(inbox.ok && inbox.data.rows[0]?.conversation.last?.preview).toContain("发票抬头");
    lin.close();
    mei.close();
  });

  test("CV7 an unanswered queue times out into an honest message and stays in the inbox", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    await lin.does("handoff.request");
    const before = botTexts(lin.view()).length;
    booted.clock.advance(4 * 60_000);
    await lin.seesEvent("handoff.timedOut");
    await lin.sees((view) => botTexts(view).length === before + 1);
    expect(lin.view().summary).toMatchObject({ floor: "queued", queue: { timedOut: true } });
    await mei.open({}, lin.view().summary.id);
    await mei.does("conversation.takeOver");
    await lin.sees((view) => view.summary.floor === "human");
    await lin.isUpToDate();
    lin.close();
    mei.close();
  });

  test("CV8 an agent who leaves a shopper unanswered loses the conversation to the queue", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    await mei.open({}, lin.view().summary.id);
    await mei.does("conversation.takeOver");
    await lin.sees((view) => view.summary.floor === "human");
    await lin.says("在吗");
    await mei.does("message.send", text("在的"));
    booted.clock.advance(11 * 60_000);
    await lin.says("还在吗");
    booted.clock.advance(11 * 60_000);
    await lin.sees((view) => view.summary.floor === "queued");
    await mei.sees((view) => view.summary.floor === "queued" && view.summary.reasons?.[0]?.code === "agent_silent");
    await Promise.all([lin.isUpToDate(), mei.isUpToDate()]);
    expect(lin.view().events.filter(({ type }) => type === "agent.left")).toHaveLength(1);
    lin.close();
    mei.close();
  });

  test("CV8 an agent who takes over or is handed a waiting shopper and never writes loses the conversation too", async () => {
    const shop = await openShop(booted);
    const [lin, mei, bo] = [await shopper(booted, shop), await agent(booted, shop), await agent(booted, shop)];
    await lin.open();
    await lin.does("handoff.request");
    const { id } = lin.view().summary;
    await mei.open({}, id);
    await mei.does("conversation.takeOver");
    await lin.sees((view) => view.summary.floor === "human");
    booted.clock.advance(11 * 60_000);
    await lin.sees((view) => view.summary.floor === "queued");
    await mei.does("conversation.takeOver");
    booted.clock.advance(9 * 60_000);
    await mei.does("conversation.transfer", { to: bo.id });
    booted.clock.advance(9 * 60_000);
    await Promise.all([lin.isUpToDate(), mei.isUpToDate()]);
    expect(lin.view().summary.agent?.id).toBe(bo.id);
    booted.clock.advance(2 * 60_000);
    await lin.sees((view) => view.summary.floor === "queued");
    await mei.sees((view) => view.summary.reasons?.[0]?.code === "agent_silent");
    for (const one of [lin, mei, bo]) one.close();
  });

  test("CV9 everyone in the queue knows their place, and it moves", async () => {
    const shop = await openShop(booted);
    const mei = await agent(booted, shop);
    const waiting = [];
    for (let n = 0; n < 3; n++) {
      const one = await shopper(booted, shop);
      await one.open();
      booted.clock.advance(1000);
      await one.does("handoff.request");
      waiting.push(one);
    }
    const [first, , last] = waiting as [Person<"shopper">, Person<"shopper">, Person<"shopper">];
    const page = await last.open();
    expect(page.queue?.ahead).toBe(2);
    await mei.command("conversation.takeOver", {}, { conversationId: first.view().summary.id });
    booted.clock.advance(300);
    await last.seesSignal((signal) => signal.type === "queue.place" && signal.data.ahead === 1);
    for (const one of [mei, ...waiting]) one.close();
  });

  test("CV10 a closed conversation is rated once, and talking again starts another", async () => {
    const shop = await openShop(booted);
    const [lin, mei] = [await shopper(booted, shop), await agent(booted, shop)];
    await lin.open();
    await lin.says("你好");
    const id = lin.view().summary.id;
    await mei.command("conversation.close", { resolution: "resolved" }, { conversationId: id });
    await lin.sees((view) => view.summary.floor === "closed");
    expect(await lin.tries("message.send", text("喂"))).toMatchObject({ error: { code: "conversation_closed" } });
    await lin.does("rating.give", { score: 4 });
    expect(await lin.tries("rating.give", { score: 1 })).toMatchObject({ error: { code: "already_rated" } });
    await lin.open();
    expect(lin.view().summary.id).toBe(id);
    await lin.open({ fresh: true });
    expect(lin.view().summary.id).not.toBe(id);
    lin.close();
    mei.close();
  });
});

describe("consult", () => {
  test("CV11 switching product adds to the open conversation, the same product again is no news", async () => {
    const lin = await shopper(booted, await openShop(booted));
    await lin.open({ consult: { productId: "hoodie" } });
    const { id } = lin.view().summary;
    const { seq } = lin.view();
    await lin.open({ consult: { productId: "hoodie" } });
    expect(lin.view().seq).toBe(seq);
    const page = await lin.open({ consult: { productId: "thermos" } });
    expect(lin.view().summary).toMatchObject({ id, consult: { productId: "thermos" } });
    expect(page.cards.products.thermos?.title).toContain("保温杯");
    expect(lin.view().events.filter(({ type }) => type === "conversation.consulted")).toHaveLength(2);
    expect(botTexts(lin.view()).at(-1)).toContain("保温杯");
    lin.close();
  });

  test("CV12 an unknown product is a clear error and the plain chat opens", async () => {
    const lin = await shopper(booted, await openShop(booted));
    const page = await lin.open({ consult: { productId: "nothing-like-it" } });
    expect(page.consultError).toBe("product_not_found");
    expect(botTexts(lin.view()).length).toBeGreaterThan(0);
    const orderPage = await lin.open({ consult: { orderId: "YW1001" } });
    expect(orderPage.consultError).toBe("order_not_found");
    lin.close();
  });
});
