import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../../../test/support/dialogue-shop.ts";

const facts = demoFacts();

function last(lines: string[], productId?: string) {
  const locale = /\p{Script=Han}/u.test(lines.join("")) ? "zh-CN" : "en";
  const step = play(lines, { facts, locale, ...(productId !== undefined && { consult: { productId } }) }).at(-1)!;
  const shown = step.dialogue.candidates ?? [step.dialogue.product?.id ?? ""];
  return { step, words: wordsOf(step), goods: shown.flatMap((id) => facts.catalogue.get(id) ?? []) };
}

test.each(["那有没有别的加湿器", "有别的吗", "do you have another humidifier"])(
  "DL92 another is neither the one spoken of nor sold out: %s",
  (text) => {
    const { words, goods } = last([text], "P4006");
    expect(words).toMatch(/没有其他同款|no other one like it/);
    expect(goods.length).toBeGreaterThan(0);
    for (const { id, stock } of goods) {
      expect(id).not.toBe("P4006");
      expect(stock).toBeGreaterThan(0);
    }
  },
);

test("DL92 something similar is of its kind", () => {
  expect(last(["有没有类似的"], "P1003").goods.map(({ id }) => id)).toEqual(["P1004"]);
});

test.each([
  [["推荐点东西", "不要衣服"], "服装"],
  [["any gift ideas", "not food"], "食品"],
])("DL92 a kind that is refused is left out: %s", (lines, category) => {
  const { goods } = last(lines);
  expect(goods.length).toBeGreaterThan(1);
  for (const product of goods) expect(product.category).not.toBe(category);
});

test("DL92 for a present it is asked for whom, with what the shop calls one, and what they like finds it", () => {
  const { words, goods } = last(["想给我妈买个生日礼物，300以内"]);
  expect(words).toMatch(/^对方平时喜欢什么/);
  expect(last(["想买个礼物"]).words).toMatch(/^是送给谁的/);
  expect(goods.map(({ id }) => id)).toEqual(["P6003"]);
  expect(last(["送女朋友什么好", "她喜欢喝咖啡"]).words).toContain("云南挂耳咖啡");
  expect(last(["gift for my mom under 200", "she loves tea"]).words).toContain("Longjing");
});
