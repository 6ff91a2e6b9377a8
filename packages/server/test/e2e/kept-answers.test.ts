import type { Result } from "@yiwen/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot } from "../support/boot.ts";
import { agent, botTexts, type Person, shopper } from "../support/people.ts";
import { openShop } from "../support/shop.ts";

let booted: Booted;
let shop: Shop;
let mei: Person<"agent">;
const people: { close(): void }[] = [];
beforeAll(async () => {
  booted = await boot();
  shop = await openShop(booted);
  mei = await agent(booted, shop);
  people.push(mei);
});
afterAll(async () => {
  for (const person of people) person.close();
  await booted.close();
});

const question = "竹砧板发霉了怎么处理";
const answer = "用盐搓一遍，晒干以后抹一层食用油就好。";

async function call<T = unknown>(method: string, path: string, body?: object, token = mei.token): Promise<Result<T>> {
  const response = await fetch(`${booted.url}/v1/knowledge${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Result<T>;
}

async function asked(text: string, where = shop) {
  const person = await shopper(booted, where);
  people.push(person);
  await person.open();
  await person.says(text);
  return person.view();
}

test("KN13 a good answer that an agent kept is given to the next who asks the same, with its source, and in no other shop", async () => {
  expect(botTexts(await asked(question)).join()).not.toContain(answer);
  expect(await call("POST", "/answers", { question, answer: `  ${answer} ` })).toMatchObject({ ok: true });
  const view = await asked("竹砧板发霉怎么处理呀");
  expect(botTexts(view).at(-1)).toContain(answer);
  const said = view.events.findLast(({ type }) => type === "message.sent");
  expect(said).toMatchObject({ data: { sources: [{ title: question, quote: answer }] } });
  expect(botTexts(await asked(question, await openShop(booted))).join()).not.toContain(answer);
});

test("KN13 the same question replaces what was kept for it; the list of all documents is not for every agent", async () => {
  await call("POST", "/answers", { question: "能送到船上吗", answer: "不能。" });
  await call("POST", "/answers", { question: "能送到船上吗", answer: "可以送到码头。" });
  const { snapshot } = booted.deps.shopData;
  const texts = async () => (await snapshot(shop.id))?.passages.all("zh").map(({ text }) => text);
  expect(await texts()).toEqual(expect.arrayContaining(["可以送到码头。"]));
  expect(await texts()).not.toContain("不能。");
  expect(await call("GET", "/documents")).toMatchObject({ ok: false, error: { code: "forbidden" } });
});

test("KN13 what tells of one shopper is not kept, nor what is blank", async () => {
  const code = async (body: { question: string; answer: string }) => {
    const result = await call("POST", "/answers", body);
    return result.ok ? "ok" : `${result.error.code} ${result.error.path}`;
  };
  expect(await code({ question, answer: "您打 138 0013 8000" })).toBe("invalid_input /answer");
  expect(await code({ question: "我的邮箱 lin@shop.example 收不到", answer })).toBe("invalid_input /question");
  expect(await code({ question: " ", answer })).toBe("invalid_input /question");
  expect(await code({ question: "满300减50怎么用", answer: "付款时自动减，2026年底前有效。" })).toBe("ok");
});
