import type { OpenReply, Result, WireEvent } from "@yiwen/shared";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Speaker, speak } from "../../src/cli/speaker.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot } from "../support/boot.ts";
import { agentToken, openShop, shopperToken } from "../support/shop.ts";
import { createChance } from "./chance.ts";
import { openDesk } from "./people/agent.ts";
import { openTab, type Tab } from "./people/shopper.ts";
import type { Setting } from "./people/window.ts";
import { type Direction, type ProxyPort, startProxy } from "./wire/proxy.ts";

let booted: Booted;
let shop: Shop;
let proxy: ProxyPort;
let setting: Setting;
/** What the database says to every append, in SQL's own codes. */
let refusal: string | undefined;
beforeAll(async () => {
  booted = await boot(({ store }) => ({
    store: {
      ...store,
      append: (append) =>
        refusal ? Promise.reject(Object.assign(new Error("no"), { code: refusal })) : store.append(append),
    },
  }));
  shop = await openShop(booted);
  const chance = createChance(1);
  proxy = await startProxy(Number(new URL(booted.url).port), chance);
  setting = { entries: [], chance, origins: () => [`http://127.0.0.1:${proxy.port}`] };
});
afterAll(async () => {
  await proxy.close();
  await booted.close();
});

const person = async () => ({
  id: "somebody",
  token: await shopperToken(booted, shop),
  disk: new Map<string, string>(),
});

/** Settles once the tab shows it; it looks again at each change. */
function shows(tab: Tab, fits: (tab: Tab) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!fits(tab)) return;
      stop();
      resolve();
    };
    const stop = tab.client.subscribe(look);
    look();
  });
}

const events = ({ client }: Tab) => client.state.thread?.view.events ?? [];
const has = (id: string) => (tab: Tab) => idsOf(events(tab)).includes(id);

function idsOf(list: WireEvent[]): string[] {
  return list.flatMap((event) => (event.type === "message.sent" ? [event.data.id] : []));
}

/** What somebody sees who comes now, and by no detour. */
async function fetched(token: string): Promise<WireEvent[]> {
  const speaker: Speaker<"shopper"> = await speak(booted.url, "shopper", token);
  const page = (await speaker.command("conversation.open", { limit: 200 })) as Result<OpenReply>;
  speaker.close();
  if (!page.ok) throw new Error(page.error.code);
  return page.data.events;
}

const text = (words: string) => ({ content: { kind: "text", text: words } });

/** An agent on a connection of their own who has taken over what the tab shows. */
async function takenOver(tab: Tab, name: string): Promise<{ speaker: Speaker<"agent">; id: string }> {
  const id = tab.client.state.thread?.view.summary.id ?? "";
  const { token } = await agentToken(booted, shop, name);
  const speaker = await speak(booted.url, "agent", token);
  await speaker.command("conversation.takeOver", {}, { conversationId: id });
  return { speaker, id };
}

const cuts = [...range("up", 6), ...range("down", 14)];

function range(direction: Direction, upTo: number): { direction: Direction; messages: number }[] {
  return Array.from({ length: upTo }, (_, messages) => ({ direction, messages }));
}

test("FT5 wherever a connection is cut, each message is stored once, in order, and the screen catches up", {
  timeout: 120_000,
}, async () => {
  for (const cut of cuts) {
    const shopper = await person();
    proxy.cutNextAfter = cut;
    const tab = openTab(setting, shopper);
    const sent = ["L码有货吗", "多少钱", "谢谢"].map((text) => tab.client.send(text));
    await shows(tab, (one) => one.client.state.pending.length === 0 && sent.every((id) => has(id)(one)));
    const stored = await fetched(shopper.token);
    expect(
      idsOf(stored).filter((id) => sent.includes(id)),
      JSON.stringify(cut),
    ).toEqual(sent);
    await shows(tab, (one) => events(one).length === stored.length);
    expect(events(tab)).toEqual(stored);
    expect(shopper.disk.size).toBe(0);
    tab.client.close();
  }
});

test("FT5 a tab that crashed and another one of its browser send what was left, once and in order", async () => {
  const shopper = await person();
  const tab = openTab(setting, shopper);
  await shows(tab, (one) => one.client.state.thread !== undefined);
  for (const link of proxy.links) link.weather.up.isSilent = true;
  const sent = ["一", "二", "三"].map((text) => tab.client.send(text));
  tab.pane.crash();
  const [one, other] = [openTab(setting, shopper), openTab(setting, shopper)];
  await shows(other, ({ client }) => client.state.thread !== undefined);
  const last = other.client.send("四");
  for (const window of [one, other]) await shows(window, has(last));
  await shows(one, ({ client }) => client.state.pending.length === 0);
  expect(idsOf(await fetched(shopper.token)).filter((id) => [...sent, last].includes(id))).toEqual([...sent, last]);
  for (const { client } of [one, other]) client.close();
});

test("FT6 what is dropped one way on a socket whose heartbeats go on is noticed, by shopper and agent", async () => {
  const shopper = await person();
  const tab = openTab(setting, shopper);
  await shows(tab, (one) => one.client.state.thread !== undefined);
  const id = tab.client.state.thread?.view.summary.id ?? "";
  const { token, id: agentId } = await agentToken(booted, shop, "小美");
  const desk = openDesk(setting, { id: agentId, token, disk: new Map() });
  await desk.client.follow(id);
  const links = [...proxy.links];
  for (const link of links) link.weather.down.drop = 1;
  // Somebody whose connection is whole takes over and speaks, and nothing follows.
  const { speaker } = await takenOver(tab, "小林");
  await speaker.command("message.send", text("您好"), { conversationId: id, id: "greeting" });
  for (const link of links) link.weather.down.drop = 0;
  expect(has("greeting")(tab)).toBe(false);
  await shows(tab, has("greeting"));
  await new Promise<void>((resolve) => {
    const look = () => idsOf(desk.client.state.threads[id]?.view.events ?? []).includes("greeting") && resolve();
    desk.client.subscribe(look);
    look();
  });
  // On the sockets they had: nothing was cut.
  expect(new Set(proxy.links)).toEqual(new Set(links));
  speaker.close();
  tab.client.close();
  desk.client.close();
});

test("FT8 after a day away, its token long over, a screen has exactly what was said meanwhile", async () => {
  const renew = () => shopperToken(booted, shop, "lin");
  const shopper = { id: "lin", token: await renew(), renew, disk: new Map<string, string>() };
  const tab = openTab(setting, shopper);
  await shows(tab, (one) => one.client.state.thread !== undefined);
  const before = events(tab);
  proxy.isShut = true;
  for (const link of proxy.links) link.cut();
  await shows(tab, ({ client }) => client.state.connection !== "online");
  booted.clock.advance(25 * 60 * 60 * 1000);
  const { speaker, id } = await takenOver(tab, "小林");
  const said = Array.from({ length: 230 }, (_, n) => `day.${n}`);
  await Promise.all(
    said.map((command) => speaker.command("message.send", text("还在吗"), { conversationId: id, id: command })),
  );
  proxy.isShut = false;
  await shows(tab, (one) => has("day.229")(one));
  expect(idsOf(events(tab)).filter((one) => one.startsWith("day."))).toEqual(said);
  expect(events(tab).slice(0, before.length)).toEqual(before);
  expect(events(tab).map(({ seq }) => seq)).toEqual(events(tab).map((_, n) => n + 1));
  speaker.close();
  tab.client.close();
});

test.each(["25006", "53100", "57P03", "08006"])(
  "FT7 a database that answers %s keeps a message waiting and shown, and stores it once when it can",
  async (code) => {
    const shopper = await person();
    const tab = openTab(setting, shopper);
    await shows(tab, (one) => one.client.state.thread !== undefined);
    refusal = code;
    const since = setting.entries.length;
    const id = tab.client.send("在吗");
    const answers = () => setting.entries.slice(since).filter((entry) => entry.kind === "acked" && entry.id === id);
    await vi.waitUntil(() => answers().length > 1, { timeout: 20_000 });
    expect(answers()[0]).toMatchObject({ code: "unavailable" });
    expect(tab.client.state.pending).toMatchObject([{ id, status: "sending" }]);
    refusal = undefined;
    await shows(tab, has(id));
    expect(idsOf(await fetched(shopper.token)).filter((one) => one === id)).toEqual([id]);
    tab.client.close();
  },
);
