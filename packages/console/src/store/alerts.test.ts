import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isNews } from "../parts/notices.tsx";
import { testDesk } from "../testing/test-desk.ts";
import { startAlerts } from "./alerts.ts";

let set: ReturnType<typeof testDesk>;
let rung: string[];
let stop: () => void;

const begin = async (address?: string) => {
  set = testDesk(address);
  rung = [];
  const sound = { handoff: () => rung.push("handoff"), message: () => rung.push("message") };
  stop = startAlerts(set.desk, set.page, sound as never);
  await vi.waitFor(() => expect(set.desk.state.value.inbox.rows.length).toBeGreaterThan(0));
};
const reconnect = async () => {
  set.shop.comeBack();
  await vi.waitFor(() => expect(set.desk.state.value.connection).toBe("online"), { timeout: 5000 });
};
const queueUp = (id: string) =>
  set.shop.append(id, { type: "handoff.requested", data: { staffed: true } }, { kind: "bot" });

beforeEach(() => begin());
afterEach(() => {
  stop();
  set.desk.stop();
});

test("CO31 the first new word of one's own shopper is heard under every filter", async () => {
  set.desk.show("closed");
  await vi.waitFor(() => expect(set.desk.state.value.inbox).toMatchObject({ filter: "closed", loading: false }));
  set.shop.says("c-mine", "在吗");
  expect(rung).toEqual(["message"]);
  set.desk.show("mine");
  await vi.waitFor(() => expect(set.desk.state.value.inbox).toMatchObject({ filter: "mine", loading: false }));
  expect(rung).toEqual(["message"]);
});

test("CO30 CO31 what came while the connection was gone is heard and shown once it is back, each sound once", async () => {
  set.shop.drop();
  queueUp("c-bot");
  set.shop.says("c-mine", "在吗");
  set.shop.says("c-long", "你好");
  await reconnect();
  await vi.waitFor(() => expect([...rung].sort()).toEqual(["handoff", "message"]));
  expect(set.desk.notices.list.value).toMatchObject([{ kind: "queued", conversationId: "c-bot" }]);
  await set.desk.client.show("queue");
  expect(rung).toHaveLength(2);
});

test("CO31 a conversation that was handed over while the connection was gone is heard and shown", async () => {
  const chen = { kind: "agent", id: "agent-chen", name: "陈默" } as const;
  set.shop.drop();
  set.shop.append("c-chen", { type: "agent.joined", data: { agentId: "agent-lin", name: "林晓" } }, chen);
  await reconnect();
  await vi.waitFor(() => expect(rung).toEqual(["handoff"]));
  expect(set.desk.notices.list.value).toMatchObject([{ kind: "received", conversationId: "c-chen" }]);
});

test("CO30 CO31 on another screen nobody looks at the conversation that is open in the inbox", () => {
  set.desk.select("c-mine");
  set.shop.says("c-mine", "在吗");
  expect(rung).toEqual([]);
  set.desk.showScreen("knowledge");
  set.shop.says("c-mine", "在吗？？");
  expect(rung).toEqual(["message"]);
  set.desk.select("c-bot");
  const notice = { id: 1, kind: "received", conversationId: "c-bot", name: "顾客 7E02" } as const;
  expect(isNews(notice, set.desk)).toBe(false);
  set.desk.showScreen("knowledge");
  expect(isNews(notice, set.desk)).toBe(true);
});
