import { expect, test } from "vitest";
import type { Entry, History, Last, StoredRow } from "../history.ts";
import { check } from "./check.ts";
import { goodHistory } from "./good-history.ts";

/** What the checker says of a good history with one thing wrong in it. */
function findings(spoil: (history: History) => void): string[] {
  const history = structuredClone(goodHistory());
  spoil(history);
  return [...new Set(check(history).map(({ promise }) => promise))];
}

const row = ({ stored }: History, seq: number) => stored.events[seq - 1] as StoredRow;

/** Forgets stored events, and numbers the rest as if they had never been. */
function forget({ stored, last, entries }: History, ...seqs: number[]): void {
  stored.events = stored.events
    .filter(({ seq }) => !seqs.includes(seq))
    .map((event, n) => ({ ...event, seq: n + 1, shopperSeq: n + 1 }));
  // What was seen is another matter.
  for (const one of last) one.threads = [];
  entries.splice(0, entries.length, ...entries.filter(({ kind }) => kind !== "shown"));
}

/** Puts an event in the place of another that nobody needs. */
function replace(history: History, seq: number, event: Partial<StoredRow>): void {
  Object.assign(row(history, seq), event);
  for (const one of history.last) one.threads = [];
  history.entries = history.entries.filter(({ kind }) => kind !== "shown");
}

const text = (id: string) => ({ id, content: { kind: "text", text: id } });

test("FT1 the checker finds nothing wrong where nothing is", () => {
  expect(check(goodHistory())).toEqual([]);
});

test("FT1 an acknowledged message that is not stored is found", () => {
  expect(findings((history) => forget(history, 7))).toContain("ack");
  expect(findings((history) => forget(history, 7))).toContain("lost");
});

test("FT1 an acknowledged command without a message is found as well", () => {
  expect(findings((history) => replace(history, 8, { command: null }))).toEqual(["ack"]);
});

test("FT1 a second, different answer to one command is found", () => {
  const again: Partial<Entry> = { seq: 3 };
  expect(findings(({ entries }) => void entries.push({ ...entries[2], ...again } as Entry))).toEqual(["ack"]);
});

test("FT1 a message stored twice is found, in one conversation and in two", () => {
  expect(findings((history) => replace(history, 11, { data: text("a1") }))).toContain("once");
  const copied = ({ stored }: History) => {
    const { data, by } = row({ stored } as History, 2);
    const copy = {
      conversation: "c2",
      seq: 1,
      shopperSeq: 1,
      type: "message.sent" as const,
      at: 0,
      by,
      data,
      command: null,
    };
    stored.events.push(copy);
    stored.conversations.push({ id: "c2", shopper: "lin", floor: "bot", pending: {}, isTimedOut: false });
  };
  expect(findings(copied)).toEqual(["once"]);
});

test("FT1 a message that nobody wrote is found", () => {
  const unwrite = (history: History) => {
    history.entries = history.entries.filter((entry) => entry.kind !== "wrote" || entry.id !== "m2");
  };
  expect(findings(unwrite)).toEqual(["once"]);
});

test("FT1 an unsent message that nobody shows any more is lost, one still on its way stranded, a failed one is fine", () => {
  const wrote: Entry = { person: "lin", window: "w1", kind: "wrote", id: "m3" };
  const pending = (status: "sending" | "failed") => (history: History) => {
    history.entries.push(wrote);
    (history.last[0] as Last).pending = [{ id: "m3", status }];
  };
  expect(findings(({ entries }) => void entries.push(wrote))).toEqual(["lost"]);
  expect(findings(pending("sending"))).toEqual(["stranded"]);
  expect(findings(pending("failed"))).toEqual([]);
  expect(findings(({ entries }) => void entries.push(wrote, { ...wrote, kind: "discarded" } as Entry))).toEqual([]);
});

test("FT1 a hole in the numbers, and messages in another order than they were written, are found", () => {
  expect(findings(({ stored }) => void stored.events.splice(3, 1))).toContain("order");
  const swap = (history: History) => {
    const [first, second] = [row(history, 9).data, row(history, 11).data];
    replace(history, 9, { data: second });
    replace(history, 11, { data: first });
  };
  expect(findings(swap)).toContain("order");
});

test("FT1 a screen that skips an event, shows one that is not stored, or stays behind is found", () => {
  const skip = ({ entries }: History) => {
    const at = entries.findIndex((entry) => entry.kind === "shown" && entry.event.seq === 6);
    entries.splice(at, 1);
  };
  expect(findings(skip)).toEqual(["order"]);
  const invent = ({ entries }: History) => {
    const shown = entries.find((entry) => entry.kind === "shown" && entry.event.seq === 6);
    if (shown?.kind === "shown") shown.event.data = text("never said") as never;
  };
  expect(findings(invent)).toEqual(["screens"]);
  expect(findings(({ last }) => void last[0]?.threads[0]?.events.pop())).toEqual(["screens"]);
  expect(findings(({ last }) => void Object.assign(last[0] as Last, { connection: "offline" }))).toEqual(["screens"]);
});

test("FT1 a bot message after a takeover is found", () => {
  expect(
    findings((history) => replace(history, 10, { type: "message.sent", by: { kind: "bot" }, data: text("m2.b0") })),
  ).toEqual(["ownership"]);
});

test("FT1 an agent's message in a conversation that another has is found", () => {
  expect(findings((history) => replace(history, 8, { data: { agentId: "ann", name: "Ann" } }))).toEqual(["ownership"]);
});

test("FT1 a second claimant is found", () => {
  expect(
    findings((history) => replace(history, 10, { type: "agent.joined", data: { agentId: "mei", name: "" } })),
  ).toEqual(["claimant"]);
});

test("FT1 who waits without a timer, or is listed where the events don't end, is stranded", () => {
  const requeue = (timer: object) => (history: History) => {
    replace(history, 12, { type: "handoff.requested", by: { kind: "system" }, data: { staffed: true } });
    Object.assign(history.stored.conversations[0] ?? {}, { floor: "queued", pending: timer });
  };
  expect(findings(requeue({ e1: "queueTimeout" }))).toEqual([]);
  expect(findings(requeue({}))).toEqual(["stranded"]);
  expect(findings(({ stored }) => void Object.assign(stored.conversations[0] ?? {}, { floor: "bot" }))).toEqual([
    "stranded",
  ]);
});

test("FT1 a receipt that goes back is found, in the database and on a screen", () => {
  const mark = { reader: "shopper", seq: 8, shopperSeq: 8 };
  expect(findings((history) => replace(history, 12, { data: mark }))).toEqual(["receipts"]);
  const entry: Entry = { person: "lin", window: "w1", kind: "read", conversation: "c1", reader: "shopper", seq: 4 };
  expect(findings(({ entries }) => void entries.push(entry))).toEqual(["receipts"]);
});

test("FT1 work that nobody does, or not for hours, and work that counted twice, is found", () => {
  expect(findings(({ stored }) => void Object.assign(stored.effects[1] ?? {}, { dueAt: 9000 }))).toEqual(["stranded"]);
  expect(findings(({ stored }) => void Object.assign(stored.effects[1] ?? {}, { dueAt: 71_000 }))).toEqual([
    "stranded",
  ]);
  expect(findings(({ stored }) => void Object.assign(stored.effects[1] ?? {}, { leaseUntil: 41_000 }))).toEqual([
    "stranded",
  ]);
  expect(findings(({ stored }) => void stored.effects.pop())).toEqual(["stranded"]);
  const coupon = { type: "coupon.granted" as const, by: { kind: "bot" as const }, data: { couponId: "ten" } };
  expect(findings((history) => replace(history, 10, coupon))).toEqual(["effects"]);
});
