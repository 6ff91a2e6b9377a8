import { expect, test } from "vitest";
import type { Passage } from "../dialogue/facts.ts";
import { createLibrary, createPassages } from "./passages.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);
const passage = (id: string, title: string, text: string, more: Partial<Passage> = {}): Passage => ({
  ...{ id, title, text, quote: text, document: id, language: "zh" },
  ...more,
});
const ids = (found: { item: Passage }[]) => found.map(({ item }) => item.id);
const zh = { limit: 5, language: "zh", now } as const;

test("KN1 a question finds its answer in whatever source has it, by its own wording or another", () => {
  const passages = createPassages([
    passage("policy", "政策 · 退货", "签收后七天内可以无理由退货。"),
    passage("faq", "能刻字吗", "可以免费刻字。", { source: "faq", variants: ["可以写名字不", "支持定制吗"] }),
    passage("product", "保温杯 · 材质", "内胆为316不锈钢。", { source: "product" }),
    passage("answer", "杯子有异味怎么办", "新杯用小苏打泡一晚就好。", { source: "answer", updatedAt: now }),
  ]);
  expect(ids(passages.recall("多少天能退货", zh))[0]).toBe("policy");
  expect(ids(passages.recall("可不可以写个名字", zh))[0]).toBe("faq");
  expect(ids(passages.recall("内胆是什么材质的", zh))[0]).toBe("product");
  expect(ids(passages.recall("新杯子有味道咋办", zh))[0]).toBe("answer");
});

test("KN12 of answers that fit alike the younger comes first, and a policy before what agents once said", () => {
  const text = "大促期间七天内发货。";
  const answer = (id: string, age: number, words = text) =>
    passage(id, "大促多久发货", words, { source: "answer", updatedAt: now - age * day });
  const passages = createPassages([
    answer("a-old", 400, `${text}亲`),
    answer("b-young", 3, `${text}哦`),
    passage("c-policy", "大促多久发货", text),
  ]);
  expect(ids(passages.recall("大促多久发货", zh))).toEqual(["c-policy", "b-young", "a-old"]);
  expect(ids(passages.search("大促多久发货", zh))).toEqual(["c-policy", "b-young", "a-old"]);
});

test("KN12 age changes the order and not how sure a finding is", () => {
  const passages = createPassages([
    passage("a", "怎么除味", "用小苏打。", { source: "answer", updatedAt: now - 900 * day }),
  ]);
  const score = (at: number | undefined) => passages.fitting("怎么除味", "zh", at).map(({ score }) => score);
  expect(score(now)).toEqual(score(undefined));
  expect(score(now)[0]).toBeGreaterThan(0.75);
});

test("KN12 what two sources say in the same words is found once", () => {
  const same = ["x", "y"].map((id) => passage(id, "包邮吗", "满99元包邮。"));
  expect(ids(createPassages(same).recall("包邮吗", zh))).toEqual(["x"]);
});

test("KN5 a document that is replaced is found as it is now, by every way of looking, and no other changes", () => {
  const library = createLibrary();
  library.replace([], [passage("hours", "几点营业", "九点到十八点。"), passage("post", "发什么快递", "发顺丰。")]);
  const after = library.replace(["hours"], [passage("hours", "周末营业吗", "周末也营业。")]);
  expect(after.size).toBe(2);
  expect(
    after
      .all("zh")
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["hours", "post"]);
  expect(after.recall("几点营业", zh)[0]?.item.text).toBe("周末也营业。");
  expect(after.fitting("周末营业吗", "zh")[0]).toMatchObject({ item: { id: "hours" }, score: 1 });
  expect(ids(after.search("发什么快递", zh))).toEqual(["post"]);
  expect(library.replace(["hours", "post"], []).size).toBe(0);
});
