import type { EventBody, WireEvent } from "@yiwen/shared";
import { beforeEach, expect, test } from "vitest";
import { threadItems } from "./items.ts";

const noon = new Date(2026, 5, 1, 12).getTime();
let seq = 0;
beforeEach(() => {
  seq = 0;
});

function event(body: EventBody, kind: WireEvent["by"]["kind"], seconds: number): WireEvent {
  return { ...body, conversationId: "c", seq: ++seq, at: noon + seconds * 1000, by: { kind } } as WireEvent;
}
const said = (kind: "shopper" | "bot" | "agent", seconds: number) =>
  event({ type: "message.sent", data: { id: `m${seq}`, content: { kind: "text", text: "…" } } }, kind, seconds);
const understood = (seconds: number) =>
  event(
    {
      type: "message.understood",
      data: {
        messageId: "m0",
        language: "zh",
        intent: "price",
        confidence: 0.9,
        alternatives: [],
        entities: [],
        sentiment: { score: 0, label: "neutral" },
        trend: 0,
      },
    },
    "system",
    seconds,
  );
const stepped = (seconds: number) =>
  event({ type: "dialogue.stepped", data: { skill: "discount", outcome: "answered" } }, "bot", seconds);
const kinds = (events: WireEvent[]) => threadItems(events).map((item) => item.kind);

test("CO9 words of one speaker within a minute are one group; another speaker or a later minute begins another", () => {
  const items = threadItems([said("shopper", 0), said("shopper", 59), said("shopper", 61), said("bot", 62)]);
  const groups = items.filter((item) => item.kind === "group");
  expect(groups.map((group) => [group.by.kind, group.messages.length])).toEqual([
    ["shopper", 2],
    ["shopper", 1],
    ["bot", 1],
  ]);
});

test("CO9 a group that only folded events interrupt goes on without a name", () => {
  const groups = threadItems([said("shopper", 0), understood(0), said("shopper", 10)]).filter(
    (i) => i.kind === "group",
  );
  expect(groups.map((group) => group.continues)).toEqual([false, true]);
});

test("CO9 each day is named once, before its first line", () => {
  expect(kinds([said("shopper", 0), said("bot", 5), said("shopper", 86_400)])).toEqual([
    "day",
    "group",
    "group",
    "day",
    "group",
  ]);
});

test("CO43 what tells that a picture may or may not be shown takes no line, an absent shopper does", () => {
  const events = [
    said("shopper", 0),
    event({ type: "message.cleared", data: { messageId: "m0" } }, "system", 1),
    event({ type: "message.withheld", data: { messageId: "m0" } }, "system", 2),
    event({ type: "shopper.unreachable", data: { reason: "failed" } }, "system", 3),
    event({ type: "shopper.returned", data: {} }, "shopper", 4),
  ];
  expect(kinds(events)).toEqual(["day", "group", "told", "told"]);
});

test("CO10 what only agents see stands between the words, and read marks take no line", () => {
  const events = [
    said("shopper", 0),
    understood(0),
    event({ type: "message.read", data: { reader: "shopper", seq: 1 } }, "shopper", 1),
    event({ type: "handoff.requested", data: { staffed: true } }, "bot", 2),
    event({ type: "handoff.explained", data: { reasons: [{ code: "asked_for_human" }] } }, "bot", 2),
    event({ type: "message.noted", data: { id: "n", text: "VIP" } }, "agent", 3),
    event({ type: "effect.failed", data: { effectId: "e", kind: "lookUp", error: "timeout" } }, "system", 4),
  ];
  expect(kinds(events)).toEqual(["day", "group", "insight", "told", "reasons", "note", "told"]);
});

test("CO11 a step joins the message it answers, even when the bot spoke first; a step of its own stands alone", () => {
  const items = threadItems([said("shopper", 0), understood(0), said("bot", 1), stepped(1)]);
  const insights = items.filter((item) => item.kind === "insight");
  expect(insights).toHaveLength(1);
  expect(insights[0]?.insight.steps).toEqual([{ skill: "discount", outcome: "answered" }]);
  expect(kinds([said("shopper", 0), stepped(1)])).toEqual(["day", "group", "insight"]);
});

test("CO45 a correction stands with what was understood, and takes no line or day of its own; the latest counts", () => {
  const corrected = (intent: string, seconds: number) =>
    event({ type: "message.corrected", data: { messageId: "m0", intent } }, "agent", seconds);
  const events = [
    said("shopper", 0),
    understood(0),
    said("bot", 1),
    corrected("stock", 86_400),
    corrected("coupon", 86_401),
  ];
  const items = threadItems(events);
  expect(items.map(({ kind }) => kind)).toEqual(["day", "group", "insight", "group"]);
  expect(items[2]).toMatchObject({ insight: { corrected: { intent: "coupon", by: { kind: "agent" } } } });
  expect(threadItems([corrected("stock", 0)])).toEqual([]);
});

test("MD61 what the model was asked and the question it made whole join the message; a summary has its own place", () => {
  const asked = {
    task: "rewrite",
    outcome: "used",
    model: "m",
    tools: [],
    claims: [],
    inputTokens: 1,
    outputTokens: 1,
    ms: 5,
  } as const;
  const items = threadItems([
    said("shopper", 0),
    understood(0),
    event({ type: "dialogue.stepped", data: { skill: "fallback", outcome: "drafting" } }, "bot", 0),
    event({ type: "model.asked", data: { ...asked, tools: [], claims: [] } }, "bot", 2),
    event({ type: "message.rewritten", data: { messageId: "m0", text: "保温杯多少钱" } }, "bot", 2),
    said("bot", 3),
    event({ type: "handoff.summarised", data: { text: "顾客问价。" } }, "bot", 4),
  ]);
  expect(items.map((item) => item.kind)).toEqual(["day", "group", "insight", "group", "summary"]);
  const insight = items.find((item) => item.kind === "insight");
  expect(insight?.insight).toMatchObject({ understood: { rewritten: "保温杯多少钱" }, asked: [asked] });
  expect(items.at(-1)).toMatchObject({ text: "顾客问价。" });
});
