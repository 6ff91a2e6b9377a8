import { describe, expect, it } from "vitest";
import type { InboxFilter } from "../schema/commands.ts";
import { belongs, compareRows, type InboxRow, reduceInbox } from "./inbox.ts";
import { emptySummary, type Summary } from "./summary.ts";

const row = (id: string, change: Partial<Summary> = {}): InboxRow => ({
  shopper: { id: `s-${id}`, verified: false },
  conversation: { ...emptySummary(id), seq: 1, ...change },
});
const waiting = (id: string, since: number, seq = 1) =>
  row(id, { floor: "queued", queue: { since, staffed: true, timedOut: false }, seq });
const ids = (rows: InboxRow[]) => rows.map(({ conversation }) => conversation.id);

describe("inbox", () => {
  it("VW15 each filter holds the conversations it names", () => {
    const rows = [
      row("bot"),
      waiting("queued", 1),
      row("mine", { floor: "human", agent: { id: "a1", name: "小林" } }),
      row("theirs", { floor: "human", agent: { id: "a2", name: "小王" } }),
      row("closed", { floor: "closed", agent: { id: "a1", name: "小林" } }),
    ];
    const under = (filter: InboxFilter) => ids(rows.filter((one) => belongs(one, filter, "a1")));
    expect(under("queue")).toEqual(["queued"]);
    expect(under("mine")).toEqual(["mine"]);
    expect(under("all")).toEqual(["bot", "queued", "mine", "theirs"]);
    expect(under("closed")).toEqual(["closed"]);
  });

  it("VW16 the longest wait is first in the queue, the latest word elsewhere, equal ones by id", () => {
    const queue = [waiting("b", 200), waiting("c", 100), waiting("a", 200)];
    expect(ids(queue.sort(compareRows("queue")))).toEqual(["c", "a", "b"]);
    const all = [row("b", { lastAt: 1 }), row("c", { lastAt: 2 }), row("a", { lastAt: 1 })];
    expect(ids(all.sort(compareRows("all")))).toEqual(["c", "a", "b"]);
  });

  it("VW17 a changed row comes, moves or goes, and an older state of it changes nothing", () => {
    const rows = [waiting("a", 100, 5), waiting("b", 200, 5)];
    expect(ids(reduceInbox(rows, waiting("c", 150), "queue", "a1"))).toEqual(["a", "c", "b"]);
    expect(ids(reduceInbox(rows, waiting("a", 300, 6), "queue", "a1"))).toEqual(["b", "a"]);
    expect(ids(reduceInbox(rows, row("a", { floor: "closed", seq: 6 }), "queue", "a1"))).toEqual(["b"]);
    expect(reduceInbox(rows, row("a", { floor: "closed", seq: 4 }), "queue", "a1")).toBe(rows);
  });

  it("VW18 a row that is not in the list and doesn't belong there leaves the list as it is", () => {
    const rows = [waiting("a", 100)];
    expect(reduceInbox(rows, row("z"), "queue", "a1")).toBe(rows);
  });
});
