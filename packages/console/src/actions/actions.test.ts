import { afterEach, describe, expect, test, vi } from "vitest";
import { textsOf } from "../i18n/index.ts";
import { noticeText } from "../parts/notices.tsx";
import type { Desk } from "../store/desk.ts";
import { testDesk } from "../testing/test-desk.ts";
import type { ActionName, ActionView } from "./action.ts";
import { actionView } from "./action-view.ts";
import { actions } from "./index.ts";
import { sendCommand } from "./send-command.ts";

const base: ActionView = { isOnline: true, isSupervisor: false, screen: "inbox", meId: "me", waiting: 1 };
const views: Record<string, ActionView> = {
  nothing: base,
  queued: { ...base, floor: "queued" },
  bot: { ...base, floor: "bot" },
  mine: { ...base, floor: "human", agentId: "me" },
  theirs: { ...base, floor: "human", agentId: "other" },
  closed: { ...base, floor: "closed" },
  offline: { ...base, isOnline: false, floor: "queued" },
};
const byName = (name: ActionName) => actions.find((action) => action.name === name)!;
const allowedIn = (name: ActionName) =>
  Object.keys(views).filter((view) => byName(name).allowed(views[view] as ActionView));

describe("the list of actions", () => {
  test("CO18 every action has its own keys and a label in both languages", () => {
    const keys = actions.flatMap((action) => action.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    for (const action of actions) {
      const [zh, en] = [textsOf("zh-CN").actions[action.name], textsOf("en").actions[action.name]];
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[A-Z]/);
    }
  });

  test("CO19 taking over is for the queue and the bot, while online, and is the only primary action", () => {
    expect(allowedIn("takeOver")).toEqual(["queued", "bot"]);
    expect(actions.filter((action) => action.isPrimary).map((action) => action.name)).toEqual(["takeOver"]);
  });

  test.each(["returnToBot", "transfer", "reply"] as const)("CO20 %s is for who has the conversation", (name) => {
    expect(allowedIn(name)).toEqual(["mine"]);
  });

  test("CO20 closing is for who has the conversation, or for anyone while no human has it", () => {
    expect(allowedIn("close")).toEqual(["queued", "bot", "mine"]);
  });

  test("CO20 a note can be written in every open conversation", () => {
    expect(allowedIn("note")).toEqual(["queued", "bot", "mine", "theirs", "offline"]);
  });
});

describe("running actions against a shop", () => {
  let desk: Desk | undefined;
  afterEach(() => desk?.stop());

  async function at(id?: string) {
    const set = testDesk(id);
    desk = set.desk;
    await vi.waitFor(() => {
      expect(set.desk.state.value.inbox.rows.length).toBeGreaterThan(0);
      if (id) expect(set.desk.state.value.threads[id]).toBeDefined();
    });
    return set;
  }

  test("CO19 taking over gives this agent the floor and asks for the keyboard", async () => {
    const set = await at("c-upset");
    byName("takeOver").run(set.desk);
    await vi.waitFor(() => expect(set.desk.focus.composer.value).toBe(true));
    expect(set.shop.conversations.get("c-upset")?.summary).toMatchObject({
      floor: "human",
      agent: { id: "agent-lin" },
    });
    expect(actionView(set.desk)).toMatchObject({ floor: "human", agentId: "agent-lin" });
  });

  test("CO56 a takeover calls nobody back who has moved on or begun a note before it was done", async () => {
    const set = await at("c-upset");
    const { desk } = set;
    byName("takeOver").run(desk);
    byName("note").run(desk);
    desk.focus.composer.value = false;
    await vi.waitFor(() => expect(set.shop.conversations.get("c-upset")?.summary.floor).toBe("human"));
    desk.select("c-left");
    byName("takeOver").run(desk);
    desk.select("c-kettle");
    await vi.waitFor(() => expect(set.shop.conversations.get("c-left")?.summary.floor).toBe("human"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(desk.focus.composer.value).toBe(false);
    expect(desk.selected.value).toBe("c-kettle");
  });

  test("CO56 a dialog goes away with what it asks about, and asks about what it was opened for", async () => {
    const set = await at("c-mine");
    const { desk } = set;
    byName("close").run(desk);
    expect(desk.dialog.value).toBe("close");
    desk.select("c-upset");
    expect(desk.dialog.value).toBeUndefined();
    byName("shortcuts").run(desk);
    desk.showScreen("knowledge");
    expect(desk.dialog.value).toBeUndefined();
    expect(await sendCommand(desk, "conversation.close", { resolution: "spam" }, "c-mine")).toBe(true);
    expect(set.shop.conversations.get("c-mine")?.summary.floor).toBe("closed");
    expect(set.shop.conversations.get("c-upset")?.summary.floor).toBe("queued");
  });

  test("CO22 a takeover that lost the race says who has the conversation", async () => {
    const set = await at("c-upset");
    const lost = { type: "agent.joined" as const, data: { agentId: "agent-chen", name: "陈默" } };
    byName("takeOver").run(set.desk);
    set.shop.append("c-upset", lost, { kind: "agent", id: "agent-chen" });
    await vi.waitFor(() => expect(set.desk.notices.list.value).toHaveLength(1));
    const [notice] = set.desk.notices.list.value;
    expect(notice).toMatchObject({ kind: "refused", error: { code: "already_taken" } });
    expect(noticeText(notice!, set.desk)).toBe("陈默 先一步接手了这个对话。");
  });

  test("CO23 next waiting opens the longest wait first, then the one after it, and begins again at the end", async () => {
    const set = await at();
    const seen: (string | undefined)[] = [];
    for (const _ of [1, 2, 3, 4]) {
      const before = set.desk.selected.value;
      byName("nextWaiting").run(set.desk);
      await vi.waitFor(() => expect(set.desk.selected.value).not.toBe(before));
      seen.push(set.desk.selected.value);
    }
    expect(seen).toEqual(["c-left", "c-upset", "c-kettle", "c-left"]);
  });

  test("CO8 next and previous step through the list as it is shown", async () => {
    const set = await at();
    byName("next").run(set.desk);
    expect(set.desk.selected.value).toBe("c-left");
    byName("next").run(set.desk);
    expect(set.desk.selected.value).toBe("c-upset");
    byName("previous").run(set.desk);
    expect(set.told.address).toBe("c-left");
  });

  test("CO20 returning gives the floor back to the bot and says so", async () => {
    const set = await at("c-mine");
    byName("returnToBot").run(set.desk);
    await vi.waitFor(() => expect(set.desk.notices.list.value).toMatchObject([{ kind: "said", what: "returned" }]));
    expect(actionView(set.desk).floor).toBe("bot");
  });
});
