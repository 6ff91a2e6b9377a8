import { describe, expect, it } from "vitest";
import type { By, EventBody, WireEvent } from "../events.ts";
import { emptySummary, preview, reduceSummary, type Summary } from "./summary.ts";

const shopper: By = { kind: "shopper" };
const bot: By = { kind: "bot" };
const agent: By = { kind: "agent", id: "a1", name: "小林" };

/** Folds bodies as one conversation, a second apart. */
function fold(...steps: [By, EventBody][]): Summary {
  return steps.reduce(
    (summary, [by, body], i) =>
      reduceSummary(summary, { ...body, conversationId: "c1", seq: i + 1, at: (i + 1) * 1000, by } as WireEvent),
    emptySummary("c1"),
  );
}

const opened: [By, EventBody] = [
  { kind: "system" },
  { type: "conversation.opened", data: { channel: "weapp", locale: "en" } },
];
const says = (by: By, text: string): [By, EventBody] => [
  by,
  { type: "message.sent", data: { id: text, content: { kind: "text", text } } },
];
const reads = (reader: "shopper" | "agent", seq: number): [By, EventBody] => [
  reader === "shopper" ? shopper : agent,
  { type: "message.read", data: { reader, seq } },
];
const away: [By, EventBody] = [{ kind: "system" }, { type: "shopper.unreachable", data: { reason: "none_granted" } }];
const requested: [By, EventBody] = [shopper, { type: "handoff.requested", data: { staffed: true } }];
const explained: [By, EventBody] = [
  { kind: "system" },
  { type: "handoff.explained", data: { reasons: [{ code: "asked_for_human" }] } },
];
const joined: [By, EventBody] = [agent, { type: "agent.joined", data: { agentId: "a1", name: "小林" } }];
const left = (why: "returned" | "silent" | "transferred"): [By, EventBody] => [
  agent,
  { type: "agent.left", data: { agentId: "a1", name: "小林", why } },
];

describe("summary", () => {
  it("VW1 opening sets channel, locale and time, and an event already folded changes nothing", () => {
    const summary = fold(opened);
    expect(summary).toMatchObject({
      seq: 1,
      channel: "weapp",
      locale: "en",
      openedAt: 1000,
      lastAt: 1000,
      floor: "bot",
    });
    const again = { conversationId: "c1", seq: 1, at: 9, by: bot, type: "handoff.cancelled", data: {} } as const;
    expect(reduceSummary(summary, again)).toBe(summary);
  });

  it("VW2 messages count as unread for the other side until it has read to the last of them", () => {
    const before = fold(opened, says(bot, "您好"), says(bot, "要看什么"), says(shopper, "杯子"));
    expect(before.unread).toEqual({ shopper: 2, agent: 1 });
    expect(before).toMatchObject({ asked: 1, last: { seq: 4, kind: "text", preview: "杯子" } });
    const partly = fold(opened, says(bot, "您好"), says(bot, "要看什么"), reads("shopper", 2));
    expect(partly).toMatchObject({ unread: { shopper: 2 }, read: { shopper: 2 } });
    const all = fold(opened, says(bot, "您好"), says(bot, "要看什么"), reads("shopper", 3));
    expect(all).toMatchObject({ unread: { shopper: 0 }, read: { shopper: 3, agent: 0 } });
  });

  it("VW3 a read mark that crossed one's own message on the way still reads everything", () => {
    const summary = fold(opened, says(bot, "您好"), says(shopper, "在吗"), reads("shopper", 2));
    expect(summary.unread).toEqual({ shopper: 0, agent: 1 });
  });

  it("VW4 read marks only move forward", () => {
    const summary = fold(opened, says(bot, "一"), says(bot, "二"), reads("shopper", 3), reads("shopper", 2));
    expect(summary.read.shopper).toBe(3);
  });

  it("VW5 the floor goes from bot to queue to human and back, and what belonged to each is gone after it", () => {
    const waiting = fold(opened, requested, explained);
    expect(waiting).toMatchObject({ floor: "queued", queue: { since: 2000, staffed: true, timedOut: false } });
    expect(waiting.reasons).toEqual([{ code: "asked_for_human" }]);
    const late = fold(opened, requested, [bot, { type: "handoff.timedOut", data: {} }]);
    expect(late).toMatchObject({ floor: "queued", queue: { timedOut: true } });
    const human = fold(opened, requested, explained, joined);
    expect(human).toMatchObject({ floor: "human", agent: { id: "a1" }, reasons: [{ code: "asked_for_human" }] });
    expect(human.queue).toBeUndefined();
    const returned = fold(opened, requested, explained, joined, left("returned"));
    expect(returned.floor).toBe("bot");
    expect([returned.agent, returned.reasons, returned.queue]).toEqual([undefined, undefined, undefined]);
    const cancelled = fold(opened, requested, explained, [shopper, { type: "handoff.cancelled", data: {} }]);
    expect([cancelled.floor, cancelled.queue, cancelled.reasons]).toEqual(["bot", undefined, undefined]);
  });

  it("VW6 why a human was asked for stays known when an agent fell silent or handed on", () => {
    expect(fold(opened, requested, explained, joined, left("silent")).reasons).toHaveLength(1);
    expect(fold(opened, requested, explained, joined, left("transferred"), joined)).toMatchObject({
      floor: "human",
      reasons: [{ code: "asked_for_human" }],
    });
  });

  it("VW7 closing and rating are kept", () => {
    const closed = fold(
      opened,
      requested,
      [agent, { type: "conversation.closed", data: { resolution: "resolved" } }],
      [shopper, { type: "conversation.rated", data: { score: 5, comment: "好" } }],
    );
    expect(closed).toMatchObject({
      floor: "closed",
      closed: { at: 3000, resolution: "resolved" },
      rating: { score: 5 },
    });
    expect(closed.queue).toBeUndefined();
  });

  it("VW8 a consult replaces the one before, whole", () => {
    const summary = fold(
      opened,
      [shopper, { type: "conversation.consulted", data: { productId: "p1" } }],
      [shopper, { type: "conversation.consulted", data: { orderId: "o1" } }],
    );
    expect(summary.consult).toEqual({ orderId: "o1" });
  });

  it("VW9 agents see the latest mood and intent", () => {
    const summary = fold(opened, [
      { kind: "system" },
      {
        type: "message.understood",
        data: {
          messageId: "m1",
          language: "zh",
          intent: "price",
          confidence: 0.9,
          alternatives: [],
          entities: [],
          sentiment: { score: -0.5, label: "negative" },
          trend: -0.3,
        },
      },
    ]);
    expect(summary.mood).toEqual({ score: -0.5, label: "negative", trend: -0.3 });
    expect(summary.intent).toEqual({ intent: "price", confidence: 0.9 });
  });

  it("VW10 a preview is one line's worth of the message and never half a character", () => {
    expect(preview({ kind: "text", text: "字".repeat(200) }, "zh-CN")).toHaveLength(80);
    const cut = preview({ kind: "text", text: `${"字".repeat(79)}😀` }, "zh-CN");
    expect(cut).toBe("字".repeat(79));
    expect(preview({ kind: "choices", text: "选一个", choices: [] }, "zh-CN")).toBe("选一个");
    expect(preview({ kind: "product", productId: "p1" }, "zh-CN")).toBe("p1");
    expect(preview({ kind: "order", orderId: "o1" }, "zh-CN")).toBe("o1");
  });

  it("VW19 a picture is named in a list in the conversation's language", () => {
    const sent: [By, EventBody] = [
      shopper,
      { type: "message.sent", data: { id: "i", content: { kind: "image", uploadId: "u1", width: 8, height: 6 } } },
    ];
    expect(fold(sent).last).toMatchObject({ kind: "image", preview: "[图片]" });
    expect(fold(opened, sent).last?.preview).toBe("[image]");
  });
});

describe("an absent shopper", () => {
  it("VW20 is known to be away, and why they could not be told, until they do something", () => {
    const told = fold(opened, joined, says(agent, "hello"), away);
    expect(told.absence).toEqual({ at: 4000, reason: "none_granted" });
    expect(fold(opened, joined, away, says(agent, "still there?")).absence).toBeDefined();
    expect(fold(opened, joined, away, says(shopper, "yes")).absence).toBeUndefined();
    expect(fold(opened, joined, says(agent, "a"), away, reads("shopper", 3)).absence).toBeUndefined();
    const returned: [By, EventBody] = [{ kind: "system" }, { type: "shopper.returned", data: {} }];
    expect(fold(opened, joined, away, returned).absence).toBeUndefined();
  });

  it("VW20 was notified where there is no reason, and is of no concern once the conversation is closed", () => {
    const notified: [By, EventBody] = [{ kind: "system" }, { type: "shopper.notified", data: {} }];
    expect(fold(opened, joined, notified).absence).toEqual({ at: 3000 });
    const closed: [By, EventBody] = [agent, { type: "conversation.closed", data: { resolution: "resolved" } }];
    expect(fold(opened, joined, notified, closed).absence).toBeUndefined();
  });
});
