import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Shop } from "../../src/ports/directory.ts";
import { settings } from "../support/boot.ts";
import {
  bootWeapp,
  counted,
  pass,
  passUntil,
  request,
  template,
  type WeappWorld,
  weappPair,
  weappShopper,
} from "../support/boot-weapp.ts";
import { agent, type Person, sameShopper, shopper } from "../support/people.ts";

let world: WeappWorld;
let booted: WeappWorld["booted"];
let shop: Shop;
beforeAll(async () => {
  world = await bootWeapp();
  booted = world.booted;
  shop = await world.shop();
});
afterAll(() => world.close());

const grant = (token: string, templateId = template) =>
  request(booted, "POST", "/v1/subscriptions", { token, body: { templateId } });
const sentTo = (openid: string) => world.wechat.sent.filter((message) => message.openid === openid);
const told = (mei: Person<"agent">) =>
  mei
    .view()
    .events.filter(({ type }) => type.startsWith("shopper."))
    .map(({ type, data }) => ("reason" in data ? `${type} ${data.reason}` : type))
    .filter((line) => line !== "shopper.identified");
const looks = (outcome: string) => counted(booted, `yiwen_shopper_notifications_total{outcome="${outcome}"}`);

/** A shopper who allowed `grants` messages, here and at WeChat, and went away. */
async function awayShopper(openid: string, grants: number) {
  const pair = await weappPair(booted, shop, openid);
  for (let n = 0; n < grants; n++) {
    world.wechat.grant(openid, template);
    await grant(pair.lin.token);
  }
  pair.lin.close();
  return pair;
}

describe("a shopper who is away", () => {
  test("WX20 an agent's words to an absent shopper become one subscription message, and agents see that", async () => {
    const { lin, mei } = await awayShopper("o-away", 2);
    await mei.says("您好，您的包裹已经从杭州发出，预计后天送到您家门口，请注意查收。");
    await mei.says("还有别的问题吗");
    await passUntil(booted, () => told(mei).length > 0);
    await mei.says("我一直在");
    await pass(booted, 60);
    await mei.isUpToDate();
    expect(told(mei)).toEqual(["shopper.notified"]);
    expect(mei.view().summary.absence).toEqual({ at: expect.any(Number) });
    expect(sentTo("o-away")).toEqual([
      {
        openid: "o-away",
        templateId: template,
        page: "chat/pages/chat/chat",
        data: {
          thing1: "还有别的问题吗",
          time2: expect.stringMatching(/^2026-01-\d\d \d\d:\d\d$/),
          thing3: "山茶小铺",
        },
      },
    ]);

    const back = await sameShopper(booted, lin);
    await back.open();
    await mei.sees(({ summary }) => summary.absence === undefined);
    expect(told(mei)).toEqual(["shopper.notified", "shopper.returned"]);
    expect(back.view().events.some(({ type }) => type.startsWith("shopper."))).toBe(false);
    await back.isUpToDate();
    back.close();
    await mei.says("再见");
    await passUntil(booted, () => told(mei).length > 2);
    expect(sentTo("o-away")).toHaveLength(2);
    mei.close();
  });

  test("WX21 a shopper with a socket is not disturbed, and one who came back in time neither", async () => {
    const { lin, mei } = await weappPair(booted, shop, "o-there");
    world.wechat.grant("o-there", template);
    await grant(lin.token);
    const before = await looks("present");
    await mei.says("在的");
    // Unread, so it is looked at twice: a socket may be dead without anybody knowing yet.
    await passUntil(booted, async () => (await looks("present")) === before + 2);
    await lin.does("message.read", { seq: lin.view().seq });

    lin.close();
    await mei.says("还在吗");
    const back = await sameShopper(booted, lin);
    await back.open();
    await back.does("message.read", { seq: back.view().seq });
    await pass(booted, 60);
    await mei.isUpToDate();
    expect(told(mei)).toEqual([]);
    expect(sentTo("o-there")).toEqual([]);
    back.close();
    mei.close();
  });

  test("WX22 a socket that turns out to be dead later is found out by the second look", async () => {
    const { lin, mei } = await weappPair(booted, shop, "o-half");
    const before = await looks("present");
    await mei.says("请看一下");
    await passUntil(booted, async () => (await looks("present")) > before);
    lin.close();
    await passUntil(booted, () => told(mei).length > 0);
    expect(told(mei)).toEqual(["shopper.unreachable none_granted"]);
    mei.close();
  });

  test("WX23 without a permission, or with one taken back at WeChat, agents see why the shopper can't be told", async () => {
    const none = await awayShopper("o-none", 0);
    await none.mei.says("您好");
    await passUntil(booted, () => told(none.mei).length > 0);
    expect(told(none.mei)).toEqual(["shopper.unreachable none_granted"]);
    expect(none.mei.view().summary.absence).toMatchObject({ reason: "none_granted" });

    const refused = await weappPair(booted, shop, "o-refused");
    for (let n = 0; n < 3; n++) await grant(refused.lin.token);
    refused.lin.close();
    await refused.mei.says("您好");
    await passUntil(booted, () => told(refused.mei).length > 0);
    expect(told(refused.mei)).toEqual(["shopper.unreachable refused"]);
    // WeChat knows better: what was counted here is worth nothing.
    expect((await grant(refused.lin.token)).body).toMatchObject({ data: { granted: 1 } });
    for (const { mei } of [none, refused]) mei.close();
  });

  test("WX24 while WeChat is out of reach it is tried again without losing the permission, then given up and tried with the next words", async () => {
    const { lin, mei } = await awayShopper("o-down", 1);
    const path = "/cgi-bin/message/subscribe/send";
    world.wechat.breakDown(path, 502, 3);
    await mei.says("您好");
    await passUntil(booted, () => told(mei).length > 0);
    expect(told(mei)).toEqual(["shopper.notified"]);
    expect(sentTo("o-down")).toHaveLength(1);

    const back = await sameShopper(booted, lin);
    await back.open();
    world.wechat.grant("o-down", template);
    await grant(back.token);
    back.close();
    await mei.sees(({ summary }) => summary.absence === undefined);
    world.wechat.breakDown(path, 502, 4);
    const givenUp = await looks("failed");
    await mei.says("在吗");
    await passUntil(booted, () => mei.view().summary.absence !== undefined);
    expect(told(mei).at(-1)).toBe("shopper.unreachable failed");
    // Once for the four tries together.
    expect(await looks("failed")).toBe(givenUp + 1);
    await mei.says("还在吗");
    await passUntil(booted, () => told(mei).at(-1) === "shopper.notified");
    expect(sentTo("o-down")).toHaveLength(2);
    expect((await grant(lin.token)).body).toMatchObject({ data: { granted: 1 } });
    mei.close();
  });

  test("WX25 a template that WeChat does not know, and a shop without one, is not set up", async () => {
    const { mei } = await awayShopper("o-template", 1);
    world.wechat.fail("/cgi-bin/message/subscribe/send", 40037);
    await mei.says("您好");
    await passUntil(booted, () => told(mei).length > 0);
    expect(told(mei)).toEqual(["shopper.unreachable not_configured"]);
    mei.close();

    const bare = await world.shop();
    await booted.deps.directory.saveSettings(bare.id, settings());
    booted.deps.shopData.changed(bare.id);
    const other = await weappPair(booted, bare, "o-bare");
    other.lin.close();
    await other.mei.says("您好");
    await passUntil(booted, () => told(other.mei).length > 0);
    expect(told(other.mei)).toEqual(["shopper.unreachable not_configured"]);
    other.mei.close();
  });

  test("WX26 what the message says and where it leads is the shop's setting, cut to what WeChat takes", async () => {
    const other = await world.shop({
      replyPage: "pages/help?from=message",
      replyData: { thing5: "{agent}：{reply}", name1: "{agent}", thing2: "{unknown}" },
    });
    const { lin, mei } = await weappPair(booted, other, "o-fields");
    world.wechat.grant("o-fields", template);
    await grant(lin.token);
    lin.close();
    await mei.does("message.send", { content: { kind: "product", productId: "hoodie" } });
    await mei.says(`第一行\n${"很长的话".repeat(10)}`);
    await passUntil(booted, () => told(mei).length > 0);
    const [sent] = sentTo("o-fields");
    expect(sent?.page).toBe("pages/help?from=message");
    expect(sent?.data).toEqual({
      thing5: "小美：第一行 很长的话很长的话很长的话…",
      name1: "小美",
      thing2: "{unknown}",
    });
    expect([...(sent?.data.thing5 ?? "")]).toHaveLength(20);
    mei.close();
  });

  test("WX27 on the web nobody is called back", async () => {
    const lin = await shopper(booted, shop, "lin");
    await lin.open();
    await lin.does("handoff.request");
    const mei = await agent(booted, shop);
    await mei.open({}, lin.view().summary.id);
    await mei.does("conversation.takeOver");
    lin.close();
    await mei.says("您好");
    const far = booted.clock.now() + 10_000_000;
    const due = await booted.deps.store.claimEffects(far, far, 100);
    expect(due.filter(({ conversation }) => conversation === mei.view().summary.id)).toEqual([]);
    mei.close();
  });

  test("WX28 permissions are counted for a mini-program's session and the shop's own template only", async () => {
    const lin = await weappShopper(booted, shop, "o-count");
    expect(await grant(lin.token)).toEqual({ status: 200, body: { ok: true, data: { granted: 1 } } });
    expect((await grant(lin.token)).body).toMatchObject({ data: { granted: 2 } });
    expect((await grant(lin.token, "another")).body).toMatchObject({ error: { code: "invalid_input" } });
    const web = await shopper(booted, shop, "lin");
    expect((await grant(web.token)).body).toMatchObject({ error: { code: "forbidden" } });
    expect((await grant("nobody")).status).toBe(401);
    const id = (await booted.deps.store.load(shop.id, lin.view().summary.id))?.shopper.id ?? "";
    const take = () => booted.deps.subscriptions.take(shop.id, id, template);
    expect((await Promise.all([take(), take(), take()])).toSorted()).toEqual([false, true, true]);
    lin.close();
    web.close();
  });
});
