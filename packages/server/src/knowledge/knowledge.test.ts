import { expect, test } from "vitest";
import { createCatalogue } from "./catalogue.ts";
import { chunkMarkdown } from "./chunk.ts";
import { createPassages } from "./passages.ts";

const markdown = `---
title: x
---
# 政策
## 运费怎么算
**全场**满[99元](https://shop.example)包邮。

- 新疆另加15元
## How do I return an item?
Items can be returned within 7 days.
`;

test("DL34 Markdown becomes passages by heading, without marks, each in its own language", () => {
  const [shipping, returns] = chunkMarkdown({ document: "p.md", markdown });
  expect(shipping).toMatchObject({
    title: "政策 · 运费怎么算",
    text: "全场满99元包邮。\n· 新疆另加15元",
    language: "zh",
  });
  expect(returns).toMatchObject({ title: "政策 · How do I return an item?", language: "en" });
});

test("DL34 ids stay the same when a document is imported again and its words change", () => {
  const ids = (text: string) => chunkMarkdown({ document: "p.md", markdown: text }).map(({ id }) => id);
  expect(ids(markdown.replace("15元", "20元"))).toEqual(ids(markdown));
  expect(new Set(ids(markdown)).size).toBe(2);
});

test("DL34 a long section is cut at its paragraphs and nothing is lost", () => {
  const paragraphs = Array.from({ length: 30 }, (_, i) => `第${i}段。${"内容".repeat(30)}`);
  const pieces = chunkMarkdown({ document: "long.md", markdown: `# 标题\n${paragraphs.join("\n\n")}` });
  expect(pieces.length).toBeGreaterThan(2);
  for (const { text } of pieces) expect(text.length).toBeLessThanOrEqual(600);
  expect(pieces.map(({ text }) => text).join("\n")).toBe(paragraphs.join("\n"));
});

test("DL36 search finds the passage in other words' endings and keeps languages apart", () => {
  const passages = createPassages(chunkMarkdown({ document: "p.md", markdown }));
  expect(passages.search("returning items", { limit: 3, language: "en" })[0]?.item.title).toContain(
    "How do I return an item?",
  );
  expect(passages.search("包邮", { limit: 3, language: "zh" })[0]?.item.title).toContain("运费怎么算");
  expect(passages.search("包邮", { limit: 3, language: "en" })).toEqual([]);
  expect(passages.search("火星", { limit: 3, language: "zh" })).toEqual([]);
});

test("DL36 the catalogue finds goods by title, category and attribute, with scores up to 1", () => {
  const product = (id: string, title: string, category: string) => ({
    ...{ id, title, category, price: { amount: 1, currency: "CNY" }, stock: 1, skus: [] },
    attributes: { 材质: id === "a" ? "竹" : "棉" },
  });
  const catalogue = createCatalogue([product("a", "竹砧板", "厨具"), product("b", "棉袜", "服装")]);
  expect(catalogue.search("袜子 棉袜", 5)[0]?.item.id).toBe("b");
  expect(catalogue.search("厨具", 5)[0]?.item.id).toBe("a");
  for (const { score } of catalogue.search("竹砧板", 5)) expect(score).toBeLessThanOrEqual(1);
  expect(catalogue.get("b")?.title).toBe("棉袜");
  expect(catalogue.size).toBe(2);
});
