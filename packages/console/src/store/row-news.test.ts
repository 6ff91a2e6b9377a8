import type { InboxRow, Summary } from "@yiwen/shared";
import { emptySummary } from "@yiwen/shared";
import { expect, test } from "vitest";
import { createRowMemory } from "./row-news.ts";

const row = (seq: number, more: Partial<Summary>): InboxRow => ({
  shopper: { id: "s", verified: false },
  conversation: { ...emptySummary("c"), seq, ...more },
});
const queued = (seq: number, since: number) =>
  row(seq, { floor: "queued", queue: { since, staffed: true, timedOut: false } });
const mine = (seq: number, spokenAt: number) =>
  row(seq, {
    floor: "human",
    agent: { id: "me", name: "我" },
    last: { seq: spokenAt, at: 0, by: { kind: "shopper" }, kind: "text", preview: "在吗" },
  });

test("CO30 each wait is news once, a second wait again", () => {
  const memory = createRowMemory("me");
  expect([queued(3, 10), queued(4, 10), queued(7, 50), queued(7, 50)].map(memory.take)).toEqual([
    "queued",
    undefined,
    "queued",
    undefined,
  ]);
});

test("CO31 one's own shopper's words are news when they are later than those known", () => {
  const memory = createRowMemory("me");
  expect(memory.take(mine(5, 4))).toBe("received");
  expect(memory.take(mine(6, 4))).toBeUndefined();
  expect(memory.take(mine(8, 8))).toBe("spoke");
  expect(memory.take(mine(7, 7))).toBeUndefined();
  expect(memory.take(row(9, { floor: "closed" }))).toBeUndefined();
});

test("CO31 a conversation that was lost unseen and is handed over again is news again", () => {
  const memory = createRowMemory("me");
  memory.take(mine(5, 4));
  expect(memory.own()).toEqual(["c"]);
  memory.disown("c");
  expect(memory.take(mine(9, 8))).toBe("received");
});
