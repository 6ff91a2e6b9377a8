import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { correctionsKept } from "../../src/ports/corrections.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot } from "../support/boot.ts";
import { agent, type Person, shopper } from "../support/people.ts";
import { prepareDataDir } from "../support/prepared-database.ts";
import { runCli } from "../support/run-cli.ts";
import { openShop } from "../support/shop.ts";

const odd = "小可爱蹦跶到我手里还要几个太阳";
const alike = "小可爱蹦跶到我手里还得几个太阳呀";

let booted: Booted;
let shop: Shop;
let lin: Person<"shopper">;
let mei: Person<"agent">;
const people: { close(): void }[] = [];
beforeAll(async () => {
  booted = await boot();
});
afterAll(() => booted.close());
beforeEach(async () => {
  shop = await openShop(booted);
  lin = await shopper(booted, shop, "lin");
  mei = await agent(booted, shop);
  people.push(lin, mei);
  await lin.open();
  await lin.says(odd);
  await mei.open({}, lin.view().summary.id);
});
afterEach(() => {
  for (const person of people.splice(0)) person.close();
});

function understood(person: Person<"agent">) {
  const event = person.view().events.findLast(({ type }) => type === "message.understood");
  if (event?.type !== "message.understood") throw new Error("nothing was understood");
  return event.data;
}

async function correct(intent = "warranty") {
  const { messageId } = understood(mei);
  await mei.does("message.correct", { messageId, intent });
  await mei.sees(({ events }) => events.some(({ type }) => type === "message.corrected"));
  return messageId;
}

/** What another shopper's message is understood as, in a shop. */
async function asked(text: string, where = shop, by = mei) {
  const other = await shopper(booted, where);
  people.push(other);
  await other.open();
  await other.says(text);
  await by.open({}, other.view().summary.id);
  const { intent, confidence } = understood(by);
  return { intent, confidence, events: other.view().events };
}

test("NL63 a correction is told to agents, kept, and used from the next message on", async () => {
  expect((await asked(odd)).intent).not.toBe("warranty");
  await mei.open({}, lin.view().summary.id);
  const messageId = await correct();
  expect(mei.view().events.findLast(({ type }) => type === "message.corrected")).toMatchObject({
    by: { kind: "agent", id: mei.id, name: "小美" },
    data: { messageId, intent: "warranty" },
  });
  await Promise.all([mei.isUpToDate(), lin.isUpToDate()]);
  expect(JSON.stringify(lin.view())).not.toContain("corrected");
  const again = await asked(odd);
  expect(again).toMatchObject({ intent: "warranty" });
  expect(again.confidence).toBeGreaterThan(0.9);
  expect((await asked(alike)).intent).toBe("warranty");
});

test("NL63 what a human listens to is understood with corrections too", async () => {
  await correct();
  await mei.does("conversation.takeOver");
  await lin.says(odd);
  await mei.sees(() => understood(mei).intent === "warranty");
});

test("NL64 another correction of the same message takes its place; sent again it is one", async () => {
  const messageId = await correct("invoice");
  const id = "one-command";
  const input = { messageId, intent: "warranty" };
  const [first, second] = [
    await mei.tries("message.correct", input, id),
    await mei.tries("message.correct", input, id),
  ];
  expect(second).toEqual(first);
  const kept = await booted.deps.corrections.list(shop.id);
  expect(kept).toMatchObject([{ intent: "warranty", text: odd, messageId, by: { id: mei.id, name: "小美" } }]);
  expect((await asked(odd)).intent).toBe("warranty");
});

test("NL65 a correction counts in its own shop only", async () => {
  await correct();
  const theirs = await openShop(booted);
  const bo = await agent(booted, theirs);
  people.push(bo);
  expect((await asked(odd, theirs, bo)).intent).not.toBe("warranty");
  expect(await booted.deps.corrections.list(theirs.id)).toEqual([]);
  const [{ id } = { id: "" }] = await booted.deps.corrections.list(shop.id);
  expect(await booted.deps.corrections.remove(theirs.id, id)).toBe(false);
  expect(await booted.deps.corrections.list(shop.id)).toHaveLength(1);
});

test("NL66 only a shopper's own words can be corrected, to an intent that there is", async () => {
  const { messageId } = understood(mei);
  const bots = mei.view().events.find(({ type, by }) => type === "message.sent" && by.kind === "bot")!;
  const botId = (bots.data as { id: string }).id;
  const tries = async (input: object) => (await mei.tries("message.correct", input)) as { error?: object };
  expect(await tries({ messageId, intent: "nonsense" })).toMatchObject({
    error: { code: "invalid_input", path: "/intent" },
  });
  expect(await tries({ messageId, intent: "toString" })).toMatchObject({ error: { path: "/intent" } });
  for (const other of [botId, "gone"]) {
    expect(await tries({ messageId: other, intent: "warranty" })).toMatchObject({ error: { path: "/messageId" } });
  }
  expect(await booted.deps.corrections.list(shop.id)).toEqual([]);
});

test("NL67 what is kept names nobody: numbers and addresses are masked", async () => {
  await lin.says("我的单号是 YW20261122001 手机13800000000，邮箱 lin@example.com，卡 6222 0000 1111 2222");
  await mei.sees(({ events }) => events.filter(({ type }) => type === "message.understood").length === 2);
  await correct();
  const [{ text } = { text: "" }] = await booted.deps.corrections.list(shop.id);
  expect(text).toMatch(/^我的单号是 YW\* 手机\*/);
  expect(text).not.toMatch(/\d{5}|@|6222/);
});

test("NL68 a shop keeps the newest corrections, up to its limit", async () => {
  const { corrections } = booted.deps;
  for (let n = 0; n < correctionsKept + 2; n++) {
    await corrections.save(shop.id, {
      id: `c${n}`,
      text: `问题${n}`,
      intent: "other",
      by: { id: "mei", name: "小美" },
      conversationId: "c",
      messageId: `m${n}`,
      at: n,
    });
  }
  const kept = await corrections.list(shop.id);
  expect(kept).toHaveLength(correctionsKept);
  expect([kept[0]?.id, kept.at(-1)?.id]).toEqual([`c${correctionsKept + 1}`, "c2"]);
});

test("NL69 the command line lists corrections and forgets one", { timeout: 60_000 }, async () => {
  const dir = join(tmpdir(), `yiwen-corrections-${process.pid}`);
  const env = { DATA_DIR: dir };
  await prepareDataDir(dir);
  const made = await runCli(["shop", "create", "--name", "Camellia"], env);
  const [key = ""] = /pk_[\w-]+/.exec(made.out) ?? [];
  const none = await runCli(["corrections", "list", "--shop", key], env);
  expect([none.code, none.out]).toEqual([0, "no corrections\n"]);
  const gone = await runCli(["corrections", "remove", "x", "--shop", key], env);
  expect([gone.code, gone.err]).toEqual([1, 'yiwen: the shop has no correction "x"\n']);
  await rm(dir, { recursive: true, force: true });
});
