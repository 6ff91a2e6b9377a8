import { afterAll, beforeAll, expect, test } from "vitest";
import { play } from "../../src/cli/replay/play.ts";
import { type Booted, boot } from "../support/boot.ts";
import { agentToken, openShop } from "../support/shop.ts";

let booted: Booted;
beforeAll(async () => {
  booted = await boot();
});
afterAll(() => booted.close());

test("NL57 the whole question of a follow-up is stored for agents, and a replay shows it", async () => {
  const shop = await openShop(booted);
  const { token } = await agentToken(booted, shop, "小美");
  const target = { url: booted.url, shopKey: shop.publicKey, agentToken: token };
  const turns = ["有L码吗", "那M码呢", "那发票呢", "怎么开发票"];
  const played = await play(target, { id: "talk", consult: { productId: "hoodie" }, turns });
  expect(played.map(({ rewritten }) => rewritten)).toEqual([
    expect.stringContaining("山茶加绒连帽卫衣"),
    "山茶加绒连帽卫衣 M码有货吗",
    "怎么开发票",
    undefined,
  ]);
  // The agent who looks on opens the conversation anew and reads what was stored.
  const [row] = (await booted.deps.store.inbox({ shop: shop.id, filter: "all", agent: "", limit: 1 })).rows;
  const { events } = await booted.deps.store.page({
    shop: shop.id,
    conversation: row!.conversation.id,
    audience: "agents",
    limit: 50,
  });
  const stored = events.filter(({ type }) => type === "message.understood").map(({ data }) => data);
  expect(stored[1]).toMatchObject({ rewritten: "山茶加绒连帽卫衣 M码有货吗", intent: "stock" });
});
