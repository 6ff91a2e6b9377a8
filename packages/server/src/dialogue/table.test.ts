import { expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../test/support/dialogue-shop.ts";

const facts = demoFacts();
const played = (lines: string[], productId?: string) =>
  play(lines, {
    facts,
    locale: /\p{Script=Han}/u.test(lines.join("")) ? "zh-CN" : "en",
    ...(productId !== undefined && { consult: { productId } }),
  }).slice(1);

test.each([
  ["P3005", "能插充电宝上用吗", "多少钱", "台灯"],
  ["P3005", "does it work with a power bank", "how much is it", "Desk lamp"],
])("DL94 what a product is used with doesn't take its place: %s %s", (id, question, price, name) => {
  expect(wordsOf(played([question, price], id)[1]!)).toContain(name);
});

test.each([
  ["充电宝多少钱", "P7002"],
  ["how much for the power bank", "P7002"],
  ["any discount on the power bank", "P7002"],
  ["I'll go with the power bank, how much", "P7002"],
  ["这套睡衣多少钱", "P1013"],
])("DL94 another product that is asked for does: %s", (text, id) => {
  expect(played([text], "P3005")[0]?.dialogue.product?.id).toBe(id);
});

test.each(["这个还卖吗", "多少钱", "is it still available"])("DL94 that it is no longer sold is said: %s", (text) => {
  expect(wordsOf(played([text], "P9001")[0]!)).toMatch(/不再销售|isn't sold any more/);
});

test("DL95 another matter than the shop's terms ends an open question", () => {
  const [asked, aside] = played(["有货吗", "上门取件要钱不"]).map(wordsOf);
  expect(asked).toContain("哪一款");
  expect(aside).not.toContain("哪一款");
});

test("DL95 a name stands for whole words only", () => {
  expect(played(["can i swim with it"], "P7001")[0]?.understood?.rewritten).toMatch(
    /^can i swim with Wireless earbuds/,
  );
});
