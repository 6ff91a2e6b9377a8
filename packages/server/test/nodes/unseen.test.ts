import { expect, test } from "vitest";
import { signInShopper } from "../../src/auth/shopper-sign-in.ts";
import { createManualClock } from "../support/clock.ts";
import { agent, sameShopper } from "../support/people.ts";
import { identityOf, openShop } from "../support/shop.ts";
import { meeting, startNode } from "./world.ts";

test("ND21 what a node changed without an event is not undone, nor taken for unchanged, by another that remembers the conversation", async () => {
  const where = await meeting();
  const clocks = [createManualClock(Date.now()), createManualClock(Date.now())] as const;
  const a = await startNode(where, 0, clocks[0]);
  const b = await startNode(where, 0, clocks[1]);
  const shop = await openShop(a);
  const identity = await identityOf(shop, "lin", clocks[1].now());
  const session = await signInShopper(b.deps, shop, { channel: "weapp", identity });
  if (!session.ok) throw new Error(session.error.code);
  const lin = await sameShopper(b, { token: session.data.session.token, shopId: shop.id });
  const mei = await agent(b, shop);
  const { conversation } = await lin.open();
  const pending = async () => Object.entries((await a.deps.store.load(shop.id, conversation.id))?.pending ?? {});
  const looks = async () => (await pending()).flatMap(([id, purpose]) => (purpose === "callBack" ? [id] : []));

  await lin.does("handoff.request");
  await mei.open({}, conversation.id);
  await mei.does("conversation.takeOver");
  await mei.does("message.send", { content: { kind: "text", text: "在的" } });
  const first = await looks();
  expect(first).toHaveLength(1);
  // The other node looks whether they are there: they are, and read nothing, so that it looks once more.
  clocks[0].advance(6000);
  await expect.poll(looks).toEqual([`${first[0]}2`]);
  clocks[0].advance(36_000);
  await expect.poll(looks).toEqual([]);

  await expect
    .poll(async () => {
      await mei.does("message.send", { content: { kind: "text", text: "还有问题吗" } });
      return (await looks()).filter((id) => !first.includes(id));
    })
    .toHaveLength(1);
  expect(await looks()).not.toEqual(expect.arrayContaining(first));
  for (const person of [lin, mei]) person.close();
  await Promise.all([a.close(), b.close()]);
});
