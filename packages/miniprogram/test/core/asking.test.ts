import { afterAll, beforeAll, expect, test } from "vitest";
import { settings } from "../../../server/test/support/boot.ts";
import { agent } from "../../../server/test/support/people.ts";
import { sees } from "../support/looks.ts";
import { createWorld, type World } from "../support/world.ts";

const template = "tmpl_reply";

let world: World;
beforeAll(async () => {
  world = await createWorld({ weapp: { ...settings().weapp, replyTemplateId: template } });
});
afterAll(() => world.close());

test("MP18 WeChat is asked within the tap, and the server told of a yes alone", async () => {
  const phone = world.phone();
  const { yiwen, wx } = await phone.start();
  const told = () => wx.requests.filter(({ path }) => path === "/v1/subscriptions").map(({ body }) => body);
  expect(await yiwen.askToNotify()).toBe("unavailable");
  await yiwen.client.open();
  const answer = yiwen.askToNotify();
  expect(wx.subscriptionsAsked).toEqual([[template]]);
  expect(await answer).toBe("accepted");
  phone.state.subscribes = "reject";
  expect(await yiwen.askToNotify()).toBe("refused");
  expect(told()).toEqual([{ templateId: template }]);
});

test("MP19 a shop's own privacy popup is shown instead of WeChat's, the latest one, and its answer reaches WeChat", async () => {
  const { yiwen, wx } = await world.phone().start();
  expect(yiwen.privacy.isHandled).toBe(false);
  yiwen.privacy.onNeeded((answer) => answer({ event: "agree", buttonId: "ours" }));
  const back = yiwen.privacy.onNeeded((answer) => answer({ event: "agree", buttonId: "host" }));
  expect(yiwen.privacy.isHandled).toBe(true);
  expect(await wx.needPrivacy()).toEqual({ event: "agree", buttonId: "host" });
  back();
  expect(await wx.needPrivacy()).toEqual({ event: "agree", buttonId: "ours" });
});

test("MP20 the unread count follows the thread, and is there at a cold start before there is a connection", async () => {
  const phone = world.phone();
  const first = await phone.start();
  await first.yiwen.client.open();
  first.yiwen.client.send("人工");
  const counts: number[] = [];
  first.yiwen.unread.subscribe((count) => counts.push(count));
  const desk = await agent(world.booted, world.shop);
  await sees(first.yiwen, ({ thread }) => thread?.view.summary.asked === 1);
  await desk.open({}, first.yiwen.client.state.thread?.view.summary.id);
  await desk.does("conversation.takeOver");
  first.yiwen.client.read();
  await sees(first.yiwen, ({ thread }) => thread?.view.summary.unread.shopper === 0);
  await desk.says("您好");
  await sees(first.yiwen, ({ thread }) => thread?.view.summary.unread.shopper === 1);
  expect(first.yiwen.unread.count).toBe(1);
  expect(counts.slice(-2)).toEqual([0, 1]);
  phone.kill();
  await desk.says("还在吗");
  const second = await phone.start();
  expect(second.yiwen.unread.count).toBe(1);
  await sees(second.yiwen, ({ thread }) => thread?.view.summary.unread.shopper === 2);
  expect(second.yiwen.unread.count).toBe(2);
});

test("MP20 who never asked anything is not connected at a cold start", async () => {
  const phone = world.phone();
  await (await phone.start()).yiwen.client.open();
  const { yiwen, wx } = await phone.start();
  expect(yiwen.client.state.connection).toBe("idle");
  expect(wx.tasks.size).toBe(0);
});
