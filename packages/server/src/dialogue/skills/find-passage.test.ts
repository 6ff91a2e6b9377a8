import { expect, test } from "vitest";
import { demoFacts } from "../../../test/support/demo-facts.ts";
import type { Facts } from "../facts.ts";
import { initialDialogue } from "../state.ts";
import { step } from "../step.ts";
import { understand } from "../understand.ts";
import { findPassage } from "./find-passage.ts";

/** The demo shop, and what is looked up in its passages. */
function watched(): { facts: Facts; lookedUp: string[] } {
  const facts = demoFacts();
  const lookedUp: string[] = [];
  const { passages } = facts;
  const search: typeof passages.search = (text, options) => {
    lookedUp.push(text);
    return passages.search(text, options);
  };
  return { facts: { ...facts, passages: { ...passages, search } }, lookedUp };
}

test("KN80 a message's words are looked up once, whoever asks for what answers them", () => {
  const { facts, lookedUp } = watched();
  const dialogue = initialDialogue({ locale: "zh-CN", granted: [] });
  const say = (text: string) => {
    const understood = understand(text, { dialogue, facts, locale: "zh-CN" });
    return step(dialogue, { type: "said", text, understood }, facts);
  };
  for (const text of ["可以开发票吗", "唐朝的皇帝几点睡觉", "东西坏了怎么办"]) {
    lookedUp.length = 0;
    const first = say(text);
    expect(lookedUp.filter((words) => words === text)).toHaveLength(1);
    expect(say(text)).toEqual(first);
    expect(lookedUp.filter((words) => words === text)).toHaveLength(1);
  }
});

test("KN80 what was found is found again among many other questions, also after it was forgotten", () => {
  const { facts } = watched();
  const query = { text: "可以开发票吗", intent: "invoice", language: "zh" as const };
  const found = findPassage(facts, query);
  expect(found?.text).toContain("发票");
  for (let nth = 0; nth < 150; nth++) findPassage(facts, { ...query, text: `${nth}号宝贝怎么启动`, intent: "other" });
  expect(findPassage(facts, query)).toBe(found);
});
