import { afterEach, expect, test, vi } from "vitest";
import { testDesk } from "../testing/test-desk.ts";
import { startAlerts } from "./alerts.ts";
import type { Desk } from "./desk.ts";
import { startRowCards } from "./row-cards.ts";
import { visibleRows } from "./visible-rows.ts";

let desk: Desk | undefined;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  desk?.stop();
});

async function start(address?: string) {
  const set = testDesk(address);
  desk = set.desk;
  const rung: string[] = [];
  const sound = { handoff: () => rung.push("handoff"), message: () => rung.push("message") };
  stops.push(startAlerts(set.desk, set.page, sound as never));
  await vi.waitFor(() => expect(set.desk.state.value.inbox.rows.length).toBeGreaterThan(0));
  return { ...set, rung };
}

const queueUp = (shop: Awaited<ReturnType<typeof start>>["shop"], id: string) =>
  shop.append(id, { type: "handoff.requested", data: { staffed: true } }, { kind: "bot" });

test("CO4 the queue lists the longest wait first", async () => {
  const { desk } = await start();
  expect(visibleRows(desk).map((row) => row.conversation.id)).toEqual(["c-left", "c-upset", "c-kettle"]);
});

test("CO7 the search narrows by shopper, product title and latest words", async () => {
  const { desk } = await start();
  stops.push(startRowCards(desk));
  const found = (text: string) => {
    desk.search.value = text;
    return visibleRows(desk).map((row) => row.conversation.id);
  };
  await vi.waitFor(() => expect(found("电热水壶")).toEqual(["c-kettle"]));
  expect(found("daniel")).toEqual(["c-left"]);
  expect(found("糟糕的体验")).toEqual([]);
  expect(found("不好的体验")).toEqual(["c-upset"]);
});

test("CO30 a new handoff rings once, says who waits and counts in the title, however often its row changes", async () => {
  const { shop, rung, told, desk } = await start();
  queueUp(shop, "c-bot");
  shop.says("c-bot", "有人吗");
  await vi.waitFor(() => expect(told.title).toBe("(4) 有顾客等待 · 一问客服台"));
  expect(told.hasAlert).toBe(true);
  expect(rung).toEqual(["handoff"]);
  expect(desk.notices.list.value).toMatchObject([{ kind: "queued", conversationId: "c-bot", name: "顾客 7E02" }]);
});

test("CO30 muted, a handoff is shown and not heard", async () => {
  const { shop, rung, desk } = await start();
  desk.settings.isMuted.value = true;
  queueUp(shop, "c-bot");
  expect(desk.notices.list.value).toHaveLength(1);
  expect(rung).toEqual([]);
});

test("CO31 a shopper of one's own is heard when one is not looking", async () => {
  const { shop, rung, desk, told } = await start("c-mine");
  desk.show("mine");
  await vi.waitFor(() => expect(desk.state.value.inbox).toMatchObject({ filter: "mine", loading: false }));
  shop.says("c-mine", "在吗");
  expect(rung).toEqual([]);
  told.isWatched = false;
  shop.says("c-mine", "在吗？？");
  shop.says("c-chen", "别人的顾客");
  expect(rung).toEqual(["message"]);
});

test("CO31 a conversation that a colleague hands over is heard and shown; one's own takeover is not", async () => {
  const { shop, rung, desk } = await start("c-upset");
  const chen = { kind: "agent", id: "agent-chen", name: "陈默" } as const;
  const joined = { type: "agent.joined", data: { agentId: "agent-lin", name: "林晓" } } as const;
  await desk.client.command("conversation.takeOver", {}, "c-upset");
  shop.append("c-mine", { type: "message.noted", data: { id: "n", text: "x" } }, chen);
  expect(rung).toEqual([]);
  shop.append("c-chen", joined, chen);
  expect(rung).toEqual(["handoff"]);
  expect(desk.notices.list.value).toMatchObject([{ kind: "received", conversationId: "c-chen", name: "周子墨" }]);
});

test("CO33 the agent's own status is said on every connection and when it changes", async () => {
  const { shop, desk } = await start();
  const mine = () => shop.agents.find((agent) => agent.id === "agent-lin")?.status;
  desk.settings.presence.value = "away";
  await vi.waitFor(() => expect(mine()).toBe("away"));
  shop.agents = shop.agents.map((agent) => ({ ...agent, status: "offline" }));
  shop.drop();
  await vi.waitFor(() => expect(desk.state.value.connection).not.toBe("online"));
  shop.comeBack();
  await vi.waitFor(() => expect(mine()).toBe("away"), { timeout: 5000 });
});

test("CO33 a status chosen while there was no connection is the one said after it", async () => {
  const { shop, desk } = await start();
  const mine = () => shop.agents.find((agent) => agent.id === "agent-lin")?.status;
  const said: unknown[] = [];
  const { take } = shop;
  shop.take = (message) => {
    if (message.type === "presence.set") said.push(message.input);
    return take(message);
  };
  shop.drop();
  await vi.waitFor(() => expect(desk.state.value.connection).not.toBe("online"));
  desk.settings.presence.value = "away";
  shop.comeBack();
  await vi.waitFor(() => expect(mine()).toBe("away"), { timeout: 5000 });
  await desk.client.command("catalog.read", {});
  expect(said.at(-1)).toEqual({ status: "away" });
});

test("CO32 what happened while the connection was gone is there after it", async () => {
  const { shop, desk } = await start("c-mine");
  await vi.waitFor(() => expect(desk.conversation.value?.thread).toBeDefined());
  shop.drop();
  shop.says("c-mine", "断线时说的话");
  shop.comeBack();
  await vi.waitFor(
    () => {
      const events = desk.conversation.value?.thread?.view.events;
      expect(events).toEqual(shop.conversations.get("c-mine")?.events.slice(-(events?.length ?? 0)));
      expect(JSON.stringify(events)).toContain("断线时说的话");
    },
    { timeout: 5000 },
  );
});

test("CO35 price, stock and orders are read again in place of what was known", async () => {
  const { desk } = await start("c-upset");
  await desk.client.readCards({ productIds: ["coat-01", "gone"], orderIds: ["20261118-7731"] }, "c-upset");
  const { products, orders } = desk.cards.value;
  expect(products["coat-01"]?.price).toEqual({ amount: 45_900, currency: "CNY" });
  expect(products.gone).toBeNull();
  expect(orders["20261118-7731"]?.status).toBe("shipped");
});

test("CO32 a conversation that can't be opened says why, and another can be opened after it", async () => {
  const { desk } = await start("c-unknown");
  await vi.waitFor(() => expect(desk.openError.value?.code).toBe("conversation_not_found"));
  desk.select("c-upset");
  await vi.waitFor(() => expect(desk.conversation.value?.thread).toBeDefined());
  expect(desk.openError.value).toBeUndefined();
});
