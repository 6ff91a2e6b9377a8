import { emptySummary, type PendingMessage, type WireEvent } from "@yiwen/shared";
import { describe, expect, test } from "vitest";
import { threadItems } from "./items.ts";

const noon = new Date(2026, 4, 20, 12, 0, 0).getTime();
let seq = 0;

function said(
  kind: "shopper" | "bot" | "agent",
  secondsAfterNoon: number,
  extra: { id?: string; name?: string } = {},
): WireEvent {
  seq += 1;
  return {
    type: "message.sent",
    conversationId: "c",
    seq,
    at: noon + secondsAfterNoon * 1000,
    by: { kind, ...(extra.name && { name: extra.name }) },
    data: { id: extra.id ?? `m${seq}`, content: { kind: "text", text: "…" } },
  };
}

const viewOf = (events: WireEvent[], readByAgent = 0) => {
  const summary = { ...emptySummary("c"), read: { shopper: 0, agent: readByAgent } };
  return { summary, events, seq: events.at(-1)?.seq ?? 0, hasOlder: false };
};

const shape = (events: WireEvent[], pending: PendingMessage[] = []) =>
  threadItems({ view: viewOf(events), pending }).map((item) =>
    item.kind === "group" ? `${item.from}×${item.messages.length}` : item.kind,
  );

describe("the thread's items", () => {
  test("WG14 one sender's words within a minute of each other are one group", () => {
    expect(shape([said("bot", 0), said("bot", 50), said("bot", 100)])).toEqual(["day", "bot×3"]);
    expect(shape([said("bot", 0), said("bot", 61)])).toEqual(["day", "bot×1", "bot×1"]);
    expect(shape([said("bot", 0), said("shopper", 1), said("bot", 2)])).toEqual(["day", "bot×1", "shopper×1", "bot×1"]);
    expect(shape([said("agent", 0, { name: "A" }), said("agent", 1, { name: "B" })])).toEqual([
      "day",
      "agent×1",
      "agent×1",
    ]);
  });

  test("WG14 a day mark stands before the first thing of each day", () => {
    expect(shape([said("bot", 0), said("bot", 12 * 3600)])).toEqual(["day", "bot×1", "day", "bot×1"]);
  });

  test("WG14 an unsent message keeps its key when it becomes an event, and is never shown twice", () => {
    const pending: PendingMessage = {
      id: "k",
      conversationId: "c",
      content: { kind: "text", text: "hi" },
      at: noon,
      status: "sending",
    };
    const before = threadItems({ view: viewOf([]), pending: [pending] });
    const after = threadItems({ view: viewOf([said("shopper", 0, { id: "k" })]), pending: [pending] });
    const keys = (items: typeof before) =>
      items.flatMap((item) => (item.kind === "group" ? item.messages.map((m) => m.key) : []));
    expect(keys(before)).toEqual(["k"]);
    expect(keys(after)).toEqual(["k"]);
  });

  test("PT15 a message that has to wait says why, and so does what waits behind it", () => {
    const waiting = (id: string, more: Partial<PendingMessage> = {}): PendingMessage => {
      const content = { kind: "text", text: id } as const;
      return { id, conversationId: "c", content, at: noon, status: "sending", ...more };
    };
    const error = (code: "overloaded" | "forbidden") => ({ code, message: "", retryable: true });
    const pending = [
      waiting("gone", { status: "failed", error: error("forbidden") }),
      waiting("first", { error: error("overloaded") }),
      waiting("second"),
    ];
    const [, group] = threadItems({ view: viewOf([]), pending });
    expect(group?.kind === "group" && group.messages.map((m) => [m.state, m.error?.code])).toEqual([
      ["failed", "forbidden"],
      ["sending", "overloaded"],
      ["sending", "overloaded"],
    ]);
    const [, alone] = threadItems({ view: viewOf([]), pending: [pending[0]!, waiting("second")] });
    expect(alone?.kind === "group" && alone.messages.at(-1)?.error).toBeUndefined();
  });

  test("WG17 a message is read once the agent's mark has reached it", () => {
    const events = [said("shopper", 0), said("shopper", 1)];
    const [, group] = threadItems({ view: viewOf(events, events[0]!.seq), pending: [] });
    expect(group?.kind === "group" && group.messages.map((m) => m.state)).toEqual(["read", "sent"]);
  });

  test("WG23 what happened around the words is told, receipts are not", () => {
    const at = noon;
    const by = { kind: "agent" } as const;
    const base = { conversationId: "c", at, by };
    expect(
      shape([
        { ...base, seq: 1, type: "agent.joined", data: { agentId: "a", name: "A" } },
        { ...base, seq: 2, type: "message.read", data: { reader: "agent", seq: 1 } },
        { ...base, seq: 3, type: "conversation.closed", data: { resolution: "resolved" } },
      ]),
    ).toEqual(["day", "notice", "notice"]);
  });
});
