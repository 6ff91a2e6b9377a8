import { expect, test } from "vitest";
import type { Passage } from "../dialogue/facts.ts";
import { knownPassage } from "./known-passage.ts";
import { createLibrary, createPassages } from "./passages.ts";
import { restocked } from "./restock.ts";
import { createShelf, type Shelf } from "./shelf.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);
const passage = (id: string, title: string, text: string, more: Partial<Passage> = {}): Passage => ({
  ...{ id, title, text, quote: text, document: id, language: "zh" },
  ...more,
});
const ids = (found: { item: Passage }[]) => found.map(({ item }) => item.id);
const ready = (one: Passage) => knownPassage(one, false);
const through = (steps: Generator<void, Shelf>): Shelf => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
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

test("KN14 a document that says what it said is left alone, and one that says it otherwise is not", () => {
  const library = createLibrary();
  const labelled = ["发票、开票：可以开电子发票。", "包邮、运费：满99元包邮。", "退货、退款：七天内可退。"];
  const given = labelled.map((text, nth) => passage(`faq-${nth}`, "常见问题", text, { document: "faq" }));
  const [kept] = library.replace([], [...given, passage("post", "发什么快递", "发顺丰。")]).all("zh");
  expect(
    library
      .replace(["faq", "post"], [...structuredClone(given), passage("post", "发什么快递", "发京东。")])
      .all("zh")[0],
  ).toBe(kept);
  expect(library.replace(["faq"], given.slice(0, 2)).size).toBe(3);
  const dated = library.replace(["post"], [passage("post", "发什么快递", "发京东。", { updatedAt: now })]);
  expect(dated.recall("发什么快递", zh)[0]?.item).toMatchObject({ text: "发京东。", updatedAt: now });
});

test("KN14 however often documents change, a shelf holds little more than what stands on it, and finds the same", () => {
  const words = (nth: number, at: number) =>
    passage(`p${at}`, `问题${at} · 第${at}号怎么用`, `第${at}号用法的第${nth}版。`);
  const version = (nth: number) => Array.from({ length: 200 }, (_, at) => ready(words(nth, at)));
  const documents = version(0).map(({ document }) => document);
  let shelf = through(restocked(createShelf(), [], [...version(0), ready(passage("still", "发什么快递", "发顺丰。"))]));
  for (let nth = 1; nth <= 20; nth++) {
    shelf = through(restocked(shelf, documents, version(nth)));
    expect(shelf.size).toBe(201);
    expect(shelf.places).toBeLessThan(2 * 201 + 1000 + 2 * 200);
  }
  const plain = through(
    restocked(createShelf(), [], [ready(passage("still", "发什么快递", "发顺丰。")), ...version(20)]),
  );
  const scores = (one: typeof shelf, text: string) =>
    [one.byText(text, 3), one.byWording(text, 3), one.byFit(text).slice(0, 3)].map((hits) =>
      hits.map(({ at, score }) => [one.item(at).text, score.toFixed(9)]),
    );
  for (const text of ["第7号怎么用", "发什么快递", "用法的第20版"])
    expect(scores(shelf, text)).toEqual(scores(plain, text));
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
