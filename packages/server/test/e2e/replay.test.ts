import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDialogues } from "../../src/cli/replay/dialogue-file.ts";
import { play } from "../../src/cli/replay/play.ts";
import { type Booted, boot } from "../support/boot.ts";
import { runCli } from "../support/run-cli.ts";
import { agentToken, openShop } from "../support/shop.ts";

let booted: Booted;
const folder = mkdtempSync(join(tmpdir(), "yiwen-replay-"));
beforeAll(async () => {
  booted = await boot();
});
afterAll(async () => {
  await booted.close();
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (...dialogues: object[]) => {
  const file = join(folder, "dialogues.jsonl");
  writeFileSync(file, dialogues.map((dialogue) => JSON.stringify(dialogue)).join("\n"));
  return file;
};

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

test("DL2 DL85 a replay signs shoppers in, each dialogue in a conversation of its own, and opens on an order", async () => {
  const file = fileOf(
    { id: "own", shopper: "demo-lin", turns: ["我的快递到哪了"] },
    { id: "opened", shopper: "demo-lin", consult: { orderId: "SC202611201020" }, turns: ["怎么还没发货"] },
    { id: "stranger", turns: ["我的快递到哪了"] },
  );
  const { code, out, err } = await runCli(["replay", file, "--json"], {});
  expect([code, err]).toEqual([0, ""]);
  const replies = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).replies?.join("\n"));
  expect(replies.slice(0, 3)).toEqual([
    expect.stringContaining("<order SC202611181020>"),
    expect.stringContaining("还没有发货"),
    expect.stringContaining("登录"),
  ]);
});

test("HT15 a replay against a running server signs nobody in without the shop's secret", async () => {
  const file = fileOf({ id: "own", shopper: "demo-lin", turns: ["你好"] });
  const args = ["replay", file, "--url", booted.url, "--agent", "lin@demo.shop"];
  const { code, err } = await runCli(args, { YIWEN_AGENT_PASSWORD: "any" });
  expect(code).not.toBe(0);
  expect(err.trim().split("\n")).toEqual([expect.stringContaining("YIWEN_IDENTITY_SECRET")]);
});

test("HT15 a dialogue names its shopper and what it is opened on, and what fits neither is named by its line", () => {
  const lines = [
    { id: "a", turns: ["你好"], consult: { orderId: "YW1" }, shopper: "lin" },
    { id: "b", turns: ["你好"], shopper: "" },
  ];
  const { dialogues, rejected } = parseDialogues(lines.map((line) => JSON.stringify(line)).join("\n"));
  expect(dialogues).toEqual(lines.slice(0, 1));
  expect(rejected).toMatchObject([{ line: 2, reason: expect.stringContaining("/shopper") }]);
});
