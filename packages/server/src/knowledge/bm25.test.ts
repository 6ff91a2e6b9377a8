import { expect, test } from "vitest";
import { queryTerms, searchTerms } from "../nlu/terms.ts";
import { createIndex, wordingStyle } from "./bm25.ts";
import { termCodes } from "./term-codes.ts";

const texts = [
  "七天无理由退货，运费由您承担",
  "满99元包邮，偏远地区除外",
  "支持开电子发票",
  "退货运费怎么算",
  "包邮吗",
];
const indexOf = (all: string[]) => {
  const index = createIndex();
  for (const text of all) index.add([{ text, weight: 1 }]);
  return index;
};
const found = (index: ReturnType<typeof createIndex>, question: string) =>
  index.search(question, 10).map(({ score }) => score.toFixed(9));

test("KN2 an index from which documents left answers like one that never had them", () => {
  const plain = indexOf(texts.slice(1));
  const changed = indexOf(["退货请联系客服退货", ...texts]);
  changed.search("退货", 3);
  changed.remove(0);
  changed.remove(1);
  changed.remove(1);
  expect(changed.size).toBe(4);
  for (const question of ["退货", "运费", "包邮", "发票怎么开"])
    expect(found(changed, question)).toEqual(found(plain, question));
});

test("KN2 what is taken in is found by the next search, and its place is never given again", () => {
  const index = indexOf(texts);
  index.remove(4);
  const at = index.add([{ text: "火星可以送货吗", weight: 1 }]);
  expect(at).toBe(5);
  expect(index.search("火星", 1)[0]?.at).toBe(5);
});

test("KN2 the best come first and no more than were asked for; an unknown word finds nothing", () => {
  const index = indexOf(texts);
  expect(index.search("退货运费", 1)).toHaveLength(1);
  expect(index.search("退货运费", 1)[0]?.at).toBe(3);
  expect(index.search("zxqv", 5)).toEqual([]);
  expect(createIndex().search("退货", 5)).toEqual([]);
});

test("KN2 among wordings the difference of a question word counts", () => {
  const index = createIndex(wordingStyle);
  for (const text of ["什么时候发货", "怎么发货", "在哪里发货"]) index.add([{ text, weight: 1 }]);
  expect(index.search("请问在哪发货", 1)[0]?.at).toBe(2);
  expect(index.search("啥时候能发货", 1)[0]?.at).toBe(0);
});

test("KN2 terms as numbers are the terms as words, one for one", () => {
  for (const text of ["iPhone 15的保修期是多久？don't ask", "請問有貨嗎", "退、换；货 ＡＢＣ", ""]) {
    expect(termCodes(text, "document")).toHaveLength(searchTerms(text).length);
    expect(new Set(termCodes(text, "document")).size).toBe(new Set(searchTerms(text)).size);
    expect(new Set(termCodes(text, "query")).size).toBe(new Set(queryTerms(text)).size);
  }
});
