import { describe, expect, it } from "vitest";
import type { WireEvent } from "../events.ts";
import { placeOf, prepend, reduce, viewOf } from "./conversation.ts";
import { emptySummary, reduceSummary } from "./summary.ts";

const event = (seq: number): WireEvent => ({
  conversationId: "c1",
  seq,
  at: seq * 1000,
  by: { kind: seq % 2 ? "shopper" : "bot" },
  type: "message.sent",
  data: { id: `m${seq}`, content: { kind: "text", text: `${seq}` } },
});
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => event(from + i));
const summaryAt = (seq: number) => range(1, seq).reduce(reduceSummary, emptySummary("c1"));
const page = (from: number, to: number) => ({
  conversation: summaryAt(to),
  events: range(from, to),
  hasOlder: from > 1,
});

describe("conversation view", () => {
  it("VW11 folding what came live gives what a fresh load gives", () => {
    const live = range(6, 12).reduce(reduce, viewOf(page(1, 5)));
    expect(live).toEqual(viewOf(page(1, 12)));
  });

  it("VW12 an event is the next one, a known one, or one after a hole; only the next changes the view", () => {
    const view = viewOf(page(1, 5));
    expect([5, 6, 7].map((seq) => placeOf(view, event(seq)))).toEqual(["known", "next", "gap"]);
    expect(reduce(view, event(5))).toBe(view);
    expect(reduce(view, event(7))).toBe(view);
    expect(reduce(view, event(6)).seq).toBe(6);
  });

  it("VW13 an older page goes in front, what is known of it only once, and the summary stays", () => {
    const view = viewOf(page(6, 10));
    const longer = prepend(view, { events: range(3, 7), hasOlder: true });
    expect(longer.events).toEqual(range(3, 10));
    expect(longer).toMatchObject({ hasOlder: true, seq: 10 });
    expect(longer.summary).toBe(view.summary);
    expect(prepend(longer, { events: range(1, 2), hasOlder: false })).toEqual(viewOf(page(1, 10)));
  });

  it("VW14 a page without events stands where its summary stands", () => {
    expect(viewOf({ conversation: summaryAt(4), events: [], hasOlder: true }).seq).toBe(4);
  });
});
