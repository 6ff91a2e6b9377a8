import { afterAll, beforeAll, expect, test } from "vitest";
import { isIntent } from "../../src/nlu/intents/registry.ts";
import { bootHttp, type HttpWorld, signIn } from "../support/boot-http.ts";

let world: HttpWorld;
beforeAll(async () => {
  world = await bootHttp();
  for (const letter of ["a", "b"] as const) {
    await world.deps.corrections.save(world.shops[letter].shop.id, {
      id: `c-${letter}`,
      text: `想把东西弄回去 ${letter}`,
      intent: "returnGoods",
      by: { id: "mei", name: "小美" },
      conversationId: "talk",
      messageId: "m",
      at: 7,
    });
  }
});
afterAll(() => world.close());

const ask = async (email: string, method: "GET" | "DELETE", path = "") =>
  world.app.inject({ method, url: `/v1/corrections${path}`, headers: await signIn(world.app, email) });

test("NL69 supervisors list their shop's corrections and forget one, used at once", async () => {
  const listed = await ask("boss@a.example", "GET");
  expect(listed.json().data).toEqual({
    limit: 500,
    corrections: [
      {
        id: "c-a",
        text: "想把东西弄回去 a",
        intent: "returnGoods",
        by: { id: "mei", name: "小美" },
        conversationId: "talk",
        messageId: "m",
        at: 7,
      },
    ],
  });
  const { id } = world.shops.a.shop;
  expect((await world.deps.shopData.snapshot(id))?.examples.near("想把东西弄回去")[0]?.intent).toBe("returnGoods");
  expect((await ask("boss@a.example", "DELETE", "/c-a")).json()).toEqual({ ok: true, data: {} });
  expect((await ask("boss@a.example", "GET")).json().data.corrections).toEqual([]);
  expect((await world.deps.shopData.snapshot(id))?.examples.size).toBe(0);
});

test("NL69 another shop's correction is not there, and agents may not list or forget", async () => {
  expect((await ask("boss@a.example", "DELETE", "/c-b")).json().error.code).toBe("not_found");
  expect((await ask("agent@b.example", "GET")).json().error.code).toBe("forbidden");
  expect((await ask("agent@b.example", "DELETE", "/c-b")).json().error.code).toBe("forbidden");
  expect((await ask("boss@b.example", "GET")).json().data.corrections).toHaveLength(1);
});

test("NL69 agents learn what a message can be corrected to, with its question in both languages", async () => {
  const { intents } = (await ask("agent@a.example", "GET", "/intents")).json().data;
  expect(intents.length).toBeGreaterThan(20);
  for (const { name, ask: words } of intents) {
    expect(isIntent(name)).toBe(true);
    expect(words["zh-CN"]).toMatch(/\p{Script=Han}/u);
    expect(words.en).toMatch(/^[\x20-\x7e]+$/);
  }
});
