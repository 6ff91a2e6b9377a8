import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase } from "../../../test/support/prepared-database.ts";
import { evolve } from "../../conversation/evolve.ts";
import { type Conversation, emptyConversation } from "../../conversation/state.ts";
import type { StoredEvent } from "../../conversation/stored.ts";
import type { Append, EffectRow } from "../../ports/store.ts";
import { endLeases } from "./effects.ts";
import type { OpenDatabase } from "./open-database.ts";
import { createStore } from "./store.ts";

let database: OpenDatabase;
let store: ReturnType<typeof createStore>;
let made = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.sql);
});
afterAll(() => database.close());

async function conversation(): Promise<Conversation> {
  const id = `c${++made}`;
  const fresh = emptyConversation({
    id,
    shop: "s",
    shopper: { id: `p${id}`, verified: false },
    channel: "web",
    createdAt: made,
  });
  await store.openConversation({ shop: "s", shopper: fresh.shopper.id, channel: "web" }, fresh);
  return fresh;
}

const words = '发票\'s "抬头" \\ 😀';

/** Two events on a conversation at `expected`: one that everyone sees, one for agents. */
function append(state: Conversation, expected: number, change: Partial<Append> = {}): Append {
  const previous = { ...state, seq: expected, shopperSeq: expected / 2 };
  const by = { kind: "shopper" as const, id: state.shopper.id };
  const [first, second] = [expected + 1, expected + 2];
  const events: StoredEvent[] = [
    {
      seq: first,
      shopperSeq: expected / 2 + 1,
      type: "message.sent",
      at: 1000 + first,
      by,
      data: { id: `m${first}`, content: { kind: "text", text: words } },
    },
    {
      seq: second,
      shopperSeq: null,
      type: "message.noted",
      at: 1000 + second,
      by,
      data: { id: `m${second}`, text: words },
    },
  ];
  return {
    shop: "s",
    conversation: state.id,
    previous,
    next: events.reduce(evolve, previous),
    events,
    effects: [],
    settled: [],
    ...change,
  };
}

const bodyHash = "0123456789abcdef0123456789abcdef";
const command = (id: string, seq = 2) => ({ actor: "a", id, bodyHash, seq });
const seen = (id: string) => ({ actor: "a", command: id, bodyHash, answer: { ok: false } });
const effect = (state: Conversation, id: string, dueAt: number): EffectRow => ({
  shop: "s",
  conversation: state.id,
  id,
  kind: "wait",
  input: { for: "queueTimeout" },
  attempts: 0,
  dueAt,
  leaseUntil: 0,
});

describe("the store", () => {
  test("ST1 of two appends to the same number one is kept whole, the other not at all", async () => {
    const state = await conversation();
    const outcomes = await Promise.all([
      store.append(append(state, 0)),
      createStore(database.sql).append(append(state, 0)),
    ]);
    expect(outcomes.toSorted()).toEqual(["appended", "conflict"]);
    const page = await store.page({ shop: "s", conversation: state.id, audience: "agents", limit: 10 });
    expect(page.events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await store.load("s", state.id))?.seq).toBe(2);
  });

  test("ST2 a command id that was used appends nothing, and its first answer stays", async () => {
    const state = await conversation();
    expect(await store.append(append(state, 0, { command: command("x1") }))).toBe("appended");
    const answer = { ok: true, data: { conversationId: state.id, seq: 2 } };
    const others = [await conversation(), await conversation()];
    const outcomes = await Promise.all([
      store.append(append(state, 2, { command: command("x1", 4) })),
      ...others.map((other, n) => store.append(append(other, 0, { command: command(`other${n}`) }))),
    ]);
    expect(outcomes).toEqual(["seen", "appended", "appended"]);
    expect(await store.seen("s", "a", "x1")).toEqual({ bodyHash, answer });
    expect(await store.seen("another", "a", "x1")).toBeUndefined();
    expect((await store.load("s", state.id))?.seq).toBe(2);
  });

  test("ST2 an answer that appended nothing stays too", async () => {
    const state = await conversation();
    await store.remember("s", seen("x2"));
    await store.remember("s", { ...seen("x2"), answer: "other" });
    expect(await store.seen("s", "a", "x2")).toEqual({ bodyHash, answer: { ok: false } });
    const [reused, plain] = await Promise.all([
      store.append(append(state, 0, { command: command("x2"), settled: ["e"] })),
      store.append(append(await conversation(), 0, { command: command("x3") })),
    ]);
    expect([reused, plain]).toEqual(["seen", "appended"]);
    expect((await store.load("s", state.id))?.seq).toBe(0);
  });

  test("ST3 an append that the database refuses fails alone, whatever batch it came in", async () => {
    const states = await Promise.all([conversation(), conversation(), conversation()]);
    const bad = append(states[1] as Conversation, 0);
    bad.events[0] = { ...(bad.events[0] as (typeof bad.events)[0]), at: 0.5 };
    const outcomes = await Promise.allSettled([
      store.append(append(states[0] as Conversation, 0)),
      store.append(bad),
      store.append(append(states[2] as Conversation, 0)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await store.load("s", (states[1] as Conversation).id))?.seq).toBe(0);
  });

  test("ST12 half of an emoji and NUL, which no database takes, keep nothing beside them from being stored", async () => {
    const state = await conversation();
    const odd = append(state, 0);
    const data = { id: "m1", content: { kind: "text" as const, text: `好\ud83d\0，${words}` } };
    odd.events[0] = { ...odd.events[0]!, type: "message.sent", data };
    expect(await store.append({ ...odd, next: { ...odd.next, summary: { text: "\ude00" } } as never })).toBe(
      "appended",
    );
    const page = await store.page({ shop: "s", conversation: state.id, audience: "agents", limit: 10 });
    expect(page.events[0]?.data).toMatchObject({ content: { text: `好\ufffd，${words}` } });
    expect(page.events).toHaveLength(2);
  });

  test("ST8 a row behind its events is read as of its last event, alone and in lists", async () => {
    let state = await conversation();
    for (let expected = 0; expected < 6; expected += 2) {
      const next = append(state, expected);
      await store.append(next);
      state = next.next;
    }
    const [row] = await database.sql`select seq from conversations where shop = 's' and id = ${state.id}`;
    expect(row?.seq).toBe(2);
    const before = await store.load("s", state.id);
    expect(before).toMatchObject({
      seq: 6,
      shopperSeq: 3,
      views: { agents: { lastAt: 1006 }, everyone: { lastAt: 1005 } },
    });
    await store.flush();
    const [after] = await database.sql`select seq, last_at from conversations where shop = 's' and id = ${state.id}`;
    expect(after).toEqual({ seq: 6, last_at: 1006 });
    expect(await store.load("s", state.id)).toEqual(before);
  });

  test("ST4 pages hold each audience's own numbers, without a hole or an event twice", async () => {
    const state = await conversation();
    for (let expected = 0; expected < 20; expected += 2) await store.append(append(state, expected));
    const shopper = { shop: "s", conversation: state.id, audience: "everyone" as const, limit: 4 };
    const numbers = async (question: object) => {
      const { events, more } = await store.page({ ...shopper, ...question });
      return { numbers: events.map(({ shopperSeq }) => shopperSeq), more };
    };
    expect(await numbers({})).toEqual({ numbers: [7, 8, 9, 10], more: true });
    expect(await numbers({ before: 7 })).toEqual({ numbers: [3, 4, 5, 6], more: true });
    expect(await numbers({ before: 3 })).toEqual({ numbers: [1, 2], more: false });
    expect(await numbers({ since: 0 })).toEqual({ numbers: [1, 2, 3, 4], more: true });
    expect(await numbers({ since: 8 })).toEqual({ numbers: [9, 10], more: false });
    const agents = await store.page({ ...shopper, audience: "agents", since: 17 });
    expect(agents.events.map(({ seq }) => seq)).toEqual([18, 19, 20]);
    expect(agents.events[0]?.data).toEqual({ id: "m18", text: words });
  });

  test("ST5 due work is claimed by one, and again only when the lease is over", async () => {
    const state = await conversation();
    await store.append(append(state, 0, { effects: [effect(state, "e1", 5000), effect(state, "e2", 9000)] }));
    expect(await store.claimEffects(4999, 6000, 10)).toEqual([]);
    const [first, second] = await Promise.all([store.claimEffects(5000, 6000, 10), store.claimEffects(5000, 6000, 10)]);
    expect([...first, ...second].map(({ id, attempts }) => [id, attempts])).toEqual([["e1", 1]]);
    expect(await store.claimEffects(5999, 7000, 10)).toEqual([]);
    expect((await store.claimEffects(6000, 7000, 10)).map(({ id, attempts }) => [id, attempts])).toEqual([["e1", 2]]);
    await store.append(append(state, 2, { settled: ["e1"] }));
    await store.finishEffect({ shop: "s", id: "e2" }, { status: "dead", error: "why" });
    expect(await store.claimEffects(99_000, 100_000, 10)).toEqual([]);
  });

  test("ST10 what was leased to a process that died is free when its database is opened again, and nothing else is", async () => {
    const state = await conversation();
    const effects = [effect(state, "orphan", 5000), effect(state, "later", 9000)];
    await store.append(append(state, 0, { effects }));
    expect(await store.claimEffects(5000, 60_000, 10)).toHaveLength(1);
    await endLeases(database.sql);
    expect((await store.claimEffects(5001, 60_000, 10)).map(({ id, attempts }) => [id, attempts])).toEqual([
      ["orphan", 2],
    ]);
    await store.append(append(state, 2, { settled: ["orphan", "later"] }));
    await endLeases(database.sql);
    expect(await store.claimEffects(99_000, 100_000, 10)).toEqual([]);
  });

  test("ST11 what a clock that was ahead put off or leased is due as if it were stored now, and the rest is left alone", async () => {
    const state = await conversation();
    const [now, hour] = [100_000, 3_600_000];
    const waiting = (id: string, dueAt: number) => ({ ...effect(state, id, dueAt), input: { inMs: 60_000 } });
    const taken = { ...effect(state, "taken", now + hour), attempts: 1, leaseUntil: now + hour + 30_000 };
    const effects = [
      waiting("ahead", now + hour),
      waiting("right", now + 50_000),
      effect(state, "old", now + hour),
      taken,
    ];
    await store.append(append(state, 0, { effects }));
    await store.bringForward(now, 30_000);
    const rows = await database.sql`
      select id, due_at as due, lease_until as leased from effects where status = 'pending' order by id`;
    expect(rows.map(({ id, due, leased }) => [id, due, leased])).toEqual([
      ["ahead", now + 60_000, 0],
      ["old", now + hour, 0],
      ["right", now + 50_000, 0],
      ["taken", now + 30_000, now + 30_000],
    ]);
    await store.append(append(state, 2, { settled: effects.map(({ id }) => id) }));
  });

  test("ST9 work that is given up is kept as dead with the reason, also where its report ended it", async () => {
    const state = await conversation();
    await store.append(append(state, 0, { effects: [effect(state, "given-up", 1)] }));
    await store.append(append(state, 2, { settled: ["given-up"] }));
    await store.finishEffect({ shop: "s", id: "given-up" }, { status: "dead", error: "why" });
    await store.finishEffect({ shop: "s", id: "given-up" }, { status: "done" });
    const rows = await database.sql`select status, error from effects where shop = 's' and id = 'given-up'`;
    expect([...rows]).toEqual([{ status: "dead", error: "why" }]);
  });

  test("ST6 there is at most one open conversation of a shopper on a channel", async () => {
    const state = await conversation();
    const key = { shop: "s", shopper: state.shopper.id, channel: "web" as const };
    const other = emptyConversation({ ...state, id: "other" });
    const ids = await Promise.all([store.openConversation(key, other), store.openConversation(key, other)]);
    expect(new Set(ids)).toEqual(new Set([state.id]));
    expect(await store.latest(key)).toEqual({ id: state.id, floor: "bot" });
    expect(await store.openConversation({ ...key, channel: "weapp" }, { ...other, channel: "weapp" })).toBe("other");
  });

  test("ST7 the inbox shows the longest wait first, the latest word first elsewhere, page by page", async () => {
    const shop = "inbox";
    for (let n = 0; n < 5; n++) {
      const fresh = emptyConversation({
        id: `q${n}`,
        shop,
        shopper: { id: `s${n}`, verified: false },
        channel: "web",
        createdAt: n,
      });
      await store.openConversation({ shop, shopper: `s${n}`, channel: "web" }, fresh);
      const agents = {
        ...fresh.views.agents,
        floor: "queued" as const,
        asked: 1,
        lastAt: 100 + n,
        queue: { since: 50 - n, staffed: true, timedOut: false },
      };
      const next = { ...fresh, seq: 2, shopperSeq: 1, views: { ...fresh.views, agents } };
      await store.append({ ...append(fresh, 0), shop, next });
    }
    const list = async (question: object) => {
      const { rows, cursor } = await store.inbox({ shop, filter: "queue", agent: "me", limit: 2, ...question });
      return { ids: rows.map(({ conversation: { id } }) => id), cursor };
    };
    const first = await list({});
    expect(first.ids).toEqual(["q4", "q3"]);
    const second = await list({ cursor: first.cursor });
    expect(second.ids).toEqual(["q2", "q1"]);
    expect(await list({ cursor: second.cursor })).toEqual({ ids: ["q0"], cursor: undefined });
    expect((await list({ filter: "all", limit: 9 })).ids).toEqual(["q4", "q3", "q2", "q1", "q0"]);
    expect((await list({ filter: "mine" })).ids).toEqual([]);
    expect(await store.counts(shop, "me")).toEqual({ queue: 5, mine: 0 });
  });
});
