import type { By, ConversationView, EventBody, PendingMessage, WireEvent } from "@yiwen/shared";
import { emptySummary } from "@yiwen/shared";
import { expect, it } from "vitest";
import { isSameRow, rowsOf, statedState } from "./rows.ts";

const day = 86_400_000;
const noon = new Date(2026, 4, 20, 12).getTime();
const shopper: By = { kind: "shopper" };
const bot: By = { kind: "bot" };
const agent: By = { kind: "agent", id: "a", name: "林晓" };
type Said = [at: number, by: By, body: EventBody];
const says = (at: number, by: By, text: string): Said => [
  at,
  by,
  { type: "message.sent", data: { id: `id-${text}`, content: { kind: "text", text } } },
];
const viewOf = (...said: Said[]): ConversationView => ({
  summary: emptySummary("c"),
  events: said.map(([at, by, body], n) => ({ ...body, conversationId: "c", seq: n + 1, at, by }) as WireEvent),
  seq: said.length,
  hasOlder: false,
});
const pending = (text: string, at: number): PendingMessage => ({
  id: `id-${text}`,
  conversationId: "c",
  content: { kind: "text", text },
  at,
  status: "sending",
});

it("MP42 who speaks and when stands above the first message of a group, and the day above its first line", () => {
  const { rows } = rowsOf({
    view: viewOf(
      says(noon, shopper, "a"),
      says(noon + 1000, shopper, "b"),
      says(noon + 2000, agent, "c"),
      says(noon + day, agent, "d"),
    ),
    pending: [],
  });
  expect(rows.map((row) => row.day !== undefined)).toEqual([true, false, false, true]);
  expect(rows.map((row) => row.kind === "message" && row.head)).toEqual([
    { name: undefined, at: noon },
    undefined,
    { name: "林晓", at: noon + 2000 },
    { name: "林晓", at: noon + day },
  ]);
});

it("MP42 a later message changes no line that is there", () => {
  const said = [says(noon, shopper, "a"), says(noon + 1, bot, "b"), says(noon + 2, bot, "c")];
  const before = rowsOf({ view: viewOf(...said), pending: [] }).rows;
  const after = rowsOf({ view: viewOf(...said, says(noon + 3, bot, "d")), pending: [pending("e", noon + 4)] }).rows;
  expect(after).toHaveLength(5);
  expect(before.map((row, index) => isSameRow(row, after[index]!))).toEqual([true, true, true]);
});

it("MP42 a pending message is the line that its event becomes", () => {
  const waiting = rowsOf({ view: viewOf(says(noon, bot, "a")), pending: [pending("b", noon + 1)] }).rows;
  const sent = rowsOf({ view: viewOf(says(noon, bot, "a"), says(noon + 1, shopper, "b")), pending: [] }).rows;
  expect(sent.map((row) => row.key)).toEqual(waiting.map((row) => row.key));
});

it("MP43 a message that failed says why, and only the shopper's latest words say what became of them", () => {
  const failed: PendingMessage = {
    ...pending("b", noon),
    status: "failed",
    error: { code: "content_refused", message: "", retryable: false },
  };
  const thread = rowsOf({ view: viewOf(says(noon, bot, "a")), pending: [failed] });
  expect(thread.rows.map((row) => row.kind === "message" && row.failure)).toEqual([undefined, "content_refused"]);
  expect(statedState(thread.items)?.state).toBe("failed");
  const answered = rowsOf({ view: viewOf(says(noon, shopper, "a"), says(noon + 1, bot, "b")), pending: [] });
  expect(statedState(answered.items)).toBeUndefined();
  const alone = rowsOf({ view: viewOf(says(noon, shopper, "a")), pending: [] });
  expect(statedState(alone.items)?.state).toBe("sent");
});

it("PT15 words that have to wait say why, without having failed", () => {
  const error = { code: "overloaded", message: "", retryable: true } as const;
  const { rows, items } = rowsOf({ view: viewOf(), pending: [{ ...pending("b", noon), error }, pending("c", noon)] });
  expect(statedState(items)).toMatchObject({ state: "sending", error });
  expect(rows.map((row) => row.kind === "message" && row.failure)).toEqual([undefined, undefined]);
});

it("MP43 a picture that is being checked or withheld is held", () => {
  const image: Said = [
    noon,
    shopper,
    {
      type: "message.sent",
      data: { id: "p", content: { kind: "image", uploadId: "u", width: 3, height: 4 }, checking: true },
    },
  ];
  const heldIn = (...said: Said[]) =>
    rowsOf({ view: viewOf(...said), pending: [] }).rows.map((row) => row.kind === "message" && row.held)[0];
  expect(heldIn(image)).toBe("checking");
  expect(heldIn(image, [noon, { kind: "system" }, { type: "message.withheld", data: { messageId: "p" } }])).toBe(
    "withheld",
  );
  expect(
    heldIn(image, [noon, { kind: "system" }, { type: "message.cleared", data: { messageId: "p" } }]),
  ).toBeUndefined();
});
