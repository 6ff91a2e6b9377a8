import type { By, WireEvent } from "@yiwen/shared";
import { commandKey } from "../../../src/adapters/postgres/command-key.ts";
import type { StoredEvent } from "../../../src/conversation/stored.ts";
import { isForShoppers, toWire } from "../../../src/conversation/wire.ts";
import type { Entry, History, StoredRow } from "../history.ts";

const shop = "shop";
const conversation = "c1";
const lin: By = { kind: "shopper", id: "lin" };
const mei: By = { kind: "agent", id: "mei", name: "小美" };
const bot: By = { kind: "bot" };
const system: By = { kind: "system" };

type Draft = { type: WireEvent["type"]; by: By; data: object; command?: string };

const said = (id: string, by: By, command?: string): Draft => ({
  type: "message.sent",
  by,
  data: { id, content: { kind: "text", text: id } },
  ...(command && { command }),
});

/** A shopper asks the bot, then a human, who comes, answers and is read. */
const story: Draft[] = [
  { type: "conversation.opened", by: lin, data: { channel: "web", locale: "zh-CN" } },
  said("m1", lin, "m1"),
  said("m1.b0", bot),
  { type: "coupon.granted", by: bot, data: { couponId: "ten", code: "TEN", label: "" } },
  { type: "handoff.requested", by: system, data: { staffed: true }, command: "h1" },
  said("h1.h", bot),
  said("m2", lin, "m2"),
  { type: "agent.joined", by: mei, data: { agentId: "mei", name: "小美" }, command: "t1" },
  said("a1", mei, "a1"),
  { type: "message.read", by: lin, data: { reader: "shopper", seq: 9, shopperSeq: 9 } },
  said("a2", mei, "a2"),
  { type: "message.read", by: lin, data: { reader: "shopper", seq: 11, shopperSeq: 11 } },
];

/** A small history in which every promise is kept, made anew at each call so that a test may spoil it. */
export function goodHistory(): History {
  const events = numbered();
  const shown = events.flatMap((row) => toWire(conversation, row as unknown as StoredEvent, "everyone") ?? []);
  const forAgents = events.flatMap((row) => toWire(conversation, row as unknown as StoredEvent, "agents") ?? []);
  const shopper = { person: "lin", window: "w1" };
  const agent = { person: "mei", window: "w2" };
  const acked = (who: typeof shopper, type: string, id: string): Entry => {
    const seq = events.find(({ command }) => command === commandKey(shop, who.person, id))?.seq ?? 0;
    return { ...who, kind: "acked", id, type, conversation, seq };
  };
  const wrote = (who: typeof shopper, id: string): Entry => ({ ...who, kind: "wrote", id });
  return {
    entries: [
      { ...shopper, kind: "began", conversation },
      wrote(shopper, "m1"),
      acked(shopper, "message.send", "m1"),
      acked(shopper, "handoff.request", "h1"),
      wrote(shopper, "m2"),
      acked(shopper, "message.send", "m2"),
      acked(agent, "conversation.takeOver", "t1"),
      wrote(agent, "a1"),
      acked(agent, "message.send", "a1"),
      wrote(agent, "a2"),
      acked(agent, "message.send", "a2"),
      ...shown.map((event): Entry => ({ ...shopper, kind: "shown", event })),
      { ...shopper, kind: "read", conversation, reader: "shopper", seq: 9 },
      { ...shopper, kind: "read", conversation, reader: "shopper", seq: 11 },
    ],
    last: [
      { ...shopper, side: "shopper", connection: "online", threads: [{ conversation, events: shown }], pending: [] },
      { ...agent, side: "agent", connection: "online", threads: [{ conversation, events: forAgents }], pending: [] },
    ],
    stored: {
      shop,
      at: 10_000,
      conversations: [
        { id: conversation, shopper: "lin", floor: "human", pending: { e1: "agentSilent" }, isTimedOut: false },
      ],
      events,
      effects: [
        { id: "q1", conversation, kind: "wait", status: "done", dueAt: 5000, leaseUntil: 0 },
        { id: "e1", conversation, kind: "wait", status: "pending", dueAt: 20_000, leaseUntil: 0 },
      ],
      answered: [],
    },
    waitMs: 60_000,
  };
}

function numbered(): StoredRow[] {
  let shopperSeq = 0;
  return story.map(({ type, by, data, command }, n) => ({
    conversation,
    seq: n + 1,
    shopperSeq: isForShoppers(type) ? ++shopperSeq : null,
    type,
    at: n,
    by,
    data,
    command: command ? commandKey(shop, by.kind === "system" ? "lin" : (by.id ?? ""), command) : null,
  }));
}
