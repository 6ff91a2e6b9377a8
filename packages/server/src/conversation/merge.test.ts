import type { EventType, Floor } from "@yiwen/shared";
import { expect, test } from "vitest";
import { mergeConversations } from "./merge.ts";
import { type Conversation, emptyConversation } from "./state.ts";

const lin = { id: "lin", name: "小林", verified: true };
const at = 9000;

type Stand = { floor?: Floor; asked?: number; lastAt?: number; channel?: "web" | "weapp" };

function conversation(id: string, { floor = "bot", asked = 1, lastAt = 1000, channel = "web" }: Stand = {}) {
  const shopper = { id: id.startsWith("own") ? "lin" : "nobody", verified: false };
  const empty = emptyConversation({ id, shop: "s", shopper, channel, createdAt: 1 });
  const summary = { ...empty.views.agents, floor, asked, lastAt, seq: 4 };
  return { ...empty, seq: 4, shopperSeq: 3, views: { everyone: { ...summary, seq: 3 }, agents: summary } };
}

function outcome(theirs: Conversation[], own: Conversation[]): [string, EventType[]][] {
  return mergeConversations({ theirs, own, shopper: lin, at }).map(({ next, events }) => [
    next.id,
    events.map(({ type }) => type),
  ]);
}

test("WX12 a conversation that moves says whose it is now, to agents, and nothing else of it changes", () => {
  const before = conversation("theirs", { floor: "human" });
  const [moved] = mergeConversations({ theirs: [before], own: [], shopper: lin, at });
  expect(moved?.next).toEqual({
    ...before,
    shopper: lin,
    seq: 5,
    views: { everyone: before.views.everyone, agents: { ...before.views.agents, seq: 5 } },
  });
  expect(moved?.events).toEqual([
    {
      seq: 5,
      shopperSeq: null,
      type: "shopper.identified",
      at,
      by: { kind: "system" },
      data: { shopperId: "lin", name: "小林", verified: true },
    },
  ]);
});

test.each([
  [{ floor: "human" }, { floor: "queued", lastAt: 2000 }],
  [{ floor: "queued" }, { floor: "bot", lastAt: 2000 }],
  [
    { floor: "bot", asked: 1 },
    { floor: "bot", asked: 0, lastAt: 2000 },
  ],
  [
    { floor: "bot", lastAt: 2000 },
    { floor: "bot", lastAt: 1000 },
  ],
] as [Stand, Stand][])("WX13 of two open ones on a channel %o stays open, not %o", (more, less) => {
  expect(outcome([conversation("theirs", more)], [conversation("own", less)])).toEqual([
    ["own", ["conversation.closed"]],
    ["theirs", ["shopper.identified"]],
  ]);
  expect(outcome([conversation("theirs", less)], [conversation("own", more)])).toEqual([
    ["theirs", ["conversation.closed", "shopper.identified"]],
  ]);
});

test("WX13 one that is closed, or on another channel, is in nobody's way", () => {
  expect(outcome([conversation("theirs")], [conversation("own", { floor: "closed" })])).toEqual([
    ["theirs", ["shopper.identified"]],
  ]);
  expect(outcome([conversation("theirs", { channel: "weapp" })], [conversation("own", { floor: "human" })])).toEqual([
    ["theirs", ["shopper.identified"]],
  ]);
});
