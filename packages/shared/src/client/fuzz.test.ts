import { describe, expect, it } from "vitest";
import { createHarness, texts } from "../../test/harness.ts";
import { refuse } from "../result.ts";
import type { ShopperState } from "./types.ts";

const rounds = 40;
const seeds = 60;

/** What must hold in every single state: no hole, and nothing both shown and unsent. */
function check(state: Pick<ShopperState, "thread" | "pending">): void {
  const events = state.thread?.view.events ?? [];
  const first = events[0]?.seq ?? 0;
  expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => first + i));
  const ids = [
    ...events.flatMap((event) => (event.type === "message.sent" ? [event.data.id] : [])),
    ...state.pending.map((entry) => entry.id),
  ];
  expect(new Set(ids).size).toBe(ids.length);
}

/** Two tabs of a shopper and an agent on a bad network; the seed is in the title of what failed. */
async function play(seed: number) {
  const { clock, server, random, shopper, agent, bot } = createHarness(seed);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const tab = (storage?: ReturnType<typeof shopper>["storage"]) => {
    const one = shopper(storage);
    return { ...one, restart: () => void one.client.open() };
  };
  const tabs = [tab()];
  tabs.push(tab(tabs[0]?.storage));
  for (const tab of tabs) {
    tab.client.subscribe(check);
    void tab.client.open();
  }
  const { client: deskClient, cut } = agent();
  const restart = () => {
    void deskClient.start("a1", "all");
    void deskClient.follow("c1");
  };
  const desk = { client: deskClient, cut, restart };
  desk.client.subscribe(({ threads }) => threads.c1 && check({ thread: threads.c1, pending: threads.c1.pending }));
  void desk.client.start("a1", "all");
  await clock.advance(200);
  void desk.client.follow("c1");
  server.faults = { dropEvent: 0.1, doubleEvent: 0.1, loseCommand: 0.05, loseAck: 0.1, jitterMs: 150 };
  server.pageSize = 5;
  server.intercept = () =>
    random() < 0.1
      ? refuse(pick(["overloaded", "internal_error", "token_expired"]), undefined, { retryAfterMs: 300 })
      : undefined;
  const written: string[] = [];
  const write = (send: (text: string) => unknown) => {
    const text = `m${written.length}`;
    written.push(text);
    send(text);
  };
  const steps = [
    () => write(pick(tabs).client.send),
    () => write(pick(tabs).client.send),
    () => write((text) => desk.client.send("c1", { kind: "text", text })),
    () => bot("c1", "bot"),
    () => pick([...tabs, desk]).cut(),
    () => {
      server.isDown = !server.isDown;
    },
    () => pick(tabs).client.read(),
    () => void pick(tabs).client.loadOlder(),
    () => pick(tabs).client.reconnectNow(),
  ];
  for (let round = 0; round < rounds; round++) {
    pick(steps)();
    await clock.advance(Math.floor(random() * 400));
  }
  server.faults = {};
  server.intercept = undefined;
  server.isDown = false;
  await clock.advance(60_000);
  for (const one of [...tabs, desk]) {
    // Two refusals of the token in a row end the attempts; whoever looks at the screen tries again.
    if (one.client.state.connection === "refused") one.restart();
    else one.cut();
  }
  await clock.advance(60_000);
  const fresh = shopper();
  server.pageSize = 1000;
  void fresh.client.open();
  await clock.advance(100);
  return { tabs, desk, fresh, written, server };
}

describe("fuzz", () => {
  for (let seed = 1; seed <= seeds; seed++) {
    it(`CL48 seed ${seed}: after any faults every screen shows what a fresh load shows, nothing lost or doubled`, async () => {
      const { tabs, desk, fresh, written, server } = await play(seed);
      const truth = fresh.client.state.thread?.view;
      const stored = texts(truth).filter((text) => text !== "bot");
      expect(stored.toSorted()).toEqual(written.toSorted());
      for (const view of [...tabs.map((tab) => tab.client.state.thread?.view), desk.client.state.threads.c1?.view]) {
        expect(view?.summary).toEqual(truth?.summary);
        expect(view?.events).toEqual(truth?.events.slice(-(view?.events.length ?? 0)));
      }
      for (const tab of tabs) {
        expect(tab.client.state.pending).toEqual([]);
        expect(tab.storage.values.size).toBe(0);
      }
      expect(desk.client.state.inbox.rows).toEqual([server.row("c1")]);
    });
  }
});
