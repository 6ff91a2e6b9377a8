import type { ShopSettings } from "@yiwen/shared";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chunkMarkdown } from "../../src/knowledge/chunk.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot, settings } from "../support/boot.ts";
import { counted } from "../support/boot-weapp.ts";
import { createModelParts } from "../support/model.ts";
import { type EmbedCall, type ScriptedModel, startModelServer } from "../support/model-server.ts";
import { agent, botTexts, type Person, shopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";

let llm: ScriptedModel;
let booted: Booted;
beforeAll(async () => {
  booted = await boot((deps) => createModelParts(deps.modelStore, deps.clock.now));
});
afterAll(() => booted.close());
beforeEach(async () => {
  llm = await startModelServer();
  llm.embeds(({ body }) => ({ vectors: body.input.map(meaningOf) }));
});
afterEach(() => llm.close());

/** What the scripted server takes for meaning: each matter is a direction, and all texts share a little. */
const matters = [/猫|团子|毛孩子|喵/, /退|寄回/, /发票|报销|抬头/, /仓库|库房/];
const meaningOf = (text: string) => [1, ...matters.map((matter) => (matter.test(text) ? 3 : 0)), text.length / 1000];

const about = `# 关于我们

## 店长团子
团子是一只橘色短毛，今年三岁，负责试睡所有纸箱。

## 仓库在哪里
仓库在义乌，周一到周六打包。
`;
const cat = "团子是一只橘色短毛，今年三岁，负责试睡所有纸箱。";
/** No word of it stands in the passage that answers it. */
const hard = "毛孩子几点吃饭";

const says = (text: string) => (view: Parameters<typeof botTexts>[0]) => botTexts(view).includes(text);
const missed = (person: Person<"shopper">) =>
  person.sees((view) => botTexts(view).some((text) => text.startsWith("抱歉，我没有理解")));
const textsOf = (calls: EmbedCall[]) => calls.flatMap(({ body }) => body.input);

async function save(shop: Shop, markdown: string, document = "about.md"): Promise<void> {
  await booted.deps.shopData.savePassages(shop.id, [document], chunkMarkdown({ document, markdown, url: "/about" }));
}

/** Settles once the shop has so many vectors. */
async function made(shop: Shop, count: number): Promise<void> {
  while ((await booted.deps.vectors.count(shop.id, "bge-m3")) !== count) await booted.deps.store.ping();
}

type Change = {
  model?: Partial<ShopSettings["model"]>;
  handoff?: Partial<ShopSettings["handoff"]>;
  confidence?: ShopSettings["confidence"];
};

/** So sure is no guess: what these shops are asked is answered from passages, or by nothing here. */
const unsure = { act: 0.999, offer: 0.998 };

async function open({ model, handoff, confidence = unsure }: Change = {}): Promise<Shop> {
  const usual = settings();
  const shop = await openShop(booted, {
    confidence,
    model: { ...usual.model, ...model },
    handoff: { ...usual.handoff, ...handoff },
  });
  await save(shop, about);
  await booted.deps.vectors.saveAccess(shop.id, { baseUrl: llm.url, apiKey: "sk-vectors", model: "bge-m3" });
  booted.deps.shopData.changed(shop.id, "settings");
  return shop;
}

async function talk(shop: Shop): Promise<Person<"shopper">> {
  const lin = await shopper(booted, shop);
  await lin.open();
  return lin;
}

describe("passages found by what they mean", () => {
  test("KN85 a question in other words is answered from the passage that means the same, quoted and linked", async () => {
    const shop = await open();
    await made(shop, 4);
    const lin = await talk(shop);
    const found = await counted(booted, 'yiwen_recalls_total{outcome="found"}');
    await lin.says(hard);
    const view = await lin.sees(says(cat));
    const answer = view.events.findLast(({ type }) => type === "message.sent")?.data;
    expect(answer).toMatchObject({ sources: [{ title: "关于我们 · 店长团子", quote: cat, url: "/about" }] });
    expect(JSON.stringify(answer)).toContain("requestHandoff");
    expect(await counted(booted, 'yiwen_recalls_total{outcome="found"}')).toBe(found + 1);
    await lin.isUpToDate();
  });

  test("KN85 what the bot answers itself asks for no vector; the same question asks for one once", async () => {
    const shop = await open({ confidence: { act: 0.7, offer: 0.6 } });
    await made(shop, 4);
    const before = llm.embedded.length;
    const lin = await talk(shop);
    for (const text of ["可以开发票吗", "保温杯多少钱", "你好"]) await lin.says(text);
    expect(llm.embedded.length).toBe(before);
    for (const person of [lin, await talk(shop)]) {
      await person.says(hard);
      await person.sees(says(cat));
    }
    expect(textsOf(llm.embedded.slice(before))).toEqual([hard]);
  });

  test("KN85 what is near to nothing in particular is not quoted, and a shop's passages are its own", async () => {
    const [shop, other] = [await open(), await open()];
    await save(other, "# 关于我们\n\n## 联系\n请在这里留言。\n");
    await made(shop, 4);
    await made(other, 3);
    const [lin, ming] = [await talk(shop), await talk(other)];
    await lin.says("曲速引擎怎么启动");
    await missed(lin);
    await ming.says(hard);
    await missed(ming);
    expect(botTexts(ming.view()).join()).not.toContain("团子");
  });

  test("KN86 where vectors can't be had in time the bot says what it says without them", async () => {
    const shop = await open();
    await made(shop, 4);
    llm.embeds(() => "silence");
    const ming = await talk(shop);
    const asked = llm.embedded.length;
    await ming.says(`${hard}呀`);
    while (llm.embedded.length === asked) await booted.deps.store.ping();
    expect(botTexts(ming.view())).toHaveLength(1);
    await booted.clock.advance(1000);
    await missed(ming);
    for (const reply of [{ status: 500 }, { garbage: "<html>" }, { status: 401 }]) {
      llm.embeds(() => reply);
      const lin = await talk(shop);
      await lin.says(`${hard}${JSON.stringify(reply).length}`);
      expect((await missed(lin)).summary.floor).toBe("bot");
    }
    const lin = await talk(shop);
    const before = llm.embedded.length;
    await lin.says(`${hard}呢`);
    await missed(lin);
    expect(llm.embedded.length).toBe(before);
  });

  test("KN86 what nothing answers twice still goes to a human", async () => {
    const shop = await open({ handoff: { fallbacks: 2 } });
    await made(shop, 4);
    const mei = await agent(booted, shop);
    const lin = await talk(shop);
    await mei.open({}, lin.view().summary.id);
    await lin.says("曲速引擎怎么启动");
    await missed(lin);
    await lin.says("量子涨落在哪儿看");
    await mei.sees((view) => view.summary.floor === "queued");
    expect(mei.view().summary.reasons).toContainEqual({ code: "fallbacks", count: 2 });
  });

  test("KN87 only what is new or changed is sent, with what is personal hidden; what is gone is forgotten", async () => {
    const shop = await open();
    await made(shop, 4);
    expect(new Set(textsOf(llm.embedded)).size).toBe(4);
    const before = llm.embedded.length;
    const moved = about.replace("仓库在义乌，", "仓库在义乌，电话13812345678，");
    await save(shop, moved);
    await save(shop, about.replace("三岁", "四岁"));
    await save(shop, `${moved}\n## 抬头\n发票抬头可以改。\n`);
    await made(shop, 5);
    const sent = textsOf(llm.embedded.slice(before)).join("\n");
    expect(sent).toContain("[PHONE_1]");
    expect(sent).not.toMatch(/138|七天无理由/);
    await booted.deps.shopData.savePassages(shop.id, ["about.md"], []);
    await made(shop, 2);
  });

  test("KN87 what was not made before a stop is made after it, and what was made is not made again", async () => {
    const shop = await open();
    await made(shop, 4);
    llm.embeds(() => ({ status: 503 }));
    const before = llm.embedded.length;
    await save(shop, about.replace("三岁", "五岁"));
    while (llm.embedded.length === before) await booted.deps.store.ping();
    llm.embeds(({ body }) => ({ vectors: body.input.map(meaningOf) }));
    await booted.restart();
    const lin = await talk(shop);
    await lin.says(hard);
    await lin.sees((view) => botTexts(view).some((text) => text.includes("五岁")));
    const ofThisShop = textsOf(llm.embedded.slice(before)).filter((text) => text !== hard);
    expect(new Set(ofThisShop)).toEqual(new Set([`关于我们 · 店长团子\n${cat.replace("三岁", "五岁")}`]));
  });

  test("KN87 a server that takes fewer texts at a time is sent fewer; a text it refuses is left out, and not sent again", async () => {
    llm.embeds(({ body }) =>
      body.input.length > 10 || body.input.some((text) => text.includes("禁语"))
        ? { status: 400, message: "batch size is invalid" }
        : { vectors: body.input.map(meaningOf) },
    );
    const shop = await open();
    const rows = Array.from({ length: 40 }, (_, nth) => `## 第${nth}条\n${nth === 17 ? "禁语" : `规定${nth}`}。`);
    await save(shop, `# 规定\n\n${rows.join("\n\n")}`, "rules.md");
    await made(shop, 44);
    const before = llm.embedded.length;
    await save(shop, `# 规定\n\n${rows.join("\n\n")}\n\n## 最后一条\n完。`, "rules.md");
    await made(shop, 45);
    expect(textsOf(llm.embedded.slice(before))).toHaveLength(1);
  });

  test("KN88 vectors count against the day's budget; passages take half of it at most, questions the rest", async () => {
    const shop = await open({ model: { dailyTokens: 60, prices: { input: 0, output: 0, embedding: 2 } } });
    await made(shop, 4);
    const { modelStore, models, shopData } = booted.deps;
    const { day } = await models.today((await shopData.snapshot(shop.id))!);
    expect(await modelStore.used(shop.id, day)).toMatchObject({ inputTokens: 40, outputTokens: 0, cost: 80 });
    await save(shop, about.replace("三岁", "六岁"));
    for (const mark of ["呀", "呢"]) {
      const lin = await talk(shop);
      await lin.says(hard + mark);
      await lin.sees(says(cat.replace("三岁", "六岁")));
    }
    const before = llm.embedded.length;
    const lin = await talk(shop);
    await lin.says(hard);
    await missed(lin);
    expect(llm.embedded.length).toBe(before);
    expect(textsOf(llm.embedded).join()).not.toContain("六岁");
  });

  test("KN89 where there is a model, it is asked only when no passage is near, and told the likeliest", async () => {
    const shop = await open({ model: { nearFrom: 1 } });
    await booted.deps.modelStore.saveAccess(shop.id, { baseUrl: llm.url, apiKey: "sk-shop", model: "deepseek-chat" });
    booted.deps.shopData.changed(shop.id, "settings");
    await made(shop, 4);
    llm.next({ text: "团子是一只橘色短毛，今年三岁。" });
    const lin = await talk(shop);
    await lin.says("店里的毛孩子平时都在忙些什么事情呢，今年多大岁数了呀");
    await lin.sees(says("团子是一只橘色短毛，今年三岁。"));
    expect(JSON.stringify(llm.calls[0]!.body.messages[0])).toContain("店长团子");
    await booted.deps.directory.saveSettings(shop.id, { ...shop.settings, model: settings().model });
    booted.deps.shopData.changed(shop.id, "settings");
    const ming = await talk(shop);
    await ming.says("店里的毛孩子平时都在忙些什么事情呢，今年多大岁数了呀");
    await ming.sees(says(cat));
    expect(llm.calls).toHaveLength(1);
  });
});
