import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Booted, boot } from "../support/boot.ts";
import { agent, botTexts, sameShopper, shopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";

let booted: Booted;
beforeAll(async () => {
  booted = await boot();
});
afterAll(() => booted.close());

const texts = (view: Parameters<typeof botTexts>[0]) => botTexts(view).join("\n");

describe("from one tap to a takeover and back", () => {
  test("CV1 the story of one conversation, live views equal to fetched ones at every step", async () => {
    const shop = await openShop(booted);
    const lin = await shopper(booted, shop, "lin");
    const mei = await agent(booted, shop);

    const opened = await lin.open({ consult: { productId: "hoodie" }, locale: "zh-CN" });
    expect(opened.cards.products.hoodie?.stock).toBe(17);
    expect(texts(lin.view())).toContain("卫衣");

    await lin.says("有L码吗");
    expect(texts(lin.view())).toContain("12");
    await lin.says("那M码呢");
    expect(texts(lin.view())).toContain("5");
    await lin.isUpToDate();

    await lin.says("多少钱，能便宜点吗");
    await lin.sees((view) => view.events.some(({ type }) => type === "coupon.granted"));
    expect(texts(lin.view())).toContain("199");

    await lin.says("你们这什么破服务，气死我了，垃圾");
    await lin.says("太差劲了，骗子，我要投诉你们");
    await lin.sees((view) => view.summary.floor === "queued");
    expect(lin.view().events.every(({ type }) => type !== "handoff.explained")).toBe(true);
    await lin.isUpToDate();

    const conversationId = lin.view().summary.id;
    const inbox = await mei.command("inbox.open", { filter: "queue" });
    expect(inbox.ok && inbox.data.rows.map((row) => row.conversation.id)).toEqual([conversationId]);
    await mei.open({}, conversationId);
    expect(mei.view().summary.reasons?.length).toBeGreaterThan(0);

    await mei.does("conversation.takeOver");
    await lin.sees((view) => view.summary.floor === "human");
    const before = botTexts(lin.view()).length;
    await lin.says("在吗，L码还有多少");
    await mei.does("message.send", { content: { kind: "text", text: "您好，我是小美" } });
    await mei.does("message.note", { text: "老客户，优先处理" });
    await lin.sees((view) => view.summary.last?.by.kind === "agent");
    expect(botTexts(lin.view()).length).toBe(before);
    expect(JSON.stringify(lin.view())).not.toContain("老客户");
    await lin.does("message.read", { seq: lin.view().seq });
    await mei.sees((view) => view.summary.unread.shopper === 0);
    await Promise.all([lin.isUpToDate(), mei.isUpToDate()]);

    await mei.does("conversation.returnToBot");
    await lin.sees((view) => view.summary.floor === "bot");
    await lin.says("这个多少钱");
    await lin.sees((view) => view.summary.last?.by.kind === "bot");
    await mei.does("conversation.close", { resolution: "resolved" });
    await lin.sees((view) => view.summary.floor === "closed");
    await lin.does("rating.give", { score: 5, comment: "很好" });
    await mei.sees((view) => view.summary.rating?.score === 5);
    await Promise.all([lin.isUpToDate(), mei.isUpToDate()]);
    for (const person of [lin, mei]) person.close();
  });

  test("CV2 two tabs of one shopper show the same thing", async () => {
    const shop = await openShop(booted);
    const one = await shopper(booted, shop);
    await one.open();
    const two = await sameShopper(booted, one);
    await two.open();
    await one.says("你好");
    await two.says("可以退货吗");
    const { seq } = await one.says("发什么快递");
    await Promise.all([one.sees((v) => v.seq >= seq), two.sees((v) => v.seq >= seq)]);
    expect(two.view()).toEqual(one.view());
    await one.isUpToDate();
    one.close();
    two.close();
  });
});
